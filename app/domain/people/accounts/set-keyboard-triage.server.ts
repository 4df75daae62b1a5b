import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Switches single keys on queue and submission pages on or off for the actor's own account. */
export async function setKeyboardTriage(ctx: Ctx, { on }: { on: boolean }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { accountId } = ctx.actor;
    const { count } = await tx.account.updateMany({
      where: { id: accountId, keyboardTriage: !on },
      data: { keyboardTriage: on },
    });
    if (count > 0)
      await record(tx, ctx, {
        type: 'account.keys_switched',
        data: { on },
        subject: { type: 'account', id: accountId },
      });
  });
}
