import type { Ctx } from '../../kernel/context.ts';

/**
 * Whether this person has still to be shown how to leave the portal quickly, before their first report. Asking counts
 * as showing it, so that nobody meets the page twice.
 */
export async function exitToBeExplained(ctx: Ctx): Promise<boolean> {
  const { count } = await ctx.db.account.updateMany({
    where: { id: ctx.actor.accountId, exitExplainedAt: null },
    data: { exitExplainedAt: ctx.realTime.now() },
  });
  return count === 1;
}
