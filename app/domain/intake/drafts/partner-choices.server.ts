import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';

export type Choice = { id: string; name: string };
export type UnsentForPartner = {
  id: string;
  organisation: string;
  channel: string;
  updatedAt: Date;
  expiresAt: Date;
};

/** A force has hundreds of partner organisations, and one of them dozens of reporters. */
const mostChoices = 1000;

/** Somebody of a suspended organisation may still ring: what they say is entered for it, and marked so. */
export const stillSpokenFor = { in: ['active', 'suspended'] } satisfies Prisma.EnumOrganisationStatusFilter;

/** Where an officer begins to enter a report: the organisations, and what they have not sent yet. @throws Forbidden */
export async function partnerChoices(
  ctx: Ctx,
): Promise<{ organisations: Choice[]; unsent: UnsentForPartner[] }> {
  if (!may(ctx.actor, 'reports.enter')) throw new Forbidden();
  const organisations = await ctx.db.organisation.findMany({
    where: { status: stillSpokenFor },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostChoices,
    select: { id: true, name: true, status: true },
  });
  const drafts = await ctx.db.draft.findMany({
    where: { accountId: ctx.actor.accountId, channel: { not: 'web' } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      channel: true,
      updatedAt: true,
      expiresAt: true,
      organisation: { select: { name: true } },
    },
  });
  return {
    organisations: organisations.map(({ id, name, status }) => ({
      id,
      name: status === 'active' ? name : `${name} (suspended)`,
    })),
    unsent: drafts.map(({ organisation, ...draft }) => ({ ...draft, organisation: organisation.name })),
  };
}

/** Who of an organisation may have made the report. @throws Forbidden, NotFound */
export async function partnerPeople(
  ctx: Ctx,
  input: { organisationId: Id<'Organisation'> },
): Promise<{ organisation: string; people: Choice[] }> {
  if (!may(ctx.actor, 'reports.enter')) throw new Forbidden();
  const organisation = await ctx.db.organisation.findFirst({
    where: { id: input.organisationId, status: stillSpokenFor },
    select: { id: true, name: true },
  });
  if (!organisation) throw new NotFound();
  const people = await peopleOf(ctx.db, organisation.id);
  return { organisation: organisation.name, people: people.map(({ id, name }) => ({ id, name })) };
}

/** People of an organisation to whom a report can belong: its reporters who can sign in, by name. */
export async function peopleOf(
  db: Ctx['db'] | Tx,
  organisationId: Id<'Organisation'>,
): Promise<(Choice & { siteId: Id<'OrganisationSite'> | null })[]> {
  const rows = await db.account.findMany({
    where: { organisationId, status: 'active', accountRoles: { some: { role: 'reporter' } } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take: mostChoices,
    select: { id: true, displayName: true, siteId: true },
  });
  return rows.map(({ displayName, ...row }) => ({ ...row, name: displayName }));
}
