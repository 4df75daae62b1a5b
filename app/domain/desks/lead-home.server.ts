import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { silentPartners, type SilentPartner } from '../figures/partners.server.ts';
import { recentWeeks, type RecentWeeks } from '../figures/recent-weeks.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { idOfPlanOn } from '../plan/current-plan.server.ts';
import type { OverviewLine } from '../plan/plan-overview.ts';
import { overviewOf } from '../plan/plan-overview.server.ts';
import { urgentOverdueSql } from '../reminders/urgent-overdue.server.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { highWithoutHolder } from '../submission/without-holder.server.ts';

/** Danger as a lead may know of it: how much, and when the first of what nobody here holds is due. */
export type Danger = { open: number; unheld: number; nextDue: Date | null };

export type LeadHome = {
  danger: Danger & { overdue: number };
  weeks: RecentWeeks;
  silent: SilentPartner[];
  /** Each activity and action of the plan in force; none where no plan is. */
  plan: OverviewLine[];
};

/**
 * What the MDS lead sees first: danger, reporting, what came of it, how fast, who fell silent and how the plan stands. It reads
 * what is open, what the database counted of the last half-year, one row of an index for each organisation, and the plan. Looking is
 * recorded. @throws NotFound
 */
export async function leadHome(ctx: Ctx): Promise<LeadHome> {
  if (!may(ctx.actor, 'high.oversee')) throw new NotFound();
  const now = ctx.clock.now();
  return transaction(ctx.db, async (tx) => {
    const [row] = await tx.$queryRaw<(LeadHome['danger'] & { silent: { name: string; last: number }[] })[]>`
      WITH unheld AS (SELECT s.id, s.first_seen_due_at FROM ${highWithoutHolder(now)} s)
      SELECT (SELECT count(*) FROM submission s WHERE s.priority = 'high' AND ${isOpen})::integer AS open,
        count(*)::integer AS unheld, min(s.first_seen_due_at) AS "nextDue",
        (${urgentOverdueSql(now, Prisma.sql`unheld`)})::integer AS overdue,
        (${silentPartners(now)}) AS silent
      FROM unheld s`;
    if (!row) throw new Error('A count has a row.');
    const { silent, ...danger } = row;
    const weeks = await recentWeeks(tx, now);
    await record(tx, ctx, {
      type: 'report.viewed',
      data: { report: 'home of the lead', months: `${weeks.recent.first} to ${weeks.recent.last}` },
    });
    const plan = await overviewOf(tx, ctx, await idOfPlanOn(tx, ctx, now));
    return { danger, weeks, silent: silent.map((each) => ({ ...each, last: new Date(each.last) })), plan };
  });
}
