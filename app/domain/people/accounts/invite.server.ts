import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { type Id, newId, isId } from '#app/domain/kernel/id.ts';
import type { Side } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx, PublicCtx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { askForSecond } from '../roles/ask-for-roles.server.ts';
import { areasAreThere, roleProblems, type WantedRole } from '../roles/role-problems.server.ts';
import { addressTaken } from './move-address.server.ts';
import { personProblems } from './person-problems.server.ts';
import { signsInHere } from './signs-in-here.ts';
import { changeShown, type ShownAccount } from './shown-account.server.ts';

/** `side` is empty when the form was sent without a choice. `organisationId` is null on the police side. */
export type InviteInput = {
  email: string;
  displayName: string;
  side: Side | '';
  organisationId: string | null;
  roles: WantedRole[];
};

/**
 * Makes an account that can do nothing until its owner opens the invitation and sets a password. Administrators invite
 * anyone; a partner lead invites members of the own organisation. Nobody registers without an invitation. Roles of the police
 * are asked for, and the invitation is sent once a second administrator has agreed to them.
 * @throws Invalid, Forbidden
 */
export async function invite(ctx: Ctx, input: InviteInput): Promise<{ accountId: Id<'Account'> }> {
  const email = input.email.trim().toLowerCase();
  const side = await permittedSide(ctx, input);
  const accountId = newId<'Account'>();
  await transaction(ctx.db, async (tx) => {
    await refuseUnknown(tx, ctx, input);
    const made = await tx.account.createMany({
      data: [
        {
          id: accountId,
          email,
          displayName: input.displayName.trim(),
          side,
          organisationId: input.organisationId,
          status: 'invited',
          createdAt: ctx.realTime.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) throw new Invalid({ email: addressTaken });
    if (side === 'partner') {
      await tx.accountRole.createMany({
        data: input.roles.map(({ role }) => ({ id: randomUUID(), accountId, role })),
        skipDuplicates: true,
      });
      await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy: ctx.actor.accountId } });
    }
    await record(tx, ctx, {
      type: 'account.invited',
      data: { roles: input.roles.map((held) => held.role) },
      subject: { type: 'account', id: accountId },
    });
    if (side === 'police') await askForSecond(tx, ctx, accountId, { roles: input.roles });
  });
  return { accountId };
}

/**
 * A new invitation for an account that has not opened its last one; the last one stops working. @throws Forbidden,
 * NotFound, Conflict when the account is no longer as it was shown
 */
export async function inviteAgain(ctx: Ctx, shown: ShownAccount): Promise<void> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const { accountId } = shown;
  await transaction(ctx.db, async (tx) => {
    await changeShown(tx, shown);
    const account = await tx.account.findFirst({
      where: { id: accountId, status: 'invited', accountRoles: { some: {} } },
      include: { accountRoles: true, organisation: { select: { status: true } } },
    });
    if (account?.organisation && account.organisation.status !== 'active')
      throw new Conflict('Their organisation is not active, so no invitation is sent. Restore it first');
    if (!account || !signsInHere(ctx, account)) throw new NotFound();
    await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy: ctx.actor.accountId } });
    await record(tx, ctx, {
      type: 'account.invited',
      data: { roles: account.accountRoles.map((held) => held.role) },
      subject: { type: 'account', id: accountId },
    });
  });
}

/** Refuses an organisation or area that is not there or has ended: the form could not have offered it. */
async function refuseUnknown(tx: Tx, ctx: Ctx, input: InviteInput): Promise<void> {
  const errors: Record<string, string> = {};
  const { organisationId } = input;
  if (organisationId !== null) {
    const known =
      isId(organisationId) &&
      (await tx.organisation.count({ where: { id: organisationId, status: 'active' } })) > 0;
    if (!known) errors.organisationId = 'Select an organisation that is active';
  }
  if (!(await areasAreThere(tx, ctx, input.roles))) errors.areaId = 'Select an area of the force';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** The side of the account, once nothing is wrong with the invitation. @throws Forbidden, Invalid */
async function permittedSide(ctx: Ctx, input: InviteInput): Promise<Side> {
  const own =
    may(ctx.actor, 'organisation.lead') &&
    input.side === 'partner' &&
    input.organisationId === ctx.actor.organisationId;
  if (!may(ctx.actor, 'accounts.manage') && !own) throw new Forbidden();
  const errors = await invitationProblems(ctx, input);
  if (input.side === 'police' && !signsInHere(ctx, { side: input.side, emergencySeat: null }))
    errors['side'] =
      'Police are not invited: their account is made when they first sign in with their force account';
  if (input.side === '' || Object.keys(errors).length > 0) throw new Invalid(errors);
  return input.side;
}

/** The errors of an invitation, one sentence for each field; empty when there are none. */
export async function invitationProblems(
  ctx: Pick<Ctx | PublicCtx, 'db' | 'packHash'>,
  input: InviteInput,
): Promise<Record<string, string>> {
  const errors = await personProblems(ctx.db, ctx, input);
  if (input.side === '') errors.side = 'Select whether the account is for a partner or for police';
  if (input.side === 'partner' && !input.organisationId) errors.organisationId = 'Select the organisation';
  if (input.side === 'police' && input.organisationId !== null)
    errors.organisationId = 'Police accounts belong to no organisation';
  return input.side === '' ? errors : { ...errors, ...roleProblems(input.side, input.roles) };
}

type Choice = { id: string; name: string };

/** The organisations and areas of which an administrator may choose for a new account, by name. @throws NotFound */
export async function invitationChoices(ctx: Ctx): Promise<{ organisations: Choice[]; areas: Choice[] }> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const select = { id: true, name: true } as const;
  const orderBy = { name: 'asc' } as const;
  return {
    organisations: await ctx.db.organisation.findMany({ where: { status: 'active' }, orderBy, select }),
    areas: await ctx.db.area.findMany({
      where: { OR: [{ validTo: null }, { validTo: { gt: ctx.clock.now() } }] },
      orderBy,
      select,
    }),
  };
}
