import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { dutyPositions, type DutyPosition } from '#app/domain/force/pack-settings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Role, Actor } from '../../kernel/actor.ts';
import { positions } from './positions.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Whether a row `e` of duty_list_entry counts at a moment: it runs, and its person is not away. */
export const onDutySql = (now: Date): Prisma.Sql => Prisma.sql`
  e.valid_from <= ${now} AND (e.valid_to IS NULL OR e.valid_to > ${now})
  AND NOT EXISTS (SELECT 1 FROM duty_absence b
    WHERE b.account_id = e.account_id AND b.absent_from <= ${now} AND b.absent_to > ${now})`;

/** Everybody who is on the duty list at a moment. */
export async function dutyList(tx: Tx, now: Date): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ accountId: Id<'Account'> }[]>`
    SELECT DISTINCT e.account_id AS "accountId" FROM duty_list_entry e WHERE ${onDutySql(now)}`;
  return new Set(rows.map(({ accountId }) => accountId));
}

/** `standIn`: told because nobody is on duty at the step. */
export type OnDuty = { accountId: Id<'Account'>; position: DutyPosition; standIn: boolean };

/**
 * Who is told at these steps of a High submission, each person once. Where a step has nobody on duty, everybody who may
 * stand there by role is told instead; and where nobody at all could be found, whoever else the portal knows: a High
 * step without a recipient would be a report that nobody hears of.
 */
export async function toldAt(tx: Tx, now: Date, steps: readonly DutyPosition[]): Promise<OnDuty[]> {
  const recipients = new Map<string, OnDuty>();
  const add = (found: readonly OnDuty[]) => {
    for (const each of found) if (!recipients.has(each.accountId)) recipients.set(each.accountId, each);
  };
  const running = await tx.$queryRaw<OnDuty[]>`
    SELECT DISTINCT e.account_id AS "accountId", e.position, false AS "standIn" FROM duty_list_entry e
      JOIN account a ON a.id = e.account_id AND a.status = 'active'
    WHERE e.position IN (${Prisma.join([...steps])}) AND ${onDutySql(now)} ORDER BY 1, 2`;
  const inOrder = dutyPositions.filter((position) => steps.includes(position));
  for (const position of inOrder) {
    const own = running.filter((each) => each.position === position);
    add(own.length > 0 ? own : await holdersFor(tx, now, position, positions[position].roles));
  }
  for (const roles of lastResorts)
    if (recipients.size === 0) add(await holdersFor(tx, now, inOrder[0] ?? 'duty_inspector', roles));
  return [...recipients.values()];
}

const lastResorts: readonly (readonly Role[])[] = [
  ['fib_officer', 'fib_supervisor'],
  ['spoc'],
  ['mds_lead', 'administrator'],
];

/** Active holders of these roles who are not away; where all are away, all of them. */
async function holdersFor(
  tx: Tx,
  now: Date,
  position: DutyPosition,
  roles: readonly Role[],
): Promise<OnDuty[]> {
  const rows = await tx.$queryRaw<{ accountId: Id<'Account'>; away: boolean }[]>`
    SELECT a.id AS "accountId", EXISTS (SELECT 1 FROM duty_absence b
      WHERE b.account_id = a.id AND b.absent_from <= ${now} AND b.absent_to > ${now}) AS away
    FROM account a WHERE a.status = 'active'
      AND a.id IN (SELECT r.account_id FROM account_role r WHERE r.role IN (${Prisma.join([...roles])})) ORDER BY a.id`;
  const here = rows.filter(({ away }) => !away);
  return (here.length > 0 ? here : rows).map(({ accountId }) => ({ accountId, position, standIn: true }));
}

/** Whether the actor is on the duty list at this moment. */
export async function isOnDuty(tx: Tx, { actor, clock }: Ctx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ running: boolean }[]>`
    SELECT ${isOnDutySql(actor, clock.now())} AS running`;
  return row?.running === true;
}

/** The same as SQL, which asks once for a whole statement. */
export const isOnDutySql = ({ accountId }: Pick<Actor, 'accountId'>, now: Date): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM duty_list_entry e WHERE e.account_id = ${accountId}::uuid AND ${onDutySql(now)})`;
