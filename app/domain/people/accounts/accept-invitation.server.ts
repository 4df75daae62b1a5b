import { hashToken } from '#app/platform/crypto/token.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import { invitationByAddress } from './limits.ts';
import { hashPassword, passwordProblem } from './password.ts';

type Invited = { email: string; displayName: string };

/** Whom an open invitation is for. @throws NotFound when it is unknown, used or out of time; @throws RateLimited */
export async function openInvitation(
  ctx: PublicCtx,
  input: { token: string; address: string },
): Promise<Invited> {
  const wait = await ctx.limits.take(invitationByAddress, input.address);
  if (wait !== null) throw new RateLimited(wait);
  const invitation = await ctx.db.invitation.findUnique({
    where: { tokenHash: hashToken(input.token) },
    include: { account: true },
  });
  if (
    !invitation ||
    invitation.usedAt ||
    invitation.expiresAt <= ctx.realTime.now() ||
    invitation.account.status !== 'invited'
  ) {
    throw new NotFound('This invitation has been used or has run out. Ask for a new one');
  }
  return { email: invitation.account.email, displayName: invitation.account.displayName };
}

/** Sets the first password, which makes the account active, and uses the invitation up. @throws Invalid, NotFound, RateLimited */
export async function acceptInvitation(
  ctx: PublicCtx,
  input: { token: string; password: string; address: string },
): Promise<void> {
  const invited = await openInvitation(ctx, input);
  const problem = passwordProblem(input.password, invited);
  if (problem) throw new Invalid({ password: problem });
  const passwordHash = await hashPassword(input.password);
  await transaction(ctx.db, async (tx) => {
    const now = ctx.realTime.now();
    const used = await tx.invitation.updateManyAndReturn({
      where: { tokenHash: hashToken(input.token), usedAt: null, expiresAt: { gt: now } },
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
