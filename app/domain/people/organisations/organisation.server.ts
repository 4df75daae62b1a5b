import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { accreditationOf, type Accreditation, type AccreditationState } from './accreditation.ts';
import type { Term } from './agreement-term.ts';

/** The agreement under which an organisation shares, and what it lets the organisation's people do. */
export type Agreement = Term & {
  reference: string | null;
  reviewOn: Date | null;
  /** The reporter may keep a full copy of a report outside the portal. */
  fullCopy: boolean;
  /** Reporters may stand in for each other. */
  cover: boolean;
  /** Leads see who sent which report. Cover lets them read it. */
  authors: boolean;
  /** Everybody there needs a second factor. */
  secondFactor: boolean;
  agreedOn: Date | null;
  /** Who agreed to it for the organisation. */
  agreedBy: string | null;
};

export type { OrganisationStatus };

export type Site = Accreditation & {
  id: string;
  name: string;
  area: string | null;
  state: AccreditationState;
  accreditedBy: string | null;
};

export type Organisation = {
  id: string;
  version: number;
  name: string;
  /** What it was called before, the newest first, and until when. */
  formerNames: { name: string; until: Date }[];
  kind: string;
  networkMember: boolean;
  status: OrganisationStatus;
  /** Since when it stands as it does; null for one that was active ever since it was registered. */
  statusSince: Date | null;
  /** Numbers and addresses of its own offices, as they were typed. */
  ownContacts: string[];
  agreement: Agreement;
  sites: Site[];
};

/** One organisation of the register, for an administrator. @throws NotFound */
export async function readOrganisation(
  ctx: Ctx,
  input: { organisationId: Id<'Organisation'> },
): Promise<Organisation> {
  if (!may(ctx.actor, 'organisations.manage')) throw new NotFound();
  const row = await ctx.db.organisation.findUnique({
    where: { id: input.organisationId },
    include: {
      formerNames: { orderBy: [{ until: 'desc' }, { id: 'asc' }], select: { name: true, until: true } },
      organisationSites: sitesByName,
    },
  });
  if (!row) throw new NotFound();
  const { id, version, name, formerNames, kind, networkMember, status, statusSince, ownContacts } = row;
  const now = ctx.clock.now();
  return {
    id,
    version,
    name,
    formerNames,
    kind,
    networkMember,
    status,
    statusSince,
    ownContacts,
    sites: row.organisationSites.map((site) => siteOf(site, now)),
    agreement: {
      reference: row.agreementReference,
      from: row.agreementFrom,
      until: row.agreementUntil,
      reviewOn: row.agreementReviewOn,
      fullCopy: row.agreementFullCopy,
      cover: row.agreementCover,
      authors: row.agreementAuthors,
      secondFactor: row.agreementSecondFactor,
      agreedOn: row.agreementAgreedOn,
      agreedBy: row.agreementAgreedBy,
    },
  };
}

/** What is read of the sites of an organisation, by name. */
export const sitesByName = {
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
  include: { area: { select: { name: true } } },
} as const satisfies Prisma.OrganisationSiteFindManyArgs;

/** A site as it stands today. */
export const siteOf = (row: Prisma.OrganisationSiteGetPayload<typeof sitesByName>, now: Date): Site => ({
  id: row.id,
  name: row.name,
  area: row.area?.name ?? null,
  from: row.accreditedOn,
  until: row.accreditedUntil,
  withdrawnOn: row.accreditationWithdrawnOn,
  state: accreditationOf(row, now),
  accreditedBy: row.accreditedBy,
});

/**
 * The permissions that the agreement of a partner's own organisation gives its people. Nothing for whoever belongs to
 * none.
 */
export async function agreedFor(
  db: Ctx['db'] | Tx,
  organisationId: Id<'Organisation'> | null,
): Promise<Pick<Agreement, 'fullCopy' | 'cover'>> {
  const row =
    organisationId === null
      ? null
      : await db.organisation.findUnique({
          where: { id: organisationId },
          select: { agreementFullCopy: true, agreementCover: true },
        });
  return { fullCopy: row?.agreementFullCopy === true, cover: row?.agreementCover === true };
}
