import type { Ctx } from '../../kernel/context.ts';
import { RateLimited } from '../../kernel/failures.ts';
import { currentPassword } from './limits.ts';
import { passwordMatches } from './password.ts';

/** The actor's account, where this is its password; null for a wrong one. @throws RateLimited after too many of those */
export async function accountByPassword(
  ctx: Ctx,
  password: string,
): Promise<{ email: string; displayName: string } | null> {
  const { accountId } = ctx.actor;
  const wait = await ctx.limits.take(currentPassword, accountId);
  if (wait !== null)
    throw new RateLimited(wait, 'Too many wrong passwords. Wait a few minutes and try again');
  const { passwordHash, ...account } = await ctx.db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, displayName: true, passwordHash: true },
  });
  if (!(await passwordMatches(passwordHash, password))) return null;
  await ctx.limits.forget(currentPassword, accountId);
  return account;
}
