import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

export type OrganisationLine = {
  id: string;
  name: string;
  kind: string;
  networkMember: boolean;
  status: string;
  agreementReference: string | null;
  agreementReviewOn: Date | null;
  members: number;
};

/** The register of partner organisations, by name. A force has hundreds, not thousands. @throws NotFound */
export async function organisations(ctx: Ctx): Promise<OrganisationLine[]> {
  if (!may(ctx.actor, 'organisations.manage')) throw new NotFound();
  const rows = await ctx.db.organisation.findMany({
    orderBy: { name: 'asc' },
    take: 1000,
    include: { _count: { select: { accounts: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    networkMember: row.networkMember,
    status: row.status,
    agreementReference: row.agreementReference,
    agreementReviewOn: row.agreementReviewOn,
    members: row._count.accounts,
  }));
}
