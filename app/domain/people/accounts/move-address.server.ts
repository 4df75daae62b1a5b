import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { endSessions } from './own-sessions.server.ts';

/**
 * Of an account in use that gets a new address: its sessions end, whoever reads the old one sets no password from here on, and
 * the old and the new one are told.
 */
export async function leaveOldAddress(
  tx: Tx,
  ctx: Pick<PublicCtx, 'realTime'>,
  account: { id: Id<'Account'>; email: string },
  email: string,
): Promise<void> {
  const now = ctx.realTime.now();
  await endSessions(tx, now, { accountId: account.id, but: null });
  await tx.passwordReset.updateMany({
    where: { accountId: account.id, usedAt: null },
    data: { expiresAt: now },
  });
  for (const to of [account.email, email]) await enqueue(tx, { name: 'tell-address-changed', data: { to } });
}

export const addressTaken = 'There is already an account with this email address';

/** Whether a change of an account failed because another got the same address at that moment. */
export const tookTheSameAddress = (failure: unknown): boolean =>
  failure instanceof Prisma.PrismaClientKnownRequestError && failure.code === 'P2002';
