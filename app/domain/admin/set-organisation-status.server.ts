import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import { draftExpiry } from '../intake/drafts/drafts.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { reasonGiven } from '../kernel/fields.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import {
  changeShownOrganisation,
  organisationChanged,
  type ShownOrganisation,
} from '../people/organisations/shown-organisation.server.ts';
import { loadSubmissionUnchecked } from '../submission/load-submission.server.ts';
import { transition } from '../submission/transition.server.ts';

export type OrganisationStatusInput = ShownOrganisation & { to: OrganisationStatus; reason: string };

/** From which states each is reached. */
export const reachedFrom: Record<OrganisationStatus, readonly OrganisationStatus[]> = {
  active: ['suspended', 'closed'],
  suspended: ['active'],
  closed: ['active', 'suspended'],
};

/**
 * Suspends an organisation, closes it, or lifts either. What it has sent stays and is worked on; a reason is kept.
 * Suspended, its people are signed out, their invitations end, and nothing of theirs runs out; they sign in to send a report
 * about danger and to nothing else. Closed, their accounts are suspended, and no question waits for them any more.
 * @throws Forbidden, Invalid, NotFound, Conflict when it is no longer as it was shown
 */
export async function setOrganisationStatus(
  ctx: Ctx,
  { to, ...input }: OrganisationStatusInput,
): Promise<OrganisationStatus> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const reason = reasonGiven(input.reason);
  const { organisationId } = input;
  const subject = { type: 'organisation', id: organisationId } as const;
  return transaction(ctx.db, async (tx) => {
    const before = await tx.organisation.findUnique({ where: { id: organisationId } });
    if (!before) throw new NotFound();
    if (!reachedFrom[to].includes(before.status)) throw organisationChanged();
    await changeShownOrganisation(tx, input, { status: to, statusSince: ctx.clock.now() });
    if (to === 'active') {
      if (before.status === 'suspended') await lift(tx, ctx, organisationId);
      const from = before.status === 'closed' ? 'closed' : 'suspended';
      await record(tx, ctx, { type: 'organisation.restored', data: { reason, from }, subject });
      return to;
    }
    const people = await signOut(tx, ctx, organisationId);
    await record(tx, ctx, { type: `organisation.${to}`, data: { reason, people: people.length }, subject });
    if (to === 'closed') await end(tx, ctx, organisationId, reason);
    for (const accountId of people) await tell(tx, `organisation-${to}`, accountId);
    await tellOfDanger(tx, organisationId);
    return to;
  });
}

const tell = (tx: Tx, kind: Jobs['send-mail']['kind'], accountId: Id<'Account'>): Promise<void> =>
  enqueue(tx, { name: 'send-mail', data: { kind, accountId } });

/** Ends every session and every invitation of an organisation. Gives who of it could sign in. */
async function signOut(tx: Tx, ctx: Ctx, organisationId: Id<'Organisation'>): Promise<Id<'Account'>[]> {
  const now = ctx.realTime.now();
  const account = { organisationId };
  // Before the accounts, as accepting an invitation takes them in this order.
  await tx.invitation.updateMany({ where: { account, usedAt: null }, data: { usedAt: now } });
  await tx.session.updateMany({ where: { account, revokedAt: null }, data: { revokedAt: now } });
  const people = await tx.account.findMany({
    where: { organisationId, status: 'active' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}

/** The accounts of a closed organisation are suspended one by one, and no question waits for its answer. */
async function end(tx: Tx, ctx: Ctx, organisationId: Id<'Organisation'>, reason: string): Promise<void> {
  const ended = await tx.account.updateManyAndReturn({
    where: { organisationId, status: { not: 'suspended' } },
    data: { status: 'suspended', suspendedBy: ctx.actor.accountId, version: { increment: 1 } },
    select: { id: true, passwordHash: true },
  });
  await record(
    tx,
    ctx,
    ...ended.map(({ id, passwordHash }) => ({
      type:
        passwordHash === null ? ('account.invitation_withdrawn' as const) : ('account.suspended' as const),
      data: { reason },
      subject: { type: 'account' as const, id },
    })),
  );
  const waiting = await tx.$queryRaw<{ id: Id<'Submission'> }[]>`
    SELECT id FROM submission WHERE organisation_id = ${organisationId}::uuid AND status = 'clarification'
    ORDER BY id FOR NO KEY UPDATE`;
  const portal = { ...ctx, actor: null, system: 'The organisation was closed' };
  for (const { id } of waiting) {
    const submission = await loadSubmissionUnchecked(tx, portal, id);
    if (submission)
      await transition(tx, portal, submission, {
        action: 'stop_waiting',
        input: { comment: 'The partner was closed, so nobody there can answer' },
      });
  }
}

/** What its people had begun has its whole time again, and who was invited is invited anew. */
async function lift(tx: Tx, ctx: Ctx, organisationId: Id<'Organisation'>): Promise<void> {
  const expiresAt = await draftExpiry(tx, ctx, ctx.clock.now());
  await tx.draft.updateMany({
    where: { organisationId, channel: 'web' },
    data: { expiresAt, warnedAt: null },
  });
  const people = await tx.account.findMany({
    where: { organisationId, status: { in: ['active', 'invited'] }, accountRoles: { some: {} } },
    orderBy: { id: 'asc' },
    select: { id: true, status: true },
  });
  const invitedBy = ctx.actor.accountId;
  for (const { id: accountId, status } of people)
    if (status === 'active') await tell(tx, 'organisation-restored', accountId);
    else await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy } });
}

/** Of what says danger and is not sent its writers are told at once, and FIB supervisors that there is such: they can ring. */
async function tellOfDanger(tx: Tx, organisationId: Id<'Organisation'>): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { organisationId, channel: 'web', saysDanger: true },
    orderBy: { id: 'asc' },
    select: { id: true, accountId: true },
  });
  if (drafts.length === 0) return;
  for (const { id: draftId, accountId } of drafts)
    await enqueue(tx, { name: 'send-mail', data: { kind: 'draft-in-danger', accountId, draftId } });
  for (const supervisor of await roleHolders(tx, 'fib_supervisor'))
    await tell(tx, 'danger-not-sent', supervisor);
}
