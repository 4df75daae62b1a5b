import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { addMonths, monthOf, quarterOf, startOfMonth, type Month } from '../kernel/months.ts';
import { smallest } from './published-quarters.server.ts';

/** Of the reports that a partner sent in a quarter, named by its first month, how many led to something; null: fewer than five. */
export type PartnerQuarter = { firstMonth: Month; sent: number | null; used: number | null };

/** At most this many quarters are shown, the newest first. */
const shown = 4;

/**
 * What came of the reports of one organisation, by closed quarters in which anything was sent. Used are those that ended as
 * used, with a crime recorded, with safeguarding, or passed on; others may still be open.
 */
export async function partnerQuarters(
  tx: Tx,
  ctx: Ctx,
  organisationId: Id<'Organisation'>,
): Promise<PartnerQuarter[]> {
  const until = quarterOf(monthOf(ctx.clock.now()));
  const rows = await tx.$queryRaw<{ firstMonth: Month; sent: number; used: number }[]>`
    SELECT to_char(date_trunc('quarter', submitted_at AT TIME ZONE 'Europe/London'), 'YYYY-MM') AS "firstMonth",
      count(*)::integer AS sent,
      (count(*) FILTER (WHERE outcome IN ('used', 'crime_recorded', 'safeguarding_action', 'passed_on')))::integer AS used
    FROM counted_submission
    WHERE organisation_id = ${organisationId}::uuid
      AND submitted_at >= ${startOfMonth(addMonths(until, -3 * shown))} AND submitted_at < ${startOfMonth(until)}
    GROUP BY 1 ORDER BY 1 DESC`;
  return rows.map(({ firstMonth, sent, used }) => ({
    firstMonth,
    sent: fiveOrMore(sent),
    used: fiveOrMore(used),
  }));
}

const fiveOrMore = (count: number): number | null => (count < smallest ? null : count);
