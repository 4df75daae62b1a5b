import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { draftExpiry, lockOwnDraft, ownDraft, requireWriter } from '../drafts/drafts.server.ts';
import type { Depot } from './depot.ts';
import { receiveFile, type Added, type SentFile } from './receive-file.server.ts';

export type AddInput = SentFile & { draftId: Id<'Draft'> };

/**
 * Takes one file into a draft; the report can be sent whatever the scanner does.
 * @throws NotFound, Invalid with words for `file` or `description`, RateLimited
 */
export async function addAttachment(ctx: Ctx, depot: Depot, { draftId, ...file }: AddInput): Promise<Added> {
  requireWriter(ctx);
  await ownDraft(ctx.db, ctx, draftId);
  return receiveFile(
    ctx,
    depot,
    {
      draftId,
      submissionId: null,
      lock: async (tx) => {
        await lockOwnDraft(tx, ctx, draftId);
      },
      touched: async (tx) => {
        const now = ctx.clock.now();
        const expiresAt = await draftExpiry(tx, ctx, now);
        await tx.draft.update({ where: { id: draftId }, data: { updatedAt: now, expiresAt } });
      },
      settled: (tx, { id }, state) =>
        record(tx, ctx, {
          type: 'attachment.added',
          data: { draftId, state },
          subject: { type: 'attachment', id },
        }),
    },
    file,
  );
}
