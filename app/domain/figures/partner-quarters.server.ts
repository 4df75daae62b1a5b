import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { smallest } from '../kernel/counted.ts';
import type { Id } from '../kernel/id.ts';
import { addMonths, monthOf, quarterOf, startOfMonth, type Month } from '../kernel/months.ts';

/**
 * Of the reports that a partner sent in a quarter, named by its first month, how many had led to something a quarter later.
 * Null: fewer than five, or fewer than five left once it is taken from the total.
 */
export type PartnerQuarter = { firstMonth: Month; sent: number | null; used: number | null };

/** At most this many quarters are shown, the newest first. */
const shown = 4;

/**
 * What came of the reports of one organisation. Used are those that had ended as used, with a crime recorded, with safeguarding
 * or passed on, by the end of the quarter after the one in which they were sent. A quarter is shown from then on and does not
 * change, so that nothing follows from looking again; and each report is one that the lead's own list shows with its outcome,
 * so that nothing follows from laying the two side by side.
 */
export async function partnerQuarters(
  tx: Tx,
  ctx: Ctx,
  organisationId: Id<'Organisation'>,
): Promise<PartnerQuarter[]> {
  const until = addMonths(quarterOf(monthOf(ctx.clock.now())), -3);
  const rows = await tx.$queryRaw<{ firstMonth: Month; sent: number; used: number }[]>`
    SELECT to_char(date_trunc('quarter', submitted_at AT TIME ZONE 'Europe/London'), 'YYYY-MM') AS "firstMonth",
      count(*)::integer AS sent,
      (count(*) FILTER (WHERE outcome IN ('used', 'crime_recorded', 'safeguarding_action', 'passed_on')
        AND closed_at AT TIME ZONE 'Europe/London'
          < date_trunc('quarter', submitted_at AT TIME ZONE 'Europe/London') + interval '6 months'))::integer AS used
    FROM submission
    WHERE organisation_id = ${organisationId}::uuid
      AND submitted_at >= ${startOfMonth(addMonths(until, -3 * shown))} AND submitted_at < ${startOfMonth(until)}
    GROUP BY 1 ORDER BY 1 DESC`;
  return rows.map(({ firstMonth, sent, used }) => ({
    firstMonth,
    sent: fiveOrMore(sent),
    used: sent - used < smallest ? null : fiveOrMore(used),
  }));
}

const fiveOrMore = (count: number): number | null => (count < smallest ? null : count);
