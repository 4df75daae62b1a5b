import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../administration/current-force.server.ts';
import type { Ctx } from '../context.ts';
import { submissionDueDates } from '../triage/clocks.ts';
import { workingCalendar } from '../triage/clocks-calendar.ts';
import { moveSubmission } from '../triage/move-submission.server.ts';
import { isFinal } from '../triage/statuses.ts';
import type { Handled } from '../triage/subject.server.ts';

export type Raised = {
  /** It was not High before. */
  raised: boolean;
  /** It had ended, and waits to be claimed again. */
  reopened: boolean;
};

/**
 * Treats a submission as one that came as High at this moment, because its partner says that somebody is in danger: what
 * had ended is opened again, the clocks of High run unless others run out sooner, and the SPOCs of its areas watch it as
 * they would had it come so (docs/decisions/0028). Whose it is does not change while it is in hand.
 */
export async function raiseToHigh(tx: Tx, ctx: Ctx, handled: Handled): Promise<Raised> {
  const now = ctx.clock.now();
  const { subject } = handled;
  const reopened = isFinal(subject.status);
  const raised = subject.priority !== 'high';
  const { clocks, workingHours } = await currentForce(tx);
  const high = submissionDueDates(now, 'high', clocks, workingCalendar(workingHours));
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: handled.id },
    select: {
      outcome: true,
      firstSeenDueAt: true,
      assessedDueAt: true,
      answeredDueAt: true,
      newDangerDueAt: true,
    },
  });
  if (reopened) {
    // The partner did not ask for that, and could not: the portal does it.
    const portal = { ...ctx, actor: null, system: 'Danger added to a report that had ended' };
    await moveSubmission(tx, portal, handled, { action: 'reopen', data: { outcome: row.outcome } });
  }
  // The clocks of what had ended ran out long ago.
  const sooner = (one: Date, other: Date) => (reopened || one < other ? one : other);
  await tx.submission.update({
    where: { id: handled.id },
    data: {
      newDangerDueAt: row.newDangerDueAt ?? high.firstSeen,
      priority: 'high',
      ...(raised || reopened
        ? {
            firstSeenDueAt: sooner(high.firstSeen, row.firstSeenDueAt),
            assessedDueAt: sooner(high.assessed, row.assessedDueAt),
            answeredDueAt: sooner(high.answered, row.answeredDueAt),
          }
        : {}),
      // The steps of a High one count from now where nobody has it.
      ...(raised && subject.claimedBy === null ? { waitingSince: now } : {}),
    },
  });
  await watchFromItsAreas(tx, handled);
  return { raised, reopened };
}

/** Outside FIB nobody learns of a restricted one. */
async function watchFromItsAreas(tx: Tx, { id, subject, primaryQueueId }: Handled): Promise<void> {
  if (subject.restricted) return;
  const places = await tx.submissionPlace.findMany({
    where: { submissionId: id, areaId: { not: null } },
    select: { areaId: true },
  });
  const areas = [subject.areaId, ...places.map(({ areaId }) => areaId)].filter((areaId) => areaId !== null);
  const queues = await tx.queue.findMany({
    where: { kind: 'area', areaId: { in: areas }, id: { not: primaryQueueId } },
    select: { id: true },
  });
  await tx.submissionWatcher.createMany({
    data: queues.map((queue) => ({
      submissionId: id,
      queueId: queue.id,
      reason: 'The partner added that somebody may be in danger',
    })),
    skipDuplicates: true,
  });
}
