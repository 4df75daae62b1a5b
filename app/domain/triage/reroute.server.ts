import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { moveSubmission } from './move-submission.server.ts';
import type { QueueKind } from './statuses.ts';
import { lockHandled } from './subject.server.ts';

/** Moves a submission to another queue by hand, with the reason kept in its routing history. @throws NotFound, Forbidden, Conflict, Invalid */
export async function reroute(
  ctx: Ctx,
  input: { submissionId: string; queueCode: string; comment: string; seenVersion: number | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const handled = await lockHandled(tx, ctx, input.submissionId);
    const queue = await tx.queue.findUnique({ where: { code: input.queueCode } });
    const given = {
      comment: input.comment,
      ...(queue ? { otherQueue: { kind: queue.kind as QueueKind, areaId: queue.areaId } } : {}),
    };
    await moveSubmission(tx, ctx, handled, {
      action: 'reroute',
      given,
      seenVersion: input.seenVersion,
      ...(queue ? { change: { primaryQueueId: queue.id } } : {}),
    });
    if (!queue) return;
    await tx.submissionRoute.create({
      data: {
        id: randomUUID(),
        submissionId: handled.id,
        happenedAt: ctx.clock.now(),
        queueId: queue.id,
        reason: input.comment.trim(),
        actorId: ctx.actor.accountId,
      },
    });
    // The queue that gives it away keeps watching where it went. Restriction wins: then nobody watches.
    if (!handled.subject.restricted)
      await tx.submissionWatcher.createMany({
        data: [
          {
            submissionId: handled.id,
            queueId: handled.primaryQueueId,
            reason: 'It was in this queue before',
          },
        ],
        skipDuplicates: true,
      });
    await record(tx, ctx, {
      type: 'submission.rerouted',
      data: { from: handled.primaryQueueName, to: queue.name },
      subject: { type: 'submission', id: handled.id },
    });
  });
}
