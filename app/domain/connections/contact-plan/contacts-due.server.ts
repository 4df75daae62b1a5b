import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { dayOf, dayText } from '../tasks/task-input.ts';
import { queuesHeld, type HeldQueue } from '../../submission/queues-held.server.ts';

/** A contact that is due: no word of the plan, only whose it is. `dueOn` is a day, "2016-01-20". */
export type DueContact = {
  submissionId: Id<'Submission'>;
  reference: string;
  restricted: boolean;
  queue: string;
  holder: string | null;
  dueOn: string;
  overdue: boolean;
};

/** The contacts of one list. More than this due at once are too many to read in one list. */
export const mostDue = 100;

/** How many contacts are overdue or due today for the actor, who works on these queues. No content. */
export async function contactsDueCount(
  ctx: Ctx,
  queues: readonly HeldQueue[],
): Promise<{ overdue: number; today: number }> {
  return transaction(ctx.db, async (tx) => {
    const today = todayOf(ctx);
    const [row] = await tx.$queryRaw<{ overdue: bigint; today: bigint }[]>`
      SELECT count(*) FILTER (WHERE d.next_on < ${today}::date) AS overdue, count(*) FILTER (WHERE d.next_on = ${today}::date) AS today
      FROM ${dueContacts} WHERE d.next_on <= ${today}::date AND ${waitsForSql(ctx, queues)}`;
    return { overdue: Number(row?.overdue ?? 0), today: Number(row?.today ?? 0) };
  });
}

/** The contacts that are due, the longest due first; with how many there are. */
export async function contactsDue(ctx: Ctx): Promise<{ lines: DueContact[]; more: boolean }> {
  return transaction(ctx.db, async (tx) => {
    const today = todayOf(ctx);
    const queues = await queuesHeld(tx, ctx.actor);
    const rows = await tx.$queryRaw<
      {
        id: Id<'Submission'>;
        reference: string;
        restricted: boolean;
        queue: string;
        holder: string | null;
        next_on: Date;
      }[]
    >`
      SELECT s.id, s.reference, s.restricted, q.name AS queue, a.display_name AS holder, d.next_on
      FROM ${dueContacts} LEFT JOIN account a ON a.id = s.claimed_by
      WHERE d.next_on <= ${today}::date AND ${waitsForSql(ctx, queues)}
      ORDER BY d.next_on, d.submission_id LIMIT ${mostDue + 1}`;
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'contacts', view: 'due' } });
    return {
      lines: rows.slice(0, mostDue).map((row) => ({
        submissionId: row.id,
        reference: row.reference,
        restricted: row.restricted,
        queue: row.queue,
        holder: row.holder,
        dueOn: dayText(row.next_on),
        overdue: row.next_on < today,
      })),
      more: rows.length > mostDue,
    };
  });
}

const todayOf = (ctx: Ctx): Date => dayOf(forceDay(ctx.clock.now()));

const dueContacts = Prisma.sql`contact_due d JOIN submission s ON s.id = d.submission_id JOIN queue q ON q.id = s.primary_queue_id`;

/**
 * Whether a contact waits for the actor: it is of a submission that they claimed or, unclaimed, of their queue. Once it
 * is overdue it waits for the whole queue, as whoever claimed it may be away. Need to know goes before all of it.
 */
function waitsForSql(ctx: Ctx, queues: readonly HeldQueue[]): Prisma.Sql {
  const own = Prisma.sql`s.claimed_by = ${ctx.actor.accountId}::uuid`;
  const ids = queues.filter(({ hold }) => hold === 'holder').map(({ id }) => Prisma.sql`${id}::uuid`);
  const waits =
    ids.length === 0
      ? own
      : Prisma.sql`(${own} OR (s.primary_queue_id IN (${Prisma.join(ids)})
          AND (s.claimed_by IS NULL OR d.next_on < ${todayOf(ctx)}::date)))`;
  return Prisma.sql`${waits} AND ${readableBy(ctx)}`;
}
