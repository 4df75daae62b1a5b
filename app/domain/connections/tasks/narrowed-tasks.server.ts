import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { withSubmission } from './owned-sql.server.ts';
import { ownerRoleWords } from './task-words.ts';

export type Choice = { value: string; text: string };

/** What a list of tasks is narrowed to, empty where it is not, and what it can be: those who have some, and their areas. */
export type Narrowing = { owner: string; area: string; owners: Choice[]; areas: Choice[] };

/** Beside `withSubmission`: the queue that a disseminated item went to. */
export const withRecipient = Prisma.sql`LEFT JOIN queue dq ON dq.id = d.queue_id`;

/** The area of a task: of its submission, or, where its recipients keep it about a disseminated item, their own. */
export const areaOfTask = Prisma.sql`(CASE WHEN t.dissemination_id IS NULL THEN s.area_id ELSE dq.area_id END)`;

/** As `ownerChoices` writes it: "account:<id>", "queue:<code>", "role:<code>". */
const ownerOfTask = Prisma.sql`(CASE WHEN t.owner_account_id IS NOT NULL THEN 'account:' || t.owner_account_id
  WHEN t.owner_queue_id IS NOT NULL THEN 'queue:' || (SELECT code FROM queue WHERE id = t.owner_queue_id) ELSE 'role:' || t.owner_role::text END)`;

export const ownerIs = (owner: string): Prisma.Sql =>
  owner === '' ? Prisma.sql`true` : Prisma.sql`${ownerOfTask} = ${owner}`;

export const areaIs = (area: string): Prisma.Sql =>
  area === ''
    ? Prisma.sql`true`
    : Prisma.sql`${areaOfTask} = (SELECT a.id FROM area a WHERE a.code = ${area})`;

/**
 * Who has some of these tasks and of which areas they are, so that no choice leads to an empty list. What was asked for and
 * is none of them narrows nothing. `among`: open tasks that the actor may read.
 */
export async function narrowed(
  tx: Tx,
  among: Prisma.Sql,
  asked: { owner?: string | null; area?: string | null },
): Promise<Narrowing> {
  const rows = await tx.$queryRaw<
    { owner: string; name: string | null; role: string | null; code: string | null; area: string | null }[]
  >`
    SELECT DISTINCT f.owner, coalesce(w.display_name, oq.name) AS name, f.owner_role AS role, a.code, a.name AS area
    FROM (SELECT ${ownerOfTask} AS owner, ${areaOfTask} AS area_id, t.owner_account_id, t.owner_queue_id, t.owner_role
      FROM ${withSubmission} ${withRecipient} WHERE ${among}) f
    LEFT JOIN account w ON w.id = f.owner_account_id LEFT JOIN queue oq ON oq.id = f.owner_queue_id LEFT JOIN area a ON a.id = f.area_id`;
  const owners = distinct(
    rows.map(({ owner, name, role }) => ({ value: owner, text: name ?? ownerRoleWords(role ?? '') })),
  );
  const areas = distinct(
    rows.flatMap(({ code, area }) => (code === null ? [] : [{ value: code, text: area ?? code }])),
  );
  const known = (choices: readonly Choice[], value: string | null | undefined) =>
    choices.some((choice) => choice.value === value) ? (value ?? '') : '';
  return { owner: known(owners, asked.owner), area: known(areas, asked.area), owners, areas };
}

function distinct(choices: readonly Choice[]): Choice[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()].sort((one, other) => one.text.localeCompare(other.text, 'en'));
}
