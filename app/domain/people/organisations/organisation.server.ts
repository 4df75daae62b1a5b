import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

/** The agreement under which an organisation shares, and what it lets the organisation's people do. */
export type Agreement = {
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

export type Organisation = {
  id: string;
  name: string;
  kind: string;
  networkMember: boolean;
  status: string;
  agreement: Agreement;
};

/** One organisation of the register, for an administrator. @throws NotFound */
export async function readOrganisation(
  ctx: Ctx,
  input: { organisationId: Id<'Organisation'> },
): Promise<Organisation> {
  if (!may(ctx.actor, 'organisations.manage')) throw new NotFound();
  const row = await ctx.db.organisation.findUnique({ where: { id: input.organisationId } });
  if (!row) throw new NotFound();
  const { id, name, kind, networkMember, status } = row;
  return {
    id,
    name,
    kind,
    networkMember,
    status,
    agreement: {
      reference: row.agreementReference,
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
