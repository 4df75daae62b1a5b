import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';

const BATCH = 200;
const day = 24 * 60 * 60_000;

/** So long before its end the writer of a draft is told, in days; where drafts are kept shorter, at half of their time. */
export const warnDaysBefore = 7;

/** Tells the writer of each draft that will soon be deleted, once, by a message without content. */
export async function warnDrafts(ctx: SystemCtx): Promise<void> {
  const { drafts } = await currentForce(ctx.db, ctx);
  const days = Math.min(warnDaysBefore, drafts.expireAfterDays / 2);
  let warned: number;
  do warned = await warnBatch(ctx, days);
  while (warned === BATCH);
}

async function warnBatch(ctx: SystemCtx, days: number): Promise<number> {
  return transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + days * day);
    // A draft that its writer is saving or sending at this moment is left to them.
    const ending = await tx.$queryRaw<{ id: Id<'Draft'>; accountId: Id<'Account'> }[]>`
      SELECT id, account_id AS "accountId" FROM draft
      WHERE warned_at IS NULL AND expires_at > ${now} AND expires_at <= ${until}
        AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = draft.organisation_id AND o.status = 'suspended')
      ORDER BY expires_at, id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
    if (ending.length === 0) return 0;
    await tx.draft.updateMany({
      where: { id: { in: ending.map(({ id }) => id) } },
      data: { warnedAt: now },
    });
    for (const { id, accountId } of ending)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'draft-expiring', accountId, draftId: id } });
    await record(
      tx,
      ctx,
      ...ending.map(({ id }) => ({
        type: 'draft.warned' as const,
        data: {},
        subject: { type: 'draft' as const, id },
      })),
    );
    return ending.length;
  });
}
