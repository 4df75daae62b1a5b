import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { immigrationUses, type ImmigrationUses } from './immigration-uses.server.ts';
import { shownStatus } from '../accounts/read-account.server.ts';
import { isPartnerRole, type PartnerRole } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { partnerStatus, type PartnerStatus } from '../../kernel/outcomes.ts';
import { decodeCursor, encodeCursor } from '../../kernel/queue-cursor.ts';

export type MemberLine = {
  id: string;
  displayName: string;
  email: string;
  /** `withdrawn` is a suspended account that nobody ever opened. */
  status: 'invited' | 'active' | 'suspended' | 'withdrawn';
  roles: PartnerRole[];
};
export type SiteLine = { id: string; name: string; area: string | null; accreditedOn: Date | null };
/** That a submission exists and its neutral status: neither who sent it nor anything it says. `id` where the lead may open it. */
export type SubmissionLine = {
  id: string | null;
  reference: string;
  submittedAt: Date;
  status: PartnerStatus;
};

export type OwnOrganisation = {
  name: string;
  members: MemberLine[];
  sites: SiteLine[];
  immigrationUses: ImmigrationUses[];
  submissions: SubmissionLine[];
  older: string | null;
  /** Whether the agreement lets the lead open and answer them. */
  covers: boolean;
};

const PAGE = 25;

/**
 * A partner lead's own organisation: members, sites, and that its submissions exist. `before` is `older` of the page
 * before. Looking at the list of submissions is recorded. @throws NotFound
 */
export async function ownOrganisation(ctx: Ctx, input: { before: string | null }): Promise<OwnOrganisation> {
  const { organisationId } = ctx.actor;
  if (!may(ctx.actor, 'organisation.lead') || organisationId === null) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { name, agreementCover } = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { name: true, agreementCover: true },
    });
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: 'own organisation', view: 'status' },
      subject: { type: 'organisation', id: organisationId },
    });
    return {
      name,
      covers: agreementCover,
      members: await membersOf(tx, organisationId),
      sites: await sitesOf(tx, organisationId),
      immigrationUses: await immigrationUses(tx, ctx, organisationId),
      ...(await submissionsOf(tx, organisationId, { before: input.before, mayOpen: agreementCover })),
    };
  });
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

async function sitesOf(tx: Tx, organisationId: Id<'Organisation'>): Promise<SiteLine[]> {
  const rows = await tx.organisationSite.findMany({
    where: { organisationId },
    orderBy: { name: 'asc' },
    include: { area: { select: { name: true } } },
  });
  return rows.map(({ id, name, area, accreditedOn }) => ({
    id,
    name,
    area: area?.name ?? null,
    accreditedOn,
  }));
}

async function submissionsOf(
  tx: Tx,
  organisationId: Id<'Organisation'>,
  { before, mayOpen }: { before: string | null; mayOpen: boolean },
) {
  const after = decodeCursor(before);
  const rows = await tx.submission.findMany({
    where: {
      organisationId,
      ...(after
        ? { OR: [{ submittedAt: { lt: after.at } }, { submittedAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
    select: { id: true, reference: true, submittedAt: true, status: true, claimedBy: true },
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    submissions: page.map(({ id, reference, submittedAt, status, claimedBy }) => ({
      id: mayOpen ? id : null,
      reference,
      submittedAt,
      status: partnerStatus(status, { held: claimedBy !== null }),
    })),
    older:
      rows.length > PAGE && last
        ? encodeCursor({ priorityRank: 0, at: last.submittedAt, id: last.id })
        : null,
  };
}
