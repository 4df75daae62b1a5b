import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import type { Handled } from '../triage/subject.server.ts';
import { extractAddition } from './extract-addition.server.ts';
import { raiseToHigh } from './raise-to-high.server.ts';
import { saysDanger, type SupplementKept } from './supplement.ts';

/**
 * Keeps what was added to a submission, in sight until an officer has marked it as read: on the queue, and by a message
 * without content. Danger makes it High. The submission must be locked, and the writer be its submitter.
 */
export async function keepSupplement(
  tx: Tx,
  ctx: Ctx,
  handled: Handled,
  kept: SupplementKept & { id: string },
): Promise<void> {
  await tx.supplement.create({
    data: {
      ...kept,
      submissionId: handled.id,
      addedBy: ctx.actor.accountId,
      addedAt: ctx.clock.now(),
    },
  });
  await extractAddition(tx, ctx, handled.id, kept.text);
  const urgent = saysDanger(kept.danger);
  const { raised, reopened } = urgent
    ? await raiseToHigh(tx, ctx, handled)
    : { raised: false, reopened: false };
  await putInSight(tx, ctx, handled, raised);
  await record(tx, ctx, {
    type: 'supplement.added',
    data: { danger: kept.danger, raised, reopened },
    subject: { type: 'submission', id: handled.id },
  });
  await enqueue(tx, { name: 'tell-new-information', data: { submissionId: handled.id } });
  if (urgent) await enqueue(tx, { name: 'tell-high', data: { submissionId: handled.id } });
}

/** The version goes on, so that nobody decides on a page that does not show the addition. */
async function putInSight(tx: Tx, ctx: Ctx, handled: Handled, raised: boolean): Promise<void> {
  const now = ctx.clock.now();
  const { newInformationAt, status } = await tx.submission.findUniqueOrThrow({
    where: { id: handled.id },
    select: { newInformationAt: true, status: true },
  });
  await tx.submission.update({
    where: { id: handled.id },
    data: { version: { increment: 1 }, newInformationAt: newInformationAt ?? now },
  });
  await tx.submissionEvent.create({
    data: {
      id: randomUUID(),
      submissionId: handled.id,
      happenedAt: now,
      action: 'add_information',
      fromStatus: status,
      toStatus: status,
      actorId: ctx.actor.accountId,
      data: { raised },
    },
  });
}
