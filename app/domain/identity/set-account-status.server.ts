import { transaction } from '#app/platform/db/transaction.ts';
import { has } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../failures.ts';
import { isId } from '../is-id.ts';

const longestReason = 500;

/**
 * Suspends an account and ends its sessions at once, or restores it. A reason is kept. Nobody suspends themselves, so
 * an administrator always remains. @throws Forbidden, Invalid, NotFound, Conflict when it is no longer as it was
 */
export async function setAccountStatus(
  ctx: Ctx,
  input: { accountId: string; to: 'suspended' | 'active'; reason: string },
): Promise<void> {
  if (!has(ctx.actor, 'administrator')) throw new Forbidden();
  if (!isId(input.accountId)) throw new NotFound();
  const reason = input.reason.trim();
  if (!reason) throw new Invalid({ reason: 'Enter the reason' });
  if (reason.length > longestReason)
    throw new Invalid({ reason: `Reason must be ${longestReason} characters or less` });
  if (input.accountId === ctx.actor.accountId)
    throw new Invalid({ reason: 'You cannot suspend your own account' });
  const suspends = input.to === 'suspended';
  await transaction(ctx.db, async (tx) => {
    const account = await tx.account.count({ where: { id: input.accountId } });
    if (account === 0) throw new NotFound();
    const changed = await tx.account.updateMany({
      where: { id: input.accountId, status: suspends ? 'active' : 'suspended' },
      data: { status: input.to },
    });
    if (changed.count === 0) throw new Conflict();
    if (suspends) {
      await tx.session.updateMany({
        where: { accountId: input.accountId, revokedAt: null },
        data: { revokedAt: ctx.realTime.now() },
      });
      // From now on nobody who is here holds what they had claimed: the steps of a High one begin.
      await tx.submission.updateMany({
        where: { claimedBy: input.accountId, status: { notIn: ['closed', 'rejected', 'withdrawn'] } },
        data: { waitingSince: ctx.clock.now() },
      });
    }
    await record(tx, ctx, {
      type: suspends ? 'account.suspended' : 'account.restored',
      data: { reason },
      subject: { type: 'account', id: input.accountId },
    });
  });
}
