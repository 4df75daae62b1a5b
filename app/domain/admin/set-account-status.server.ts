import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reasonGiven } from '../kernel/fields.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { wasOpened } from '../people/accounts/read-account.server.ts';
import { endSessions } from '../people/accounts/own-sessions.server.ts';
import { endInvitations } from '../people/accounts/send-invitation.server.ts';
import { changedSince, changeShown, type ShownAccount } from '../people/accounts/shown-account.server.ts';
import { withdrawOpenRequest } from '../people/roles/ask-for-roles.server.ts';
import { colleagueOf, handOn } from './hand-on.server.ts';
import { passOnOfMember } from './pass-on-of-member.server.ts';

/** `handTo`: who takes on what waits for whoever is suspended; empty or without it, nobody in particular. */
export type StatusInput = ShownAccount & { to: 'suspended' | 'active'; reason: string; handTo?: string };

/**
 * Suspends an account in whatever state it is and ends its sessions and invitations at once, or restores it: one that was
 * never opened is invited again. A reason is kept. An administrator does so with any account, a partner's lead with those of
 * their organisation, but lifts no suspension that an administrator made. Nobody suspends themselves, so that an administrator,
 * and whoever leads, always remains.
 * @throws Forbidden, Invalid, NotFound, Conflict when it is no longer as it was shown
 */
export async function setAccountStatus(
  ctx: Ctx,
  input: StatusInput,
): Promise<'suspended' | 'withdrawn' | 'active' | 'invited'> {
  const own = accountsOf(ctx);
  const reason = reasonGiven(input.reason);
  if (input.accountId === ctx.actor.accountId)
    throw new Invalid({ reason: 'You cannot suspend your own account' });
  return transaction(ctx.db, async (tx) => {
    const account = await tx.account.findFirst({
      where: { id: input.accountId, ...own },
      include: {
        suspendedByAccount: { select: { side: true } },
        directoryIdentity: { select: { accountId: true } },
      },
    });
    if (!account) throw new NotFound();
    const opened = wasOpened(account);
    if ((account.status === 'suspended') === (input.to === 'suspended')) throw changedSince();
    if (input.to === 'active' && own.organisationId && account.suspendedByAccount?.side !== 'partner')
      throw new Conflict('The police suspended this account, so only they can restore it. Ask them');
    if (input.to === 'suspended') await suspend(tx, ctx, input, account);
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

/** Whose accounts the actor suspends and restores. @throws Forbidden */
function accountsOf({ actor }: Ctx): { organisationId?: Id<'Organisation'> } {
  if (may(actor, 'accounts.manage')) return {};
  if (!may(actor, 'organisation.lead') || !actor.organisationId) throw new Forbidden();
  return { organisationId: actor.organisationId };
}

async function suspend(
  tx: Tx,
  ctx: Ctx,
  shown: StatusInput,
  { organisationId }: { organisationId: Id<'Organisation'> | null },
): Promise<void> {
  const { accountId, expectedVersion, handTo = '' } = shown;
  const now = ctx.realTime.now();
  await endInvitations(tx, accountId, now);
  await changeShown(
    tx,
    { accountId, expectedVersion },
    { status: 'suspended', suspendedBy: ctx.actor.accountId },
  );
  await endSessions(tx, now, { accountId, but: null });
  if (organisationId === null) {
    await withdrawOpenRequest(tx, ctx, accountId);
    await handOn(tx, ctx, { accountId, handTo: await colleagueOf(tx, accountId, handTo), why: 'suspended' });
  } else await passOnOfMember(tx, ctx, { accountId, organisationId, handTo });
}

/** Whether it is invited again: one that was never opened, and whose roles do not wait for a second administrator. */
async function restore(tx: Tx, ctx: Ctx, shown: ShownAccount, opened: boolean): Promise<boolean> {
  const { accountId, expectedVersion } = shown;
  await changeShown(
    tx,
    { accountId, expectedVersion },
    { status: opened ? 'active' : 'invited', suspendedBy: null },
  );
  if (opened || (await tx.accountRole.count({ where: { accountId } })) === 0) return false;
  const { accountId: invitedBy } = ctx.actor;
  await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy } });
  return true;
}
