import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { has, isRole, roles, type HeldRole, type Side } from '../actor.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../context.ts';
import { Forbidden, Invalid, NotFound } from '../failures.ts';

export type InviteInput = {
  email: string;
  displayName: string;
  side: Side;
  organisationId: string | null;
  roles: HeldRole[];
};

/**
 * Makes an account that can do nothing until its owner opens the invitation and sets a password. Administrators invite
 * anyone; a partner lead invites members of the own organisation. Nobody registers without an invitation.
 * @throws Invalid, Forbidden
 */
export async function invite(ctx: Ctx, input: InviteInput): Promise<{ accountId: string }> {
  const email = input.email.trim().toLowerCase();
  refuseWrongInput(ctx, input, email);
  const accountId = randomUUID();
  await transaction(ctx.db, async (tx) => {
    if (await tx.account.findUnique({ where: { email }, select: { id: true } })) {
      throw new Invalid({ email: 'There is already an account with this email address' });
    }
    await tx.account.create({
      data: {
        id: accountId,
        email,
        displayName: input.displayName.trim(),
        side: input.side,
        organisationId: input.organisationId,
        status: 'invited',
        createdAt: ctx.realTime.now(),
        accountRoles: {
          create: input.roles.map((held) => ({ id: randomUUID(), role: held.role, areaId: held.areaId })),
        },
      },
    });
    await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy: ctx.actor.accountId } });
    await record(tx, ctx, {
      type: 'account.invited',
      data: { roles: input.roles.map((held) => held.role) },
      subject: { type: 'account', id: accountId },
    });
  });
  return { accountId };
}

/** A new invitation for an account that has not opened its last one; the last one stops working. */
export async function inviteAgain(ctx: Ctx, accountId: string): Promise<void> {
  if (!has(ctx.actor, 'administrator')) throw new Forbidden();
  await transaction(ctx.db, async (tx) => {
    const account = await tx.account.findFirst({
      where: { id: accountId, status: 'invited' },
      include: { accountRoles: true },
    });
    if (!account) throw new NotFound();
    await enqueue(tx, { name: 'send-invitation', data: { accountId, invitedBy: ctx.actor.accountId } });
    await record(tx, ctx, {
      type: 'account.invited',
      data: { roles: account.accountRoles.map((held) => held.role) },
      subject: { type: 'account', id: accountId },
    });
  });
}

function refuseWrongInput(ctx: Ctx, input: InviteInput, email: string): void {
  const own =
    has(ctx.actor, 'partner_lead') &&
    input.side === 'partner' &&
    input.organisationId === ctx.actor.organisationId;
  if (!has(ctx.actor, 'administrator') && !own) throw new Forbidden();
  const errors: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    errors.email = 'Enter an email address in the correct format, like name@example.com';
  if (!input.displayName.trim()) errors.displayName = 'Enter the person’s name';
  if (input.displayName.length > 100) errors.displayName = 'Name must be 100 characters or less';
  if (input.roles.length === 0) errors.roles = 'Select at least one role';
  if (input.roles.some((held) => !isRole(held.role) || roles[held.role].side !== input.side))
    errors.roles = 'Select roles that belong to this kind of account';
  if (input.roles.some((held) => held.areaId !== null && !roles[held.role].byArea))
    errors.roles = 'Only SPOCs and area leads are limited to an area';
  if (input.roles.some((held) => held.role === 'area_lead' && held.areaId === null))
    errors.areaId = 'Select the area of the area lead';
  if (input.side === 'partner' && !input.organisationId) errors.organisationId = 'Select the organisation';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
