import { hashToken } from '#app/platform/crypto/token.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { rowOfLink, type OpenedLink } from './mailed-link.server.ts';
import { hashOfNew } from './new-password.server.ts';
import { signsInHere } from './signs-in-here.ts';

/**
 * Whom an invitation is for; or that its account is open by now, that it was withdrawn, that its owner signs in with their
 * force account instead (`elsewhere`), or that it was replaced, has run out or never was.
 */
export type Invitation =
  | { state: 'open'; email: string; displayName: string }
  | { state: 'accepted' | 'withdrawn' | 'elsewhere' | 'over' };

/** @throws RateLimited */
export async function openInvitation(ctx: PublicCtx, opened: OpenedLink): Promise<Invitation> {
  const invitation = await rowOfLink(ctx, opened, (tokenHash) =>
    ctx.db.invitation.findUnique({ where: { tokenHash }, include: { account: true } }),
  );
  if (!invitation) return { state: 'over' };
  const { account, usedAt, expiresAt } = invitation;
  if (account.status === 'active') return { state: 'accepted' };
  if (account.status === 'suspended' && account.passwordHash === null) return { state: 'withdrawn' };
  if (!signsInHere(ctx, account)) return { state: 'elsewhere' };
  if (usedAt || expiresAt <= ctx.realTime.now() || account.status !== 'invited') return { state: 'over' };
  return { state: 'open', email: account.email, displayName: account.displayName };
}

/**
 * Sets the first password, which makes the account active, and uses the invitation up. @throws Invalid, RateLimited;
 * @throws NotFound where it is not open any more
 */
export async function acceptInvitation(
  ctx: PublicCtx,
  { password, ...opened }: OpenedLink & { password: string },
): Promise<void> {
  const invited = await openInvitation(ctx, opened);
  if (invited.state !== 'open') throw new NotFound();
  const passwordHash = await hashOfNew(ctx, password, invited);
  await transaction(ctx.db, async (tx) => {
    const now = ctx.realTime.now();
    const used = await tx.invitation.updateManyAndReturn({
      where: { tokenHash: hashToken(opened.token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    const accountId = used[0]?.accountId;
    if (!accountId) throw new NotFound();
    const activated = await tx.account.updateMany({
      where: { id: accountId, status: 'invited' },
      data: { passwordHash, status: 'active', version: { increment: 1 } },
    });
    if (activated.count === 0) throw new NotFound();
    await record(tx, ctx, {
      type: 'account.password_set',
      data: { by: 'invitation' },
      subject: { type: 'account', id: accountId },
    });
  });
}
