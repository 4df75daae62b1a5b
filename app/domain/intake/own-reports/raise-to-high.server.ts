import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { dueDates } from '../../submission/due-dates.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { transition } from '../../submission/transition.server.ts';
import { isFinal } from '../../kernel/statuses.ts';
import { reloadSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';

export type Raised = {
  /** It was not High before. */
  raised: boolean;
  /** It had ended, and waits to be claimed again. */
  reopened: boolean;
};

const told = 'The partner says that somebody may be in danger';

/**
 * Treats a submission as one that came as High at this moment, because its partner says that somebody is in danger: what
 * had ended is opened again, what waited for the partner waits no longer, and the clocks of High run unless others run out
 * sooner (docs/decisions/0028, 0033). Whose it is does not change while it is in hand. It must be locked.
 */
export async function raiseForDanger(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<Raised> {
  // The partner did not ask for any of that, and could not: the portal does it.
  const portal = { ...ctx, actor: null, system: 'Danger told by the partner' };
  const reopened = isFinal(submission.state.status);
  const raised = submission.state.priority !== 'high';
  if (reopened) {
    const { outcome } = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: { outcome: true },
    });
    await transition(tx, portal, submission, {
      action: 'reopen',
      input: { comment: told },
      data: { outcome },
    });
  }
  const open = reopened ? await reloadSubmission(tx, ctx, submission) : submission;
  if (raised)
    await transition(tx, portal, open, {
      action: 'raise_to_high',
      input: { comment: told },
      data: { from: submission.state.priority },
    });
  await startHigh(tx, portal, submission, 'The partner added that somebody may be in danger');
  return { raised, reopened };
}

/**
 * An officer who has read it finds that it should have come as High: with the reason, from now on it is treated so. Where
 * nobody holds it, the steps of a High one begin.
 */
export const raiseByHand: ActionEffect = (tx, ctx, submission) => ({
  data: { from: submission.state.priority },
  after: async () => {
    const portal = { ...ctx, actor: null, system: 'Raised to High by an officer' };
    await startHigh(tx, portal, submission, 'An officer raised it to High');
    await enqueue(tx, { name: 'tell-high', data: { submissionId: submission.id } });
    await tellHolder(tx, ctx, submission);
  },
});

/** The clocks of High, its steps and its watchers, from now on. What is High does not wait for an answer. */
async function startHigh(tx: Tx, portal: SystemCtx, before: LoadedSubmission, why: string): Promise<void> {
  const now = portal.clock.now();
  const submission = await reloadSubmission(tx, portal, before);
  if (submission.state.status === 'clarification')
    await transition(tx, portal, submission, { action: 'stop_waiting', input: { comment: why } });
  const began = before.state.priority !== 'high' || isFinal(before.state.status);
  if (began)
    await tx.submission.update({
      where: { id: submission.id },
      data: {
        priority: 'high',
        // Steps that were taken in a wait before it was High are none of this one's.
        waitingSince: now,
        ...(await dueDates(tx, portal, submission, now)),
      },
    });
  await watchFromItsAreas(tx, submission, why);
}

/** Outside FIB nobody learns of a restricted one. */
async function watchFromItsAreas(
  tx: Tx,
  { id, state, primaryQueueId }: LoadedSubmission,
  why: string,
): Promise<void> {
  if (state.restricted) return;
  const places = await tx.submissionPlace.findMany({
    where: { submissionId: id, areaId: { not: null } },
    select: { areaId: true },
  });
  const areas = [state.areaId, ...places.map(({ areaId }) => areaId)].filter((areaId) => areaId !== null);
  const queues = await tx.queue.findMany({
    where: { kind: 'area', areaId: { in: areas }, id: { not: primaryQueueId } },
    select: { id: true },
  });
  await tx.submissionWatcher.createMany({
    data: queues.map((queue) => ({ submissionId: id, queueId: queue.id, reason: why })),
    skipDuplicates: true,
  });
}
