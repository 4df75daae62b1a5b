import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { askForSecond } from '../roles/ask-for-roles.server.ts';
import { addressTaken, leaveOldAddress, tookTheSameAddress } from './move-address.server.ts';
import { personProblems } from './person-problems.server.ts';
import { wasOpened } from './read-account.server.ts';
import { endInvitations } from './send-invitation.server.ts';
import { signsInHere, type WhereItSignsIn } from './signs-in-here.ts';
import { changeShown, type ShownAccount } from './shown-account.server.ts';

/** `siteId` is empty for an account without a site. */
export type DetailsInput = ShownAccount & { displayName: string; email: string; siteId: string };

/** What the page of the details shows, and the sites of the organisation to choose from. */
export type Details = {
  accountId: Id<'Account'>;
  version: number;
  status: string;
  side: string;
  displayName: string;
  email: string;
  siteId: string;
  sites: { id: string; name: string }[];
};

/** @throws NotFound */
export async function readDetails(ctx: Ctx, { accountId }: { accountId: Id<'Account'> }): Promise<Details> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const row = await ctx.db.account.findUnique({
    where: { id: accountId },
    include: {
      organisation: {
        select: { organisationSites: { orderBy: { name: 'asc' }, select: { id: true, name: true } } },
      },
    },
  });
  if (!row) throw new NotFound();
  const { version, status, side, displayName, email, siteId, organisation } = row;
  return {
    accountId,
    version,
    status,
    side,
    displayName,
    email,
    siteId: siteId ?? '',
    sites: organisation?.organisationSites ?? [],
  };
}

/**
 * Corrects the name, the address or the site of an account. Of one that is still to be opened, every invitation stops
 * working and one goes to the new address. Of a partner's in use, a new address ends its sessions, and the old and the new
 * address are told; of one of the police it waits for a second administrator.
 * @throws Forbidden, NotFound, Invalid, Conflict when it is no longer as it was shown
 */
export async function changeDetails(
  ctx: Ctx,
  input: DetailsInput,
): Promise<'changed' | 'invited' | 'roles-asked' | 'address-asked'> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const { accountId } = input;
  const wanted = {
    displayName: input.displayName.trim(),
    email: input.email.trim().toLowerCase(),
    siteId: input.siteId || null,
  };
  const change = async (tx: Tx) => {
    const before = await tx.account.findUnique({
      where: { id: accountId },
      include: { directoryIdentity: { select: { accountId: true } } },
    });
    if (!before) throw new NotFound();
    await refuseWrong(tx, ctx, before, wanted);
    const moves = before.email !== wanted.email;
    const takesTwo = moves && before.side === 'police' && wasOpened(before);
    const now = takesTwo ? { ...wanted, email: before.email } : wanted;
    const fields = (['displayName', 'email', 'siteId'] as const).filter((name) => before[name] !== now[name]);
    if (!moves && fields.length === 0) return 'changed';
    if (moves && !takesTwo) await endInvitations(tx, accountId, ctx.realTime.now());
    await changeShown(tx, input, now);
    if (takesTwo) await askForSecond(tx, ctx, accountId, { email: wanted.email });
    else if (moves) await move(tx, ctx, before, wanted.email);
    if (fields.length > 0)
      await record(tx, ctx, {
        type: 'account.changed',
        data: { fields },
        subject: { type: 'account', id: accountId },
      });
    if (takesTwo) return 'address-asked';
    if (!moves || before.status !== 'invited') return 'changed';
    return before.side === 'police' ? 'roles-asked' : 'invited';
  };
  return transaction(ctx.db, change).catch((failure: unknown) => {
    throw tookTheSameAddress(failure) ? new Invalid({ email: addressTaken }) : failure;
  });
}

type Person = { id: Id<'Account'>; side: 'partner' | 'police'; organisationId: string | null };

async function refuseWrong(
  tx: Tx,
  ctx: Ctx,
  { id, side, organisationId }: Person,
  wanted: { displayName: string; email: string; siteId: string | null },
): Promise<void> {
  const errors = await personProblems(tx, ctx, { ...wanted, side });
  if (!errors.email && (await tx.account.count({ where: { email: wanted.email, id: { not: id } } })) > 0)
    errors.email = addressTaken;
  const { siteId } = wanted;
  if (siteId !== null) {
    const known =
      isId(siteId) &&
      organisationId !== null &&
      (await tx.organisationSite.count({ where: { id: siteId, organisationId } })) > 0;
    if (!known) errors.siteId = 'Select a site of the person’s organisation';
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

type Moved = Person & WhereItSignsIn & { email: string; status: string; passwordHash: string | null };

async function move(tx: Tx, ctx: Ctx, before: Moved, email: string): Promise<void> {
  const { accountId: invitedBy } = ctx.actor;
  if (before.status === 'invited')
    await enqueue(tx, { name: 'send-invitation', data: { accountId: before.id, invitedBy } });
  else await leaveOldAddress(tx, ctx, before, email);
  if (before.side === 'police' && signsInHere(ctx, before)) await askAgain(tx, ctx, before.id);
}

/**
 * Who is to have roles of the police is agreed to at an address. At another one, the roles of an invitation that nobody has
 * opened are asked for anew, with what waits, by whoever changed it: one administrator alone sends them nowhere.
 */
async function askAgain(tx: Tx, ctx: Ctx, accountId: Id<'Account'>): Promise<void> {
  const held = await tx.accountRole.findMany({ where: { accountId } });
  await tx.accountRole.deleteMany({ where: { id: { in: held.map(({ id }) => id) } } });
  const waiting = await tx.roleRequestRole.findMany({ where: { request: { accountId, decision: null } } });
  await askForSecond(tx, ctx, accountId, { roles: [...held, ...waiting] });
}
