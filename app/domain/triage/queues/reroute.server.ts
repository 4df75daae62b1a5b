import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { QueueRef } from '../../kernel/statuses.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { giveTasksToQueue } from '../../connections/tasks/give-to-queue.server.ts';
import { transition } from '../../submission/transition.server.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import {
  loadSubmissionUnchecked,
  lockSubmission,
  type LoadedSubmission,
} from '../../submission/load-submission.server.ts';

/**
 * Moves a submission to another queue by hand, with the reason kept in its routing history. It is that queue's at once, so
 * that it never belongs to nobody: its officers accept it by claiming it, or send it back (`declineTransfer`).
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function reroute(
  ctx: Ctx,
  input: { submissionId: string; queueCode: string; comment: string; expectedVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const queue = await tx.queue.findUnique({ where: { code: input.queueCode } });
    await moveToQueue(tx, ctx, submission, { ...input, action: 'reroute', queue });
    // The queue that gives it away keeps watching where it went. Restriction wins: then nobody watches.
    if (!submission.state.restricted)
      await tx.submissionWatcher.createMany({
        data: [
          {
            submissionId: submission.id,
            queueId: submission.primaryQueueId,
            reason: 'It was in this queue before',
          },
        ],
        skipDuplicates: true,
      });
    await record(tx, ctx, {
      type: 'submission.rerouted',
      data: { from: submission.primaryQueueName, to: queue?.name ?? '' },
      subject: { type: 'submission', id: submission.id },
    });
  });
}

/**
 * Sends a submission back to the queue that moved it here by hand, with the reason, as long as nobody has claimed it.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function declineTransfer(
  ctx: Ctx,
  input: { submissionId: string; comment: string; expectedVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    const { transferredFrom } = submission;
    const queue = transferredFrom && (await tx.queue.findUnique({ where: { code: transferredFrom.code } }));
    await moveToQueue(tx, ctx, submission, { ...input, action: 'decline_transfer', queue });
    await record(tx, ctx, {
      type: 'submission.transfer_declined',
      data: { from: submission.primaryQueueName, to: queue?.name ?? '' },
      subject: { type: 'submission', id: submission.id },
    });
  });
}

async function moveToQueue(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  input: {
    action: 'reroute' | 'decline_transfer';
    queue: ({ id: string; code: string } & QueueRef) | null;
    comment: string;
    expectedVersion: number | null;
  },
): Promise<void> {
  const { action, queue, comment, expectedVersion } = input;
  const from = await tx.queue.findUniqueOrThrow({
    where: { id: submission.primaryQueueId },
    select: { code: true },
  });
  await transition(tx, ctx, submission, {
    action,
    input: {
      comment,
      ...(queue ? { otherQueue: { kind: queue.kind, areaId: queue.areaId } } : {}),
    },
    expectedVersion,
    data: { fromQueue: from.code },
    ...(queue ? { change: { primaryQueueId: queue.id } } : {}),
  });
  // The table has refused a move to no queue.
  if (!queue) throw new NotFound();
  await tx.submissionRoute.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      happenedAt: ctx.clock.now(),
      queueId: queue.id,
      reason: comment.trim(),
      actorId: ctx.actor.accountId,
    },
  });
  // What is High and nobody holds is told to whoever is on duty besides (tell-high).
  for (const accountId of await queueOfficers(tx, queue))
    if (accountId !== ctx.actor.accountId)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'moved-here', accountId } });
  await tellHolder(tx, ctx, submission);
  const moved = await loadSubmissionUnchecked(tx, ctx, submission.id);
  if (moved) await giveTasksToQueue(tx, ctx, moved);
}
