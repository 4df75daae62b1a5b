import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';

/** Switches single keys on queue and submission pages on or off for the actor's own account. @throws Invalid */
export async function setKeyboardTriage(ctx: Ctx, input: { keys: string }): Promise<{ on: boolean }> {
  if (input.keys !== 'on' && input.keys !== 'off')
    throw new Invalid({ keys: 'Select whether keys are on or off' });
  const on = input.keys === 'on';
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
  return { on };
}
