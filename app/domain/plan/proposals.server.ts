import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { citedOf, type Cited } from './cited.ts';
import type { ItemStatus } from './item-status.ts';

/** What a contributor said of an item, and what became of it; `decision` null: it waits. */
export type Proposal = {
  id: Id<'PlanProposal'>;
  planId: Id<'Plan'>;
  code: string;
  kind: 'status' | 'evidence';
  status: ItemStatus | null;
  text: string;
  datedOn: Date | null;
  cites: Cited | null;
  /** The entry that it is to supersede, and what is wrong with that. */
  supersedes: { text: string; why: string } | null;
  by: string;
  own: boolean;
  at: Date;
  decision: 'approved' | 'returned' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
};

/** As many as one page shows; older ones stay on record. */
const most = 50;

const shown = {
  planItem: { select: { planId: true, code: true } },
  supersedes: { select: { text: true } },
  proposedByAccount: { select: { displayName: true } },
  decidedByAccount: { select: { displayName: true } },
} satisfies Prisma.PlanProposalInclude;

/** The MDS lead sees what waits, whoever said it; a contributor their own, whatever became of it. */
const seenBy = (actor: Actor): Prisma.PlanProposalWhereInput =>
  may(actor, 'plan.assign')
    ? { OR: [{ decision: null }, { proposedBy: actor.accountId }] }
    : { proposedBy: actor.accountId };

/** What waits for the MDS lead, the oldest first; a contributor's own, the newest first. @throws NotFound */
export async function proposals(ctx: Ctx): Promise<{ lines: Proposal[]; mayDecide: boolean }> {
  if (!may(ctx.actor, 'plan.report')) throw new NotFound();
  const mayDecide = may(ctx.actor, 'plan.assign');
  return transaction(ctx.db, async (tx) => {
    const { code } = await currentForce(tx, ctx);
    const rows = await tx.planProposal.findMany({
      where: {
        ...(mayDecide ? { decision: null } : seenBy(ctx.actor)),
        planItem: { plan: { forceCode: code } },
      },
      orderBy: [{ proposedAt: mayDecide ? 'asc' : 'desc' }, { id: 'asc' }],
      take: most,
      include: shown,
    });
    return { lines: rows.map((row) => proposalOf(ctx.actor, row)), mayDecide };
  });
}

/** One of them: for the MDS lead any, also once it is decided. @throws NotFound */
export async function openProposal(
  ctx: Ctx,
  { proposalId }: { proposalId: Id<'PlanProposal'> },
): Promise<{ proposal: Proposal; mayDecide: boolean }> {
  const lead = may(ctx.actor, 'plan.assign');
  if (!may(ctx.actor, 'plan.report')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.planProposal.findFirst({
      where: { id: proposalId, ...(lead ? {} : seenBy(ctx.actor)) },
      include: shown,
    });
    if (!row) throw new NotFound();
    const proposal = proposalOf(ctx.actor, row);
    return { proposal, mayDecide: lead && !proposal.own && proposal.decision === null };
  });
}

/** What was proposed of one item and waits or was given back to the reader, the oldest first; none for others. */
export async function proposalsOf(tx: Tx, actor: Actor, planItemId: Id<'PlanItem'>): Promise<Proposal[]> {
  if (!may(actor, 'plan.report')) return [];
  const rows = await tx.planProposal.findMany({
    where: {
      AND: [seenBy(actor), { OR: [{ decision: null }, { decision: 'returned' }] }],
      planItemId,
    },
    orderBy: { proposedAt: 'desc' },
    take: most,
    include: shown,
  });
  return rows.map((row) => proposalOf(actor, row)).toReversed();
}

/** How many wait for the MDS lead. */
export const proposalsWaiting = Prisma.sql`SELECT count(*) FROM plan_proposal p WHERE p.decision IS NULL`;

/** How many wait for who is signed in to decide on them; none for who does not. */
export async function countToDecide(ctx: Ctx): Promise<number> {
  if (!may(ctx.actor, 'plan.assign')) return 0;
  return ctx.db.planProposal.count({ where: { decision: null } });
}

/** How many of somebody's were given back and not followed by another of the same item and kind since. */
export const proposalsReturned = (accountId: Id<'Account'>): Prisma.Sql => Prisma.sql`
  SELECT count(*) FROM plan_proposal p WHERE p.proposed_by = ${accountId}::uuid AND p.decision = 'returned'
    AND NOT EXISTS (SELECT FROM plan_proposal later WHERE later.plan_item_id = p.plan_item_id AND later.kind = p.kind
      AND later.proposed_by = p.proposed_by AND later.id <> p.id AND later.proposed_at >= p.decided_at)`;

type Row = Prisma.PlanProposalGetPayload<{ include: typeof shown }>;

const proposalOf = (actor: Actor, row: Row): Proposal => ({
  id: row.id,
  planId: row.planItem.planId,
  code: row.planItem.code,
  kind: row.kind,
  status: row.status,
  text: row.text,
  datedOn: row.datedOn,
  cites: citedOf(row.cites),
  supersedes:
    row.supersedes && row.whyWrong !== null ? { text: row.supersedes.text, why: row.whyWrong } : null,
  by: row.proposedByAccount.displayName,
  own: row.proposedBy === actor.accountId,
  at: row.proposedAt,
  decision: row.decision,
  decidedBy: row.decidedByAccount?.displayName ?? null,
  decidedAt: row.decidedAt,
  reason: row.reason,
});
