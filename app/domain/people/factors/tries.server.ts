import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Ctx } from '../../kernel/context.ts';
import { RateLimited } from '../../kernel/failures.ts';
import { factorByDay, factorByQuarter, lockedMail } from '../accounts/limits.ts';

const limits = [factorByQuarter, factorByDay];

/**
 * Checks a code or a passkey of the actor within the limits, which count failures only: `check` gives null for one. Whoever
 * comes here knows the password, so the owner is told once the limit is reached. @throws RateLimited
 */
export async function withinTries<Checked>(
  ctx: Ctx,
  check: () => Promise<Checked | null>,
): Promise<Checked | null> {
  const { accountId } = ctx.actor;
  for (const limit of limits) {
    const wait = await ctx.limits.take(limit, accountId);
    if (wait === null) continue;
    if ((await ctx.limits.take(lockedMail, accountId)) === null)
      await transaction(ctx.db, (tx) =>
        enqueue(tx, { name: 'send-mail', data: { kind: 'factor-locked', accountId } }),
      );
    throw new RateLimited(wait, 'Too many wrong codes. Wait and try again');
  }
  const checked = await check();
  if (checked !== null) for (const limit of limits) await ctx.limits.forget(limit, accountId);
  return checked;
}
