import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import type { Judgement } from './judge.server.ts';

/**
 * Writes down what a file came to, once. A refused file loses its key at once, and with it every copy of its bytes; the
 * store is cleared by a job. Answers false when the file was removed in the meantime: then nothing of it is kept.
 */
export async function settle(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  attachmentId: Id<'Attachment'>,
  judgement: Judgement,
  change: { storedAt?: Date; submissionId?: Id<'Submission'> } = {},
): Promise<boolean> {
  const now = ctx.clock.now();
  const { count } = await tx.attachment.updateMany({
    where: { id: attachmentId, state: 'quarantined' },
    data: { ...change, scanTriedAt: now, ...columnsOf(judgement, now) },
  });
  if (count === 0 || judgement.state === 'refused')
    await enqueue(tx, { name: 'remove-file', data: { attachmentId } });
  if (count === 0) return false;
  if (judgement.state !== 'quarantined')
    await record(tx, ctx, {
      type: 'attachment.scanned',
      data:
        judgement.state === 'clean'
          ? { verdict: 'clean', found: '' }
          : { verdict: judgement.refusedFor, found: judgement.signature },
      subject: { type: 'attachment', id: attachmentId },
    });
  return true;
}

function columnsOf(judgement: Judgement, now: Date) {
  switch (judgement.state) {
    case 'clean':
      return { state: judgement.state, copySize: judgement.copySize, scannedAt: now };
    case 'refused':
      return { state: judgement.state, refusedFor: judgement.refusedFor, fileKey: null, scannedAt: now };
    case 'quarantined':
      return {};
  }
}
