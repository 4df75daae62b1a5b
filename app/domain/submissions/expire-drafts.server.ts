import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../context.ts';

const BATCH = 200;

/** Removes drafts whose time has run out, with their sealed source records. Submissions are never touched. */
export async function expireDrafts(ctx: SystemCtx): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const expired = await tx.draft.findMany({
      where: { expiresAt: { lt: ctx.clock.now() } },
      select: { id: true },
      orderBy: { expiresAt: 'asc' },
      take: BATCH,
    });
    if (expired.length === 0) return;
    const ids = expired.map((draft) => draft.id);
    await tx.sourceRecord.deleteMany({ where: { draftId: { in: ids }, submissionId: null } });
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
  });
}
