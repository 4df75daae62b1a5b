import { hashToken } from '#app/platform/crypto/token.ts';
import { isRole, type Actor } from '../../kernel/actor.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { expiriesAt, sessionEnd, touchEvery, type SessionEnd } from './session-times.ts';

export type SignedIn = Actor & { sessionEnd: SessionEnd; keyboardTriage: boolean };

/**
 * Who the token of a cookie stands for, or null: unknown, revoked, out of time or the account no longer active.
 * A session in use is touched at most once a minute.
 */
export async function resolveSession(ctx: PublicCtx, token: string): Promise<SignedIn | null> {
  const session = await ctx.db.session.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { account: { include: { accountRoles: true, organisation: { select: { status: true } } } } },
  });
  if (!session || session.revokedAt) return null;
  const { account } = session;
  const now = ctx.realTime.now();
  if (now >= session.idleExpiresAt || now >= session.absoluteExpiresAt) return null;
  if (account.status !== 'active' || account.organisation?.status === 'suspended') return null;
  const force = await currentForce(ctx.db);
  if (now.getTime() - session.lastSeenAt.getTime() >= touchEvery) {
    await ctx.db.session.updateMany({
      where: { id: session.id, revokedAt: null },
      data: {
        lastSeenAt: now,
        idleExpiresAt: expiriesAt(now, session.sharedComputer, force).idle,
      },
    });
  }
  return {
    accountId: account.id,
    displayName: account.displayName,
    side: account.side === 'partner' ? 'partner' : 'police',
    organisationId: account.organisationId,
    roles: account.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
    sessionId: session.id,
    sessionEnd: sessionEnd(now, session, force),
    keyboardTriage: account.keyboardTriage,
  };
}

/**
 * Whether a token that opens nothing any more belonged to a session on a shared computer: what was typed there is not
 * handed on to whoever signs in next.
 */
export async function wasOnSharedComputer(ctx: PublicCtx, token: string): Promise<boolean> {
  const session = await ctx.db.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { sharedComputer: true },
  });
  return session?.sharedComputer ?? false;
}
