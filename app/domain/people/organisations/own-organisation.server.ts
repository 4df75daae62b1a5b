import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { immigrationUses, type ImmigrationUses } from './immigration-uses.server.ts';
import { shownStatus } from '../accounts/read-account.server.ts';
import { isPartnerRole, type PartnerRole } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { siteOf, sitesByName, type Site } from './organisation.server.ts';
import { termState, type Term, type TermState } from './agreement-term.ts';

export type MemberLine = {
  id: string;
  displayName: string;
  email: string;
  /** `withdrawn` is a suspended account that nobody ever opened. */
  status: 'invited' | 'active' | 'suspended' | 'withdrawn';
  roles: PartnerRole[];
};

/** What leads look after, and what the agreement lets them see of reports. */
export type LedOrganisation = {
  name: string;
  /** The agreement under which it shares: its reference, its term, and how it stands today. */
  agreement: Term & { reference: string | null; standing: TermState };
  members: MemberLine[];
  sites: Site[];
  /** Its own numbers and addresses that the force knows: nobody is alerted because two reports name one. */
  ownContacts: string[];
  immigrationUses: ImmigrationUses[];
  /** They may open and answer reports. */
  covers: boolean;
  /** They may see who sent which report. */
  authors: boolean;
};

/** The organisation of whoever leads it. @throws NotFound for anybody else */
export function requireLead({ actor }: Ctx): Id<'Organisation'> {
  if (!may(actor, 'organisation.lead') || actor.organisationId === null) throw new NotFound();
  return actor.organisationId;
}

export async function ledOrganisation(
  tx: Tx,
  ctx: Ctx,
  organisationId: Id<'Organisation'>,
): Promise<LedOrganisation> {
  const { name, ownContacts, agreementCover, agreementAuthors, organisationSites, ...row } =
    await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: {
        name: true,
        ownContacts: true,
        agreementCover: true,
        agreementAuthors: true,
        agreementReference: true,
        agreementFrom: true,
        agreementUntil: true,
        organisationSites: sitesByName,
      },
    });
  const now = ctx.clock.now();
  const term = { from: row.agreementFrom, until: row.agreementUntil };
  return {
    name,
    agreement: { reference: row.agreementReference, ...term, standing: termState(term, now) },
    covers: agreementCover,
    authors: agreementAuthors || agreementCover,
    members: await membersOf(tx, organisationId),
    sites: organisationSites.map((site) => siteOf(site, now)),
    ownContacts,
    immigrationUses: await immigrationUses(tx, ctx, organisationId),
  };
}

async function membersOf(tx: Tx, organisationId: Id<'Organisation'>): Promise<MemberLine[]> {
  const rows = await tx.account.findMany({
    where: { organisationId },
    orderBy: [{ displayName: 'asc' }, { email: 'asc' }],
    take: 1000,
    include: { accountRoles: { select: { role: true } } },
  });
  return rows.map(({ id, displayName, email, status, passwordHash, accountRoles }) => ({
    id,
    displayName,
    email,
    status: shownStatus({ status, passwordHash }),
    roles: accountRoles.map(({ role }) => role).filter(isPartnerRole),
  }));
}
