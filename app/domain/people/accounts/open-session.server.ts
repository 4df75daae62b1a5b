import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { browserOf } from './browser-of.ts';
import { expiriesAt } from './session-times.ts';

export type NewSession = {
  accountId: Id<'Account'>;
  assurance: 'password' | 'single_sign_on';
  /** When they showed it; null where it is not known. */
  provedAt: Date | null;
  sharedComputer: boolean;
  /** The token of a session that this browser already had: it ends here, so no token lives on over a sign-in. */
  previousToken: string | null;
  /** As the browser names itself, for its owner's list of sessions. */
  userAgent: string;
};

/** Opens a session for whoever has just shown who they are. Gives the token for the cookie, kept here only as a hash. */
export async function openSession(
  tx: Tx,
  ctx: PublicCtx,
  { accountId, assurance, provedAt, sharedComputer, previousToken, userAgent }: NewSession,
): Promise<{ id: Id<'Session'>; token: string }> {
  const now = ctx.realTime.now();
  if (previousToken)
    await tx.session.updateMany({
      where: { tokenHash: hashToken(previousToken), revokedAt: null },
      data: { revokedAt: now },
    });
  const token = newToken();
  const expiries = expiriesAt(now, sharedComputer, await currentForce(tx, ctx));
  const { id } = await tx.session.create({
    data: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      accountId,
      assurance,
      provedAt,
      sharedComputer,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: expiries.idle,
      absoluteExpiresAt: expiries.absolute,
      ...browserOf(userAgent),
    },
    select: { id: true },
  });
  return { id, token };
}
