import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';
import { queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { dayOf, dayText } from '../tasks/task-input.ts';

/**
 * A contact that is due: no word of the plan, only whose it is. `dueOn` is a day, "2016-01-20": of a victim who wants contact
 * and has no plan yet, the day on which the partner said so.
 */
export type DueContact = {
  submissionId: Id<'Submission'>;
  reference: string;
  restricted: boolean;
  concernsChild: boolean;
  queue: string;
  holder: string | null;
  dueOn: string;
  due: 'unplanned' | 'overdue' | 'today';
};

const pageSize = 100;

/**
 * A subselect: how many contacts are overdue and due today for the actor, who works on these queues, and how many victims who
 * want contact have no plan. No content.
 */
export const contactsDueCounts = (ctx: Ctx, queues: readonly HeldQueue[]): Prisma.Sql => Prisma.sql`
  SELECT ARRAY[count(*) FILTER (WHERE d.planned AND d.due_on < ${todayOf(ctx)}::date),
    count(*) FILTER (WHERE d.planned AND d.due_on = ${todayOf(ctx)}::date), count(*) FILTER (WHERE NOT d.planned)]
  FROM ${dueContacts(ctx)} WHERE ${waitsForSql(ctx, queues)}`;

/** One page of the contacts that are due, the longest due first. `next` is the cursor of the next page; null on the last. */
export async function contactsDue(
  ctx: Ctx,
  input: { cursor: string | null },
): Promise<{ lines: DueContact[]; next: string | null; later: boolean }> {
  return transaction(ctx.db, async (tx) => {
    const today = todayOf(ctx);
    const cursor = decodeCursor(input.cursor);
    const after = cursor
      ? Prisma.sql`(d.due_on, d.submission_id) > (${cursor.at}::date, ${cursor.id}::uuid)`
      : Prisma.sql`true`;
    const queues = await queuesHeld(tx, ctx.actor);
    const rows = await tx.$queryRaw<
      {
        id: Id<'Submission'>;
        reference: string;
        restricted: boolean;
        concerns_child: boolean;
        queue: string;
        holder: string | null;
        due_on: Date;
        planned: boolean;
      }[]
    >`
      SELECT s.id, s.reference, s.restricted, s.concerns_child, q.name AS queue, a.display_name AS holder, d.due_on, d.planned
      FROM ${dueContacts(ctx)} LEFT JOIN account a ON a.id = s.claimed_by
      WHERE ${after} AND ${waitsForSql(ctx, queues)}
      ORDER BY d.due_on, d.submission_id LIMIT ${pageSize + 1}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'contacts', view: 'due' } });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      lines: shown.map((row) => ({
        submissionId: row.id,
        reference: row.reference,
        restricted: row.restricted,
        concernsChild: row.concerns_child,
        queue: row.queue,
        holder: row.holder,
        dueOn: dayText(row.due_on),
        due: !row.planned ? 'unplanned' : row.due_on < today ? 'overdue' : 'today',
      })),
      next:
        rows.length > pageSize && last
          ? encodeCursor({ priorityRank: 0, at: last.due_on, id: last.id })
          : null,
      later: cursor !== null,
    };
  });
}

const todayOf = (ctx: Ctx): Date => dayOf(forceDay(ctx.clock.now()));

/** By plan, and of open submissions of which no plan is written yet: each part reads its own index. */
const dueContacts = (ctx: Ctx): Prisma.Sql => Prisma.sql`(
    SELECT c.submission_id, c.next_on AS due_on, true AS planned FROM contact_due c WHERE c.next_on <= ${todayOf(ctx)}::date
    UNION ALL SELECT s.id, s.contact_wished_on, false FROM submission s WHERE s.contact_wished_on IS NOT NULL AND ${isOpen}
  ) d JOIN submission s ON s.id = d.submission_id JOIN queue q ON q.id = s.primary_queue_id`;

/**
 * Whether a contact waits for the actor: it is of a submission that they claimed or, unclaimed, of their queue. From the day
 * after on it waits for the whole queue, as whoever claimed it may be away. Need to know goes before all of it.
 */
function waitsForSql(ctx: Ctx, queues: readonly HeldQueue[]): Prisma.Sql {
  const own = Prisma.sql`s.claimed_by = ${ctx.actor.accountId}::uuid`;
  const ids = queues.filter(({ hold }) => hold === 'holder').map(({ id }) => Prisma.sql`${id}::uuid`);
  const waits =
    ids.length === 0
      ? own
      : Prisma.sql`(${own} OR (s.primary_queue_id IN (${Prisma.join(ids)})
          AND (s.claimed_by IS NULL OR d.due_on < ${todayOf(ctx)}::date)))`;
  return Prisma.sql`${waits} AND ${readableBy(ctx)}`;
}
