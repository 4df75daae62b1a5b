import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { removeFilesOfDrafts } from '../attachments/draft-files.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lockOwnDraft } from './drafts.server.ts';

/** Deletes a draft with its sealed source record and its files, for good. @throws NotFound */
export async function deleteDraft(ctx: Ctx, input: { draftId: Id<'Draft'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    await tx.sourceRecord.deleteMany({ where: { draftId: draft.id, submissionId: null } });
    await removeFilesOfDrafts(tx, [draft.id]);
    await tx.draft.delete({ where: { id: draft.id } });
    await record(tx, ctx, {
      type: 'draft.deleted',
      data: { why: 'by_hand' },
      subject: { type: 'draft', id: draft.id },
    });
  });
}
