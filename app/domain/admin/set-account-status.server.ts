import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/failures.ts';

import { endInvitations } from '../people/accounts/send-invitation.server.ts';
import { changedSince, changeShown, type ShownAccount } from '../people/accounts/shown-account.server.ts';
import { transition } from '../submission/transition.server.ts';
import { finalStatuses } from '../kernel/statuses.ts';
import { isOpen } from '../submission/queue-sql.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';

const longestReason = 500;

/**
 * Suspends an account in whatever state it is and ends its sessions and invitations at once, or restores it: one that was
 * never opened is invited again. A reason is kept. Nobody suspends themselves, so an administrator always remains.
 * @throws Forbidden, Invalid, NotFound, Conflict when it is no longer as it was shown
 */
export async function setAccountStatus(
  ctx: Ctx,
  input: ShownAccount & { to: 'suspended' | 'active'; reason: string },
): Promise<'suspended' | 'withdrawn' | 'active' | 'invited'> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const reason = input.reason.trim();
  if (!reason) throw new Invalid({ reason: 'Enter the reason' });
  if (reason.length > longestReason)
    throw new Invalid({ reason: `Reason must be ${longestReason} characters or less` });
  if (input.accountId === ctx.actor.accountId)
    throw new Invalid({ reason: 'You cannot suspend your own account' });
  return transaction(ctx.db, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: input.accountId } });
    if (!account) throw new NotFound();
    const opened = account.passwordHash !== null;
    if ((account.status === 'suspended') === (input.to === 'suspended')) throw changedSince();
    if (input.to === 'suspended') await suspend(tx, ctx, input);
    const invites = input.to === 'active' && (await restore(tx, ctx, input, opened));
    const suspended = opened ? 'account.suspended' : 'account.invitation_withdrawn';
    await record(tx, ctx, {
      type: input.to === 'suspended' ? suspended : 'account.restored',
      data: { reason },
      subject: { type: 'account', id: input.accountId },
    });
    if (input.to === 'suspended') return opened ? 'suspended' : 'withdrawn';
    return invites ? 'invited' : 'active';
  });
}

async function suspend(tx: Tx, ctx: Ctx, shown: ShownAccount): Promise<void> {
  const { accountId } = shown;
  const now = ctx.realTime.now();
  await endInvitations(tx, accountId, now);
  await changeShown(tx, shown, { status: 'suspended' });
  await tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
  await freeClaims(tx, ctx, accountId);
}

/** Whether it is invited again: one that was never opened, and whose roles do not wait for a second administrator. */
async function restore(tx: Tx, ctx: Ctx, shown: ShownAccount, opened: boolean): Promise<boolean> {
  const { accountId } = shown;
  await changeShown(tx, shown, { status: opened ? 'active' : 'invited' });
  if (opened || (await tx.accountRole.count({ where: { accountId } })) === 0) return false;
  const { accountId: invitedBy } = ctx.actor;
  await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy } });
  return true;
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
