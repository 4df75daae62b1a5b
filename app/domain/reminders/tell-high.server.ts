import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { EscalationStep } from '#app/domain/force/pack-settings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../force/current-force.server.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { stepNotDelivered } from './high-delivery.server.ts';
import { toldAt } from '../people/duty/on-duty.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';
import { unheldSince } from '../submission/without-holder.server.ts';
import { highStepsDue, stepOf } from '../submission/high-steps.ts';
import { roleHolders } from '../force/role-holders.server.ts';

export type HighSettings = { alertConfigured: boolean };

/**
 * Takes every step that is due for one High submission that nobody who is here holds: mail to those in line, a call to the
 * force's alert address, word to the MDS lead, each step once per wait (product.md, "High never waits"). What was
 * claimed meanwhile is left alone. The submission is locked, so two workers never take one step twice. A step that was
 * taken and of which neither a delivery nor a job is left is told again: a job table that was lost silences nobody.
 */
export async function tellHigh(
  ctx: SystemCtx,
  settings: HighSettings,
  input: { submissionId: Id<'Submission'> },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM submission WHERE id = ${input.submissionId}::uuid FOR NO KEY UPDATE`;
    const submission = await loadSubmissionUnchecked(tx, ctx, input.submissionId);
    if (!submission) return;
    const waitingSince = await unheldSince(tx, submission.id, ctx.clock.now());
    if (!waitingSince) return;
    const told = await tx.highNotice.findMany({
      where: { submissionId: submission.id, waitingSince },
      select: { step: true },
    });
    const { status, priority } = submission.state;
    const waiting = {
      status,
      priority,
      claimedBy: null,
      submittedAt: submission.submittedAt,
      unclaimedSince: waitingSince,
    };
    const { escalation } = await currentForce(tx, ctx);
    const due = highStepsDue(
      escalation,
      waiting,
      told.map((notice) => notice.step),
      ctx.clock.now(),
    );
    for (const step of due) await takeStep(tx, ctx, settings, submission.id, waitingSince, step);
    if (due.length > 0) return;
    const lost = await stepNotDelivered(tx, submission.id, waitingSince, ctx.clock.now());
    const step = lost && stepOf(escalation, lost.step);
    if (lost && step) {
      const notice = { noticeId: lost.id, submissionId: submission.id, step: lost.step };
      await sendStep(tx, settings, notice, await toldAt(tx, ctx.clock.now(), step.positions));
    }
  });
}

async function takeStep(
  tx: Tx,
  ctx: SystemCtx,
  settings: HighSettings,
  submissionId: Id<'Submission'>,
  waitingSince: Date,
  step: EscalationStep,
): Promise<void> {
  const recipients = await toldAt(tx, ctx.clock.now(), step.positions);
  const noticeId = randomUUID();
  await tx.highNotice.create({
    data: {
      id: noticeId,
      submissionId,
      waitingSince,
      step: step.code,
      toldAt: ctx.clock.now(),
      recipientCount: recipients.length,
    },
  });
  await sendStep(tx, settings, { noticeId, submissionId, step: step.code }, recipients);
  if (step.tellMdsLead) {
    for (const lead of await roleHolders(tx, 'mds_lead'))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'high-held', accountId: lead, submissionId } });
  }
  await record(tx, ctx, {
    type: 'high.told',
    data: { step: step.code, recipients: recipients.length },
    subject: { type: 'submission', id: submissionId },
  });
}

/** Hands a step that was taken to mail and to the alert address. */
async function sendStep(
  tx: Tx,
  settings: HighSettings,
  notice: { noticeId: string; submissionId: Id<'Submission'>; step: string },
  recipients: Awaited<ReturnType<typeof toldAt>>,
): Promise<void> {
  const { noticeId, submissionId } = notice;
  for (const recipient of recipients)
    await enqueue(tx, { name: 'send-high-mail', data: { ...recipient, submissionId, noticeId } });
  if (settings.alertConfigured) await enqueue(tx, { name: 'call-alert', data: notice });
}
