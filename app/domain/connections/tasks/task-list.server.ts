import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { areasOf } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';
import { NotFound } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { aboutReadableSql, ownSql, sharedSql, withSubmission } from './owned-sql.server.ts';
import {
  areaIs,
  areaOfTask,
  narrowed,
  ownerIs,
  withRecipient,
  type Narrowing,
} from './narrowed-tasks.server.ts';
import { dayOf } from './task-input.ts';
import { lineColumns, lineJoins, taskLine, type LineRow } from './task-lines.server.ts';
import type { TaskLine } from './task-words.ts';

/**
 * `shared`: of the actor's queues and roles. `everyone`: about submissions and what was disseminated, whoever has them,
 * colleagues who are away too. `plan`: open tasks on the plan, whoever has them. `ended`: the actor's own.
 */
export const taskViews = ['mine', 'shared', 'everyone', 'plan', 'ended'] as const;
export type TaskView = (typeof taskViews)[number];

export type AreaTasks = { area: string; open: number; dueToday: number; overdue: number };

export type TaskPage = {
  view: TaskView;
  counts: Record<Exclude<TaskView, 'ended'>, number>;
  lines: TaskLine[];
  /** What the list of everyone's tasks is narrowed to, and can be: null for the other lists, which are short. */
  narrowing: Narrowing | null;
  /** For the lead of an area: how many tasks are open about its submissions, without what they say. */
  areas: AreaTasks[];
  today: string;
  next: string | null;
  later: boolean;
};

/** Lines on one page. */
export const taskPageSize = 25;

/** Tasks by view, the one that is due first on top. Looking is recorded, as the texts may repeat reports. @throws NotFound */
export async function taskList(
  ctx: Ctx,
  input: { view: string | null; cursor: string | null; owner?: string | null; area?: string | null },
): Promise<TaskPage> {
  if (!may(ctx.actor, 'tasks.work')) throw new NotFound();
  const view = taskViews.find((known) => known === (input.view ?? 'mine'));
  if (!view) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const queues = await queuesHeld(tx, ctx.actor);
    const views = viewsSql(ctx.actor, queues);
    const readable = aboutReadableSql(ctx, queues);
    const cursor = decodeTaskCursor(input.cursor);
    const narrowing =
      view === 'everyone' ? await narrowed(tx, Prisma.sql`${views.everyone} AND ${readable}`, input) : null;
    const belongs = narrowing
      ? Prisma.sql`${views[view]} AND ${ownerIs(narrowing.owner)} AND ${areaIs(narrowing.area)}`
      : views[view];
    const page = await linesOf(tx, ctx, { belongs, readable, ended: view === 'ended', cursor });
    await record(tx, ctx, { type: 'task.listed', data: { view } });
    return {
      view,
      counts: {
        mine: await countOpen(tx, views.mine, readable),
        shared: await countOpen(tx, views.shared, readable),
        everyone: await countOpen(tx, views.everyone, readable),
        plan: await countOpen(tx, views.plan, readable),
      },
      ...page,
      narrowing,
      areas: await areaTasks(tx, ctx),
      today: forceDay(ctx.clock.now()),
      later: cursor !== null,
    };
  });
}

function viewsSql(actor: Actor, queues: readonly HeldQueue[]): Record<TaskView, Prisma.Sql> {
  return {
    mine: Prisma.sql`t.state = 'open' AND ${ownSql(actor)}`,
    shared: Prisma.sql`t.state = 'open' AND ${sharedSql(actor, queues)}`,
    everyone: Prisma.sql`t.state = 'open' AND t.plan_item_id IS NULL`,
    plan: Prisma.sql`t.state = 'open' AND t.plan_item_id IS NOT NULL`,
    ended: Prisma.sql`t.state <> 'open' AND ${ownSql(actor)}`,
  };
}

type Wanted = { belongs: Prisma.Sql; readable: Prisma.Sql; ended: boolean; cursor: TaskCursor | null };

async function linesOf(
  tx: Tx,
  ctx: Ctx,
  { belongs, readable, ended, cursor }: Wanted,
): Promise<Pick<TaskPage, 'lines' | 'next'>> {
  const order = ended ? Prisma.sql`t.ended_at DESC, t.id` : Prisma.sql`t.due_on, t.id`;
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT ${lineColumns} FROM (
      SELECT t.* FROM ${withSubmission} ${withRecipient}
      WHERE ${belongs} AND ${readable} AND ${afterSql(ended, cursor)} ORDER BY ${order} LIMIT ${taskPageSize + 1}
    ) t ${lineJoins} ORDER BY ${order}`;
  const shown = rows.slice(0, taskPageSize);
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => taskLine(ctx, row)),
    next:
      rows.length > taskPageSize && last
        ? encodeTaskCursor({ at: (ended ? last.ended_at : null) ?? last.due_on, id: last.id })
        : null,
  };
}

function afterSql(ended: boolean, cursor: TaskCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const { at, id } = cursor;
  return ended
    ? Prisma.sql`t.ended_at <= ${at} AND (t.ended_at < ${at} OR t.id > ${id}::uuid)`
    : Prisma.sql`(t.due_on, t.id) > (${at}::date, ${id}::uuid)`;
}

async function countOpen(tx: Tx, belongs: Prisma.Sql, readable: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM ${withSubmission} WHERE ${belongs} AND ${readable}`;
  return Number(row?.count ?? 0);
}

/**
 * Of the area that a submission counts to, and of what was disseminated to an area's queue: that area's. Restricted
 * submissions count for nobody outside FIB, and of a withdrawn one only a tombstone is kept.
 */
async function areaTasks(tx: Tx, ctx: Ctx): Promise<AreaTasks[]> {
  const areas = areasOf(ctx.actor, 'area_lead');
  if (areas.length === 0) return [];
  const today = dayOf(forceDay(ctx.clock.now()));
  const rows = await tx.$queryRaw<{ area: string; open: bigint; today: bigint; overdue: bigint }[]>`
    SELECT a.name AS area, count(t.id) AS open, count(t.id) FILTER (WHERE t.due_on = ${today}::date) AS today,
      count(t.id) FILTER (WHERE t.due_on < ${today}::date) AS overdue
    FROM area a LEFT JOIN (SELECT t.id, t.due_on, ${areaOfTask} AS area_id FROM ${withSubmission} ${withRecipient}
      WHERE t.state = 'open' AND s.id IS NOT NULL AND NOT s.restricted AND s.status <> 'withdrawn') t ON t.area_id = a.id
    WHERE a.id IN (${Prisma.join(areas.map((id) => Prisma.sql`${id}::uuid`))}) GROUP BY a.id, a.name ORDER BY a.name`;
  return rows.map(({ area, open, today: dueToday, overdue }) => ({
    area,
    open: Number(open),
    dueToday: Number(dueToday),
    overdue: Number(overdue),
  }));
}

/** Where the next page of a list of tasks begins: the day by which the last one shown is due or the instant it ended, and its id. */
type TaskCursor = { at: Date; id: string };

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const written = new RegExp(`^(\\d{13})-(${id})$`);

const encodeTaskCursor = ({ at, id: last }: TaskCursor): string =>
  `${String(at.getTime()).padStart(13, '0')}-${last}`;

/** Null for anything else than a cursor: the list then begins at its top. */
function decodeTaskCursor(text: string | null): TaskCursor | null {
  const [, at, last] = written.exec(text ?? '') ?? [];
  return at === undefined || last === undefined ? null : { at: new Date(Number(at)), id: last };
}
