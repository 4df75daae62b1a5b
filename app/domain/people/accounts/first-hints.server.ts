import type { Ctx } from '../../kernel/context.ts';

/** Never shows the hints for the first time again. Said twice changes nothing. */
export async function endHints(ctx: Ctx): Promise<void> {
  await ctx.db.account.updateMany({
    where: { id: ctx.actor.accountId, hintsDoneAt: null },
    data: { hintsDoneAt: ctx.realTime.now() },
  });
}

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
