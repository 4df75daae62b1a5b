import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, RateLimited } from '../../kernel/failures.ts';
import { currentPassword } from './limits.ts';
import { passwordMatches } from './password.ts';
import { signsInHere } from './signs-in-here.ts';

/** The actor's account, where this is its password; null for a wrong one. @throws RateLimited after too many of those;
 * @throws Forbidden where a password is none */
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
    select: { email: true, displayName: true, passwordHash: true, side: true, emergencySeat: true },
  });
  if (!signsInHere(ctx, account))
    throw new Forbidden('You sign in with your force account, so you have no password here');
  if (!(await passwordMatches(passwordHash, password))) return null;
  await ctx.limits.forget(currentPassword, accountId);
  return account;
}
