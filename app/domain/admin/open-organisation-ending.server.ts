import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { may } from '../kernel/permissions.ts';
import { isOpen } from '../submission/queue-sql.server.ts';

/** What there is of an organisation, in numbers: whoever looks after organisations reads no report. */
export type OrganisationHolds = {
  /** Accounts that can sign in, and invitations that nobody has opened. */
  active: number;
  invited: number;
  /** Reports that its people have begun and not sent, and how many of those say danger. */
  drafts: number;
  danger: number;
  /** Reports that officers have begun to enter for it. */
  entered: number;
  /** Reports on which the police work, and of those: High, not answered yet, and waiting for an answer of the partner. */
  open: number;
  high: number;
  owed: number;
  asked: number;
};

export type OrganisationEnding = {
  organisation: { id: string; name: string; version: number; status: OrganisationStatus };
  holds: OrganisationHolds;
};

/** The checklist before an organisation is suspended, closed or restored. @throws NotFound */
export async function openOrganisationEnding(
  ctx: Ctx,
  { organisationId }: { organisationId: Id<'Organisation'> },
): Promise<OrganisationEnding> {
  if (!may(ctx.actor, 'organisations.manage')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const organisation = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: { id: true, name: true, version: true, status: true },
    });
    if (!organisation) throw new NotFound();
    const [holds] = await tx.$queryRaw<[OrganisationHolds]>`
      SELECT a.active, a.invited, d.drafts, d.danger, d.entered, s.open, s.high, s.owed, s.asked
      FROM (SELECT count(*) FILTER (WHERE status = 'active')::int AS active,
          count(*) FILTER (WHERE status = 'invited')::int AS invited
        FROM account WHERE organisation_id = ${organisationId}::uuid) a,
      (SELECT count(*) FILTER (WHERE channel = 'web')::int AS drafts,
          count(*) FILTER (WHERE channel = 'web' AND says_danger)::int AS danger,
          count(*) FILTER (WHERE channel <> 'web')::int AS entered
        FROM draft WHERE organisation_id = ${organisationId}::uuid) d,
      (SELECT count(*)::int AS open, count(*) FILTER (WHERE s.priority = 'high')::int AS high,
          count(*) FILTER (WHERE s.answered_at IS NULL)::int AS owed,
          count(*) FILTER (WHERE s.status = 'clarification')::int AS asked
        FROM submission s WHERE s.organisation_id = ${organisationId}::uuid AND ${isOpen}) s`;
    return { organisation, holds };
  });
}
