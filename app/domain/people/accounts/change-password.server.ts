import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { accountByPassword } from './own-password.server.ts';
import { hashOfNew } from './new-password.server.ts';
import { replacePassword } from './replace-password.server.ts';

/**
 * Sets another password for the actor, who shows that they know the one before: whoever finds a session open changes none.
 * @throws Invalid; @throws RateLimited after too many wrong ones
 */
export async function changePassword(ctx: Ctx, input: { current: string; password: string }): Promise<void> {
  const { accountId } = ctx.actor;
  const account = await accountByPassword(ctx, input.current);
  if (account === null) {
    await transaction(ctx.db, (tx) =>
      record(tx, ctx, {
        type: 'account.password_change_refused',
        data: {},
        subject: { type: 'account', id: accountId },
      }),
    );
    throw new Invalid({ currentPassword: 'Current password is wrong' });
  }
  if (input.password === input.current)
    throw new Invalid({ password: 'Enter a new password that is not the current one' });
  const passwordHash = await hashOfNew(ctx, input.password, account);
  await transaction(ctx.db, (tx) => replacePassword(tx, ctx, { accountId, passwordHash, by: 'change' }));
}
