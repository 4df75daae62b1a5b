import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { accountByPassword } from '../accounts/own-password.server.ts';

/**
 * Takes the actor's password as a proof of who they are, for what asks for a recent one. @throws Invalid;
 * @throws RateLimited after too many wrong ones
 */
export async function proveByPassword(ctx: Ctx, { password }: { password: string }): Promise<void> {
  const subject = { type: 'account', id: ctx.actor.accountId } as const;
  const known = (await accountByPassword(ctx, password)) !== null;
  await transaction(ctx.db, async (tx) => {
    if (known)
      await tx.session.updateMany({
        where: { id: ctx.actor.sessionId ?? '', revokedAt: null },
        data: { provedAt: ctx.realTime.now() },
      });
    const data = { by: 'password' } as const;
    await record(tx, ctx, { type: known ? 'account.proved' : 'account.proof_refused', data, subject });
  });
  if (!known) throw new Invalid({ password: 'Password is wrong' });
}
