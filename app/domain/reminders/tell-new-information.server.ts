import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { toldAt } from '../people/duty/on-duty.server.ts';
import { queueOfficers } from '../submission/queue-officers.server.ts';
import { isFinal } from '../kernel/statuses.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';
import { unheldSince } from '../submission/without-holder.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';

/**
 * Tells by a message without content that something was added to a submission, until an officer has marked it as read:
 * whoever holds it, and unless they are here and have opened it the officers of its queue. Of a closed one the FIB
 * supervisors are told as well, and where the addition says that somebody is in danger, so is whoever is on duty. Once that
 * has been unread for as long as a High submission may be unseen, the force's alert address is called each time, whoever
 * holds it.
 */
export async function tellNewInformation(
  ctx: SystemCtx,
  settings: { alertConfigured: boolean },
  input: { submissionId: Id<'Submission'> },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const row = await tx.submission.findUnique({
      where: { id: input.submissionId },
      select: { newInformationAt: true, newDangerDueAt: true },
    });
    const submission = row?.newInformationAt
      ? await loadSubmissionUnchecked(tx, ctx, input.submissionId)
      : null;
    if (!row || !submission) return;
    const { state } = submission;
    const danger = row.newDangerDueAt !== null;
    const closed = isFinal(state.status);
    const supervisors = closed || danger || state.restricted ? await roleHolders(tx, 'fib_supervisor') : [];
    const unheld = await unheldSince(tx, submission.id, ctx.clock.now());
    const holder = state.claimedBy !== null && !closed ? [state.claimedBy] : [];
    const officers =
      holder.length > 0 && unheld === null
        ? []
        : state.restricted && state.primaryQueueKind !== 'fib'
          ? []
          : await queueOfficers(tx, { kind: state.primaryQueueKind, areaId: state.primaryAreaId });
    const duty = danger
      ? (await toldAt(tx, ctx.clock.now(), ['duty_officer', 'deputy'])).map(({ accountId }) => accountId)
      : [];
    const told = [...new Set([...holder, ...officers, ...supervisors, ...duty])];
    for (const accountId of told)
      await enqueue(tx, {
        name: 'send-mail',
        data: {
          kind: danger ? 'new-danger' : 'new-information',
          accountId,
          submissionId: submission.id,
        },
      });
    if (settings.alertConfigured && row.newDangerDueAt && row.newDangerDueAt < ctx.clock.now())
      await enqueue(tx, {
        name: 'call-alert',
        data: { kind: 'danger_unread', submissionId: submission.id, step: 'danger-unread' },
      });
    await record(tx, ctx, {
      type: 'supplement.told',
      data: { danger, recipients: told.length },
      subject: { type: 'submission', id: submission.id },
    });
  });
}
