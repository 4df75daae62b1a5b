import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { BeforeAfter } from '../figures/compared.ts';
import { receivedIn } from '../figures/measures.server.ts';
import { daysUpTo, quarterDays, spanOf, type Period } from '../figures/period.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { countsOf, countsToArea, queuesHeld, type QueueCounts } from '../submission/queues-held.server.ts';
import type { Danger } from './lead-home.server.ts';

export type AreaHome = {
  areaId: Id<'Area'>;
  name: string;
  queueCode: string;
  recent: Period;
  danger: Danger;
  received: BeforeAfter;
  /** Of those received in the recent weeks, by what their partners were told. */
  came: { crime: number; safeguarding: number; used: number; open: number };
  /** Of those received in the recent weeks, when their partners had an answer. */
  answered: { inTime: number; late: number };
  /** As the lists of the area count them. */
  lists: Pick<QueueCounts, 'open' | 'overdue' | 'unassigned' | 'new-information' | 'acknowledge-now'>;
};

/**
 * What an area lead sees first of each area that they lead: what is listed to them there, counted, and so without what is
 * restricted (product.md, "What must never happen" 7). Looking is recorded.
 */
export async function areaHomes(ctx: Ctx): Promise<AreaHome[]> {
  const now = ctx.clock.now();
  const [recent, earlier] = [daysUpTo(now, quarterDays), daysUpTo(now, quarterDays, quarterDays)];
  const span = { from: spanOf(earlier).from, to: spanOf(recent).to };
  return transaction(ctx.db, async (tx) => {
    const led = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'lead');
    const counts = await countsOf(tx, ctx, led);
    const homes: AreaHome[] = [];
    for (const queue of led) {
      const { areaId, areaName, code } = queue;
      const lists = counts.get(queue.id);
      if (areaId === null || !lists) continue;
      await record(tx, ctx, {
        type: 'report.viewed',
        data: { report: 'home of the area', months: `${recent.first} to ${recent.last}` },
        subject: { type: 'area', id: areaId },
      });
      const isRecent = receivedIn(spanOf(recent));
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT count(*) FILTER (WHERE ${isRecent})::integer AS after, count(*) FILTER (WHERE NOT (${isRecent}))::integer AS before,
          count(*) FILTER (WHERE ${isRecent} AND s.outcome = 'crime_recorded')::integer AS crime,
          count(*) FILTER (WHERE ${isRecent} AND s.outcome = 'safeguarding_action')::integer AS safeguarding,
          count(*) FILTER (WHERE ${isRecent} AND s.outcome IN ('used', 'passed_on'))::integer AS used,
          count(*) FILTER (WHERE ${isRecent} AND ${isOpen})::integer AS open,
          count(*) FILTER (WHERE ${isRecent} AND s.answered_at <= s.answered_due_at)::integer AS "inTime",
          count(*) FILTER (WHERE ${isRecent} AND s.answered_at > s.answered_due_at)::integer AS late,
          (SELECT min(s.due_at) FROM submission s
            WHERE ${countsToArea(areaId)} AND ${isOpen} AND s.priority = 'high' AND s.claimed_by IS NULL) AS "nextDue"
        FROM submission s WHERE ${countsToArea(areaId)} AND ${receivedIn(span)}`;
      if (!row) throw new Error('A count has a row.');
      const { after, before, crime, safeguarding, used, open, inTime, late, nextDue } = row;
      homes.push({
        areaId,
        name: areaName ?? queue.name,
        queueCode: code,
        recent,
        danger: { open: lists.urgent, unheld: lists['unclaimed-high'], nextDue },
        received: { before, after },
        came: { crime, safeguarding, used, open },
        answered: { inTime, late },
        lists,
      });
    }
    return homes;
  });
}

type Row = BeforeAfter & AreaHome['came'] & AreaHome['answered'] & { nextDue: Date | null };
