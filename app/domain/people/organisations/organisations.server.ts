import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import type { Term } from './agreement-term.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

export type OrganisationLine = {
  id: string;
  name: string;
  kind: string;
  networkMember: boolean;
  /** What it was called before, the newest first. */
  formerNames: string[];
  status: OrganisationStatus;
  agreementReference: string | null;
  agreementReviewOn: Date | null;
  term: Term;
  members: number;
  /** Nobody there can sign in, and something that says danger was begun and not sent. */
  dangerNotSent: boolean;
};

/** The register of partner organisations, by name. A force has hundreds, not thousands. @throws NotFound */
export async function organisations(ctx: Ctx): Promise<OrganisationLine[]> {
  if (!may(ctx.actor, 'organisations.read')) throw new NotFound();
  const rows = await ctx.db.organisation.findMany({
    orderBy: { name: 'asc' },
    take: 1000,
    include: {
      formerNames: { orderBy: [{ until: 'desc' }, { id: 'asc' }], select: { name: true } },
      _count: { select: { accounts: true, drafts: { where: { saysDanger: true, channel: 'web' } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    networkMember: row.networkMember,
    formerNames: row.formerNames.map(({ name }) => name),
    status: row.status,
    agreementReference: row.agreementReference,
    agreementReviewOn: row.agreementReviewOn,
    term: { from: row.agreementFrom, until: row.agreementUntil },
    members: row._count.accounts,
    dangerNotSent: row.status !== 'active' && row._count.drafts > 0,
  }));
}
