import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { signInByNetwork } from './limits.ts';
import { signsInHere } from './signs-in-here.ts';
import { rowOfLink, type OpenedLink } from './mailed-link.server.ts';
import { networkOf } from './network.ts';
import { hashOfNew } from './new-password.server.ts';
import { replacePassword } from './replace-password.server.ts';

/** Whose password a link sets; or that the password was set since it was sent, or that it has run out or never was. */
export type PasswordReset =
  | { state: 'open'; id: string; accountId: Id<'Account'>; email: string; displayName: string }
  | { state: 'used' }
  | { state: 'over' };

/** @throws RateLimited */
export async function openPasswordReset(ctx: PublicCtx, opened: OpenedLink): Promise<PasswordReset> {
  const reset = await rowOfLink(ctx, opened, (tokenHash) =>
    ctx.db.passwordReset.findUnique({ where: { tokenHash }, include: { account: true } }),
  );
  if (!reset) return { state: 'over' };
  if (reset.usedAt) return { state: 'used' };
  const { account, expiresAt } = reset;
  const open = account.status === 'active' && signsInHere(ctx, account);
  if (expiresAt <= ctx.realTime.now() || !open) return { state: 'over' };
  const { id: accountId, email, displayName } = account;
  return { state: 'open', id: reset.id, accountId, email, displayName };
}

/**
 * Sets a new password and uses the link up. Nobody is signed in by it: whoever has the mail alone passes neither a second
 * factor nor the limits of signing in. The tries that its owner made before from this network are forgotten.
 * @throws Invalid, RateLimited; @throws NotFound where it is not open any more
 */
export async function resetPassword(
  ctx: PublicCtx,
  { password, ...opened }: OpenedLink & { password: string },
): Promise<void> {
  const reset = await openPasswordReset(ctx, opened);
  if (reset.state !== 'open') throw new NotFound();
  const passwordHash = await hashOfNew(ctx, password, reset);
  await transaction(ctx.db, async (tx) => {
    const links = await replacePassword(tx, ctx, { accountId: reset.accountId, passwordHash, by: 'reset' });
    const now = ctx.realTime.now();
    if (!links.some(({ id, expiresAt }) => id === reset.id && expiresAt > now)) throw new NotFound();
  });
  await ctx.limits.forget(signInByNetwork, `${reset.email} ${networkOf(opened.address)}`);
}
