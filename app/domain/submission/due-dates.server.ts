import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { currentForce } from '../force/current-force.server.ts';
import { clockStarts } from './clock-starts.ts';
import { submissionDueDates, type ClockTargets } from '../force/clocks.ts';
import { workingCalendar } from '../force/clocks-calendar.ts';
import type { LoadedSubmission } from './load-submission.server.ts';
import { waitsIn } from './waits.ts';

/**
 * When each clock runs out, computed from the history, so that nothing drifts: from whatever started it, with the waits for
 * the partner, of which an open one ends now. A wait longer than the pack allows has stopped pausing the clocks before it
 * ended.
 */
export async function dueDates(
  tx: Tx,
  ctx: Pick<Ctx, 'packHash'>,
  submission: LoadedSubmission,
  now: Date,
): Promise<{ firstSeenDueAt: Date; assessedDueAt: Date; answeredDueAt: Date }> {
  const { clocks, workingHours, clarification } = await currentForce(tx, ctx);
  const events = await tx.submissionEvent.findMany({
    where: { submissionId: submission.id },
    orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }],
    select: { action: true, happenedAt: true, fromStatus: true, toStatus: true, data: true },
  });
  const pauses = waitsIn(events, now, clarification.pauseEndsAfterDays);
  const calendar = workingCalendar(workingHours);
  const due = clockStarts(submission.submittedAt, submission.state.priority, events).map(({ at, priority }) =>
    submissionDueDates(at, priority, clocks, calendar, pauses),
  );
  const first = (clock: 'firstSeen' | 'assessed' | 'answered') =>
    new Date(Math.min(...due.map((dates) => dates[clock].getTime())));
  return {
    firstSeenDueAt: first('firstSeen'),
    assessedDueAt: first('assessed'),
    answeredDueAt: first('answered'),
  };
}

/** How long things may take in this force, for whoever works by it, and when a question no longer stops the clocks. */
export async function triageClocks(
  ctx: Ctx,
): Promise<{ clocks: ClockTargets; pauseEndsAfterDays: number; approveWithinMinutes: number }> {
  const { clocks, clarification, approvalAfterwards } = await currentForce(ctx.db, ctx);
  return {
    clocks,
    pauseEndsAfterDays: clarification.pauseEndsAfterDays,
    approveWithinMinutes: approvalAfterwards.minutes,
  };
}
