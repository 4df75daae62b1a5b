import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { currentForce } from '../force/current-force.server.ts';
import { clockStarts } from './clock-starts.ts';
import { submissionDueDates, type Pause, type ClockTargets } from '../force/clocks.ts';
import { workingCalendar } from '../force/clocks-calendar.ts';
import type { LoadedSubmission } from './load-submission.server.ts';

const day = 24 * 60 * 60_000;

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
  const moves = events.filter(({ fromStatus, toStatus }) => [fromStatus, toStatus].includes('clarification'));
  const pauses = pausesIn(moves, now, clarification.pauseEndsAfterDays * day);
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

/** The waits told by the history; the last may still be open and then ends now. Lengths in milliseconds. */
function pausesIn(
  moves: readonly { happenedAt: Date; fromStatus: string | null; toStatus: string }[],
  now: Date,
  longest: number,
): Pause[] {
  const pauses: Pause[] = [];
  let since: Date | null = null;
  const end = (at: Date): void => {
    if (since) pauses.push({ from: since, to: new Date(Math.min(at.getTime(), since.getTime() + longest)) });
    since = null;
  };
  const left = [...moves];
  for (let next = left[0]; next; next = left[0]) {
    const at = next.happenedAt.getTime();
    // Two moves of one instant follow from the state: what waits ends before it can wait again.
    const follows = (move: (typeof left)[number]): boolean =>
      (since ? move.fromStatus : move.toStatus) === 'clarification';
    const index = left.findIndex((move) => move.happenedAt.getTime() === at && follows(move));
    const [move = next] = left.splice(Math.max(index, 0), 1);
    if (move.toStatus === 'clarification') since ??= move.happenedAt;
    else end(move.happenedAt);
  }
  end(now);
  return pauses;
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
