import { transaction } from '#app/platform/db/transaction.ts';
import { removeFilesOfDrafts } from '../attachments/draft-files.server.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';

/** So many drafts go in one transaction. */
const BATCH = 200;

/** Removes all drafts whose time has run out, with their sealed source records. Submissions are never touched. */
export async function expireDrafts(ctx: SystemCtx): Promise<void> {
  let removed: number;
  do removed = await expireBatch(ctx);
  while (removed === BATCH);
}

async function expireBatch(ctx: SystemCtx): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    // A draft that its writer is saving or sending at this moment is left to them.
    const expired = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM draft WHERE expires_at < ${ctx.clock.now()}
      ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    if (expired.length === 0) return 0;
    const ids = expired.map((draft) => draft.id);
    await tx.sourceRecord.deleteMany({ where: { draftId: { in: ids }, submissionId: null } });
    await removeFilesOfDrafts(tx, ids);
    await tx.draft.deleteMany({ where: { id: { in: ids } } });
    await record(
      tx,
      ctx,
      ...ids.map((id) => ({
        type: 'draft.deleted' as const,
        data: { why: 'expired' as const },
        subject: { type: 'draft' as const, id },
      })),
    );
    return expired.length;
  });
}
