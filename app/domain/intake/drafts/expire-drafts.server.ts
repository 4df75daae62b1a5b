import { transaction } from '#app/platform/db/transaction.ts';
import { removeFilesOfDrafts } from '../attachments/draft-files.server.ts';
import { addDays } from 'date-fns/addDays';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';

/** So many drafts go in one transaction. */
const BATCH = 200;

/**
 * Removes all drafts whose time has run out, with their sealed source records. Submissions are never touched. A draft that
 * says somebody is in danger does not run out: it gets its time anew, and its writer and the partner's lead are reminded
 * again, until one of them sends or deletes it; where its organisation is closed nobody could, so it goes. Nothing of a
 * suspended organisation runs out.
 */
export async function expireDrafts(ctx: SystemCtx): Promise<void> {
  await keepInDanger(ctx);
  let removed: number;
  do removed = await expireBatch(ctx);
  while (removed === BATCH);
}

/** What rests at its end is few: each was reminded of three times. */
async function keepInDanger(ctx: SystemCtx): Promise<void> {
  const { drafts } = await currentForce(ctx.db, ctx);
  const now = ctx.clock.now();
  const expiresAt = addDays(now, drafts.expireAfterDays);
  await transaction(ctx.db, async (tx) => {
    const kept = await tx.draft.updateManyAndReturn({
      where: { saysDanger: true, expiresAt: { lt: now }, organisation: { status: { not: 'closed' } } },
      data: { expiresAt, warnedAt: null, reminders: 0 },
      select: { id: true },
    });
    await record(
      tx,
      ctx,
      ...kept.map(({ id }) => ({
        type: 'draft.kept_in_danger' as const,
        data: {},
        subject: { type: 'draft' as const, id },
      })),
    );
  });
}

async function expireBatch(ctx: SystemCtx): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    // A draft that its writer is saving or sending at this moment is left to them.
    const expired = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM draft WHERE expires_at < ${ctx.clock.now()} AND EXISTS (
        SELECT 1 FROM organisation o WHERE o.id = draft.organisation_id AND o.status <> 'suspended'
          AND (o.status = 'closed' OR NOT draft.says_danger))
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
