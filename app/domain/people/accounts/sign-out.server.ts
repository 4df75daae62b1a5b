import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Ends this session at once; its token opens nothing from here on. */
export async function signOut(ctx: Ctx): Promise<void> {
  const id = ctx.actor.sessionId;
  if (!id) return;
  await transaction(ctx.db, async (tx) => {
    await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: ctx.realTime.now() } });
    await record(tx, ctx, { type: 'account.signed_out', data: {}, subject: { type: 'session', id } });
  });
}
