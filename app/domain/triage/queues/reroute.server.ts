import type { Id } from '#app/domain/kernel/id.ts';
import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { QueueRef } from '../../kernel/statuses.ts';
import { tellHolder } from '../../submission/tell-holder.server.ts';
import { giveTasksToQueue } from '../../connections/tasks/give-to-queue.server.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { loadSubmissionUnchecked, type LoadedSubmission } from '../../submission/load-submission.server.ts';

type Queue = { id: Id<'Queue'>; code: string; name: string } & QueueRef;

/**
 * Moves a submission to another queue by hand, with the reason kept in its routing history. It is that queue's at once, so
 * that it never belongs to nobody: its officers accept it by claiming it, or send it back (`declineTransfer`).
 */
export const reroute: ActionEffect = async (tx, ctx, submission, { comment, otherQueue }) => {
  const queue = await tx.queue.findUnique({ where: { code: otherQueue } });
  return {
    ...(await toQueue(tx, submission, queue)),
    after: async () => {
      await queueChanged(tx, ctx, submission, queue, comment);
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
    },
  };
};

/** Sends a submission back to the queue that moved it here by hand, with the reason, as long as nobody has claimed it. */
export const declineTransfer: ActionEffect = async (tx, ctx, submission, { comment }) => {
  const { transferredFrom } = submission;
  const queue = transferredFrom && (await tx.queue.findUnique({ where: { code: transferredFrom.code } }));
  return {
    ...(await toQueue(tx, submission, queue)),
    after: async () => {
      await queueChanged(tx, ctx, submission, queue, comment);
      await record(tx, ctx, {
        type: 'submission.transfer_declined',
        data: { from: submission.primaryQueueName, to: queue?.name ?? '' },
        subject: { type: 'submission', id: submission.id },
      });
    },
  };
};

/** The input of the decision and the change for a move to that queue. */
async function toQueue(tx: Tx, submission: LoadedSubmission, queue: Queue | null) {
  const from = await tx.queue.findUniqueOrThrow({
    where: { id: submission.primaryQueueId },
    select: { code: true },
  });
  return {
    data: { fromQueue: from.code },
    ...(queue
      ? {
          input: { otherQueue: { kind: queue.kind, areaId: queue.areaId } },
          change: { primaryQueueId: queue.id },
        }
      : {}),
  };
}

/** Keeps the reason in the routing history, and tells the officers of the queue and whoever held it. */
async function queueChanged(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  queue: Queue | null,
  comment: string,
): Promise<void> {
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
  // Of a High submission that nobody holds the officers on duty are told besides (tell-high).
  for (const accountId of await queueOfficers(tx, queue))
    if (accountId !== ctx.actor.accountId)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'moved-here', accountId } });
  await tellHolder(tx, ctx, submission);
  const moved = await loadSubmissionUnchecked(tx, ctx, submission.id);
  if (moved) await giveTasksToQueue(tx, ctx, moved);
}
