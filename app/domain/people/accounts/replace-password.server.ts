import type { Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { AuditEvents } from '../../audit/events.ts';
import { record, type Recorder } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { endSessions } from './own-sessions.server.ts';

/**
 * Another password for an account that has one. With the old one go every session that it opened, but for the one in which it
 * is changed, and every mailed link that still waits, which are given back; its owner is told by mail. The account is written
 * first, so that two who do this wait for each other and a sign-in with the old password comes to nothing.
 * @throws NotFound where it is not active any more
 */
export async function replacePassword(
  tx: Tx,
  ctx: Recorder & Pick<PublicCtx, 'realTime'>,
  {
    accountId,
    passwordHash,
    by,
  }: {
    accountId: Id<'Account'>;
    passwordHash: string;
    by: AuditEvents['account.password_set']['by'];
  },
): Promise<{ id: string; expiresAt: Date }[]> {
  const now = ctx.realTime.now();
  const replaced = await tx.account.updateMany({
    where: { id: accountId, status: 'active' },
    // Whoever reads the mail alone is to set up no second factor either.
    data: { passwordHash, ...(by === 'reset' ? { firstFactorByCode: true } : {}) },
  });
  if (replaced.count === 0) throw new NotFound();
  await endSessions(tx, now, { accountId, but: ctx.actor?.sessionId ?? null });
  const links = await tx.passwordReset.updateManyAndReturn({
    where: { accountId, usedAt: null },
    data: { usedAt: now },
    select: { id: true, expiresAt: true },
  });
  await record(tx, ctx, {
    type: 'account.password_set',
    data: { by },
    subject: { type: 'account', id: accountId },
  });
  await enqueue(tx, { name: 'send-mail', data: { kind: 'password-changed', accountId } });
  return links;
}
