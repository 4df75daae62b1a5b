import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { askForRoles } from '../roles/ask-for-roles.server.ts';
import { personProblems } from './person-problems.server.ts';
import { endInvitations } from './send-invitation.server.ts';
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
 * working and one goes to the new address. Of any other, a new address ends its sessions, and the old and the new address are
 * told. @throws Forbidden, NotFound, Invalid, Conflict when it is no longer as it was shown
 */
export async function changeDetails(
  ctx: Ctx,
  input: DetailsInput,
): Promise<'changed' | 'invited' | 'roles-asked'> {
  if (!may(ctx.actor, 'accounts.manage')) throw new Forbidden();
  const { accountId } = input;
  const wanted = {
    displayName: input.displayName.trim(),
    email: input.email.trim().toLowerCase(),
    siteId: input.siteId || null,
  };
  return transaction(ctx.db, async (tx) => {
    const before = await tx.account.findUnique({ where: { id: accountId } });
    if (!before) throw new NotFound();
    await refuseWrong(tx, ctx, before, wanted);
    const fields = (['displayName', 'email', 'siteId'] as const).filter(
      (name) => before[name] !== wanted[name],
    );
    if (fields.length === 0) return 'changed';
    const moves = fields.includes('email');
    if (moves) await endInvitations(tx, accountId, ctx.realTime.now());
    await changeShown(tx, input, wanted);
    if (moves) {
      await tellOfMove(tx, ctx, before, wanted.email);
      await askAgain(tx, ctx, before);
    }
    await record(tx, ctx, {
      type: 'account.changed',
      data: { fields },
      subject: { type: 'account', id: accountId },
    });
    if (!moves || before.status !== 'invited') return 'changed';
    return before.side === 'police' ? 'roles-asked' : 'invited';
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
    errors.email = 'There is already an account with this email address';
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

/**
 * Who is to have roles of the police is agreed to at an address. At another one, what waits is asked for anew, by whoever
 * changed it, and so are the roles of an invitation that nobody has opened: one administrator alone sends them nowhere.
 */
async function askAgain(
  tx: Tx,
  ctx: Ctx,
  { id, side, passwordHash }: Person & { passwordHash: string | null },
): Promise<void> {
  if (side !== 'police') return;
  const waiting = await tx.roleRequestRole.findMany({
    where: { request: { accountId: id, decision: null } },
  });
  const unopened = passwordHash === null ? await tx.accountRole.findMany({ where: { accountId: id } }) : [];
  if (waiting.length + unopened.length === 0) return;
  await tx.accountRole.deleteMany({ where: { id: { in: unopened.map((held) => held.id) } } });
  await askForRoles(tx, ctx, id, [...unopened, ...waiting]);
}

async function tellOfMove(
  tx: Tx,
  ctx: Ctx,
  before: { id: Id<'Account'>; email: string; status: string },
  email: string,
): Promise<void> {
  if (before.status === 'invited') {
    const { accountId: invitedBy } = ctx.actor;
    await enqueue(tx, { name: 'send-invitation', data: { accountId: before.id, invitedBy } });
    return;
  }
  const now = ctx.realTime.now();
  await tx.session.updateMany({
    where: { accountId: before.id, revokedAt: null },
    data: { revokedAt: now },
  });
  // Whoever reads the old address sets no password from here on.
  await tx.passwordReset.updateMany({
    where: { accountId: before.id, usedAt: null },
    data: { expiresAt: now },
  });
  for (const to of [before.email, email]) await enqueue(tx, { name: 'tell-address-changed', data: { to } });
}
