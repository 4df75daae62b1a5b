import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { lockOwnDraft } from '../drafts/drafts.server.ts';

/**
 * Takes a file out of a draft for good: with its row goes its key, so that its bytes can't be read from this moment on,
 * and a job clears the store. A refused file stays listed, as the officers are told of it. @throws NotFound
 */
export async function removeAttachment(
  ctx: Ctx,
  input: { draftId: Id<'Draft'>; attachmentId: Id<'Attachment'> },
): Promise<void> {
  const { attachmentId } = input;
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    const { count } = await tx.attachment.deleteMany({
      where: { id: attachmentId, draftId: draft.id, state: { not: 'refused' } },
    });
    if (count === 0) throw new NotFound();
    await enqueue(tx, { name: 'remove-file', data: { attachmentId } });
    await record(tx, ctx, {
      type: 'attachment.removed',
      data: { draftId: draft.id, why: 'by_hand' },
      subject: { type: 'attachment', id: attachmentId },
    });
  });
}
