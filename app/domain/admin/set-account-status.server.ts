import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';

import { transition } from '../submission/transition.server.ts';
import { finalStatuses } from '../kernel/statuses.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';

const longestReason = 500;

/**
 * Suspends an account and ends its sessions at once, or restores it. A reason is kept. Nobody suspends themselves, so
 * an administrator always remains. @throws Forbidden, Invalid, NotFound, Conflict when it is no longer as it was
 */
export async function setAccountStatus(
  ctx: Ctx,
  input: { accountId: Id<'Account'>; to: 'suspended' | 'active'; reason: string },
): Promise<void> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
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
      await freeClaims(tx, ctx, input.accountId);
    }
    await record(tx, ctx, {
      type: suspends ? 'account.suspended' : 'account.restored',
      data: { reason },
      subject: { type: 'account', id: input.accountId },
    });
  });
}

/**
 * From now on nobody who is here holds what they had claimed. The steps of a High one begin, and it keeps its claim, so that
 * whoever takes it over sees whose it was; anything else is unassigned again in its queue (docs/decisions/0042).
 */
async function freeClaims(tx: Tx, ctx: Ctx, accountId: Id<'Account'>): Promise<void> {
  const held = { claimedBy: accountId, status: { notIn: [...finalStatuses] } };
  await tx.submission.updateMany({
    where: { ...held, priority: 'high' },
    data: { waitingSince: ctx.clock.now() },
  });
  const portal = { ...ctx, actor: null, system: 'Account suspended' };
  const others = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
    SELECT s.id FROM submission s WHERE s.claimed_by = ${accountId}::uuid AND s.priority <> 'high' AND ${isOpen}
    ORDER BY s.id FOR UPDATE`;
  for (const { id } of others) {
    const submission = await loadSubmissionUnchecked(tx, portal, id);
    if (submission)
      await transition(tx, portal, submission, {
        action: 'release',
        input: { comment: 'The account of whoever held it was suspended' },
      });
  }
}
