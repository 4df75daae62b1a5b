import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Whether the actor hears when something High comes while a queue or the home page is open. */
export async function soundForHigh(ctx: Ctx): Promise<boolean> {
  const account = await ctx.db.account.findUnique({
    where: { id: ctx.actor.accountId },
    select: { soundForHigh: true },
  });
  return account?.soundForHigh ?? false;
}

/** Switches that sound on or off for the actor's own account. */
export async function setSoundForHigh(ctx: Ctx, { on }: { on: boolean }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const { accountId } = ctx.actor;
    const { count } = await tx.account.updateMany({
      where: { id: accountId, soundForHigh: !on },
      data: { soundForHigh: on },
    });
    if (count > 0)
      await record(tx, ctx, {
        type: 'account.sound_switched',
        data: { on },
        subject: { type: 'account', id: accountId },
      });
  });
}
