import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { BeforeAfter } from '../figures/compared.ts';
import type { Period } from '../figures/period.ts';
import { countedOn, recentWindows } from '../figures/recent-weeks.server.ts';
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
 * restricted (product.md, "What must never happen" 7), as the database counted it (decision 0123). Looking is recorded.
 */
export async function areaHomes(ctx: Ctx): Promise<AreaHome[]> {
  const now = ctx.clock.now();
  const { recent, earlier } = recentWindows(now);
  return transaction(ctx.db, async (tx) => {
    const led = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'lead');
    const counts = await countsOf(tx, ctx, led, { closed: false });
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
      const isRecent = Prisma.sql`day >= ${recent.first}`;
      const end = Prisma.sql`split_part(key, ' ', 1)`;
      const answer = Prisma.sql`split_part(key, ' ', 2)`;
      const sum = (condition: Prisma.Sql) =>
        Prisma.sql`coalesce(sum(count) FILTER (WHERE ${condition}), 0)::integer`;
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT ${sum(isRecent)} AS after, ${sum(Prisma.sql`NOT ${isRecent}`)} AS before,
          ${sum(Prisma.sql`${isRecent} AND ${end} = 'crime_recorded'`)} AS crime,
          ${sum(Prisma.sql`${isRecent} AND ${end} = 'safeguarding_action'`)} AS safeguarding,
          ${sum(Prisma.sql`${isRecent} AND ${end} IN ('used', 'passed_on')`)} AS used,
          ${sum(Prisma.sql`${isRecent} AND ${end} = 'open'`)} AS open,
          ${sum(Prisma.sql`${isRecent} AND ${answer} = 'in_time'`)} AS "inTime",
          ${sum(Prisma.sql`${isRecent} AND ${answer} = 'late'`)} AS late,
          (SELECT min(s.due_at) FROM submission s
            WHERE ${countsToArea(areaId)} AND ${isOpen} AND s.priority = 'high' AND s.claimed_by IS NULL) AS "nextDue"
        FROM ${countedOn({ first: earlier.first, last: recent.last }, ['listed'], areaId)} listed`;
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
