import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { currentForce } from '../force/current-force.server.ts';
import { planAsked, type PlanOfForce } from './current-plan.server.ts';
import { ownerWords } from './item-owner.ts';
import { contributes, itemOwner } from './item-owner.server.ts';
import type { NamedItem } from './lock-item.server.ts';
import { otherYears, type ItemOfYear } from './item-years.server.ts';
import { statusHistory, type StatusEntry } from './item-standing.server.ts';
import { proposalsOf, type Proposal } from './proposals.server.ts';
import type { OverviewLine } from './plan-overview.ts';
import { ofPlan, overviewOf } from './plan-overview.server.ts';
import { findItem, takesEvidence, type PlanItem } from './plan-tree.ts';
import { namedPlan, readWhole, type NamedPlan, type PlanView } from './read-whole.server.ts';

export type EndedWith = { id: Id<'Plan'>; title: string; firstDay: Date };

export type PlanItemView = {
  id: Id<'PlanItem'>;
  item: PlanItem;
  parent: PlanItem | null;
  /** Adding evidence and saying how it stands. */
  mayContribute: boolean;
  mayNameOwner: boolean;
  /** The role or the person that owns it, in words; null while nobody does. */
  owner: string | null;
  /** The day on which it is looked at again. */
  reviewOn: Date | null;
  statuses: StatusEntry[];
  /** What was proposed of it and the reader may decide on, or waits for somebody else or was returned to them. */
  proposals: Proposal[];
  /** Whether what the reader says of it waits for the MDS lead. */
  proposes: boolean;
  /** The plan after this one, where nothing in it goes on from the item. */
  endedWith: EndedWith | null;
  /** The same item in the plans before and after, the newest first, without this one. */
  otherYears: ItemOfYear[];
  plan: NamedPlan;
  /** The plan where it was found, where the one in force has it no more and the address named none. */
  onlyIn: Id<'Plan'> | null;
  linkKeys: Record<string, string>;
};

export const mayReadPlan = (actor: Actor): boolean => may(actor, 'plan.read');

/**
 * The whole plan, word for word, with its redactions, gaps and evidence, and how each activity and action stands.
 * @throws NotFound
 */
export async function readPlan(
  ctx: Ctx,
  input: { planId?: Id<'Plan'> | null } = {},
): Promise<PlanView & { overview: OverviewLine[] }> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const asked = await planAsked(tx, ctx, input.planId);
    return { ...(await readWhole(tx, asked)).view, overview: await overviewOf(tx, ctx, ofPlan(asked)) };
  });
}

/**
 * One item of the plan with everything about it. An address that names no plan leads to the one in force, and where that has
 * no such item any more to the newest that has.
 * @throws NotFound
 */
export async function readPlanItem(ctx: Ctx, input: NamedItem): Promise<PlanItemView> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const view = await readIn(tx, ctx, await planAsked(tx, ctx, input.planId), input.code);
    if (view) return view;
    const other = input.planId ? null : await newestWith(tx, ctx, input.code);
    const elsewhere = other && (await readIn(tx, ctx, other, input.code));
    if (!other || !elsewhere) throw new NotFound();
    return { ...elsewhere, onlyIn: other.id };
  });
}

async function readIn(tx: Tx, ctx: Ctx, plan: PlanOfForce, code: string): Promise<PlanItemView | null> {
  const { view, items } = await readWhole(tx, plan);
  const found = findItem(view.tree, code);
  const row = items.find((item) => item.code === code);
  if (!found || !row) return null;
  const grows = takesEvidence(row.kind) && plan.publishedAt !== null && plan.closedAt === null;
  const { own, owner } = await itemOwner(tx, row);
  return {
    id: row.id,
    ...found,
    mayContribute: grows && contributes(ctx.actor, owner),
    mayNameOwner: grows && may(ctx.actor, 'plan.assign'),
    owner: ownerWords(owner),
    reviewOn: own?.reviewOn ?? null,
    statuses: await statusHistory(tx, row.id),
    proposals: await proposalsOf(tx, ctx.actor, row.id),
    proposes: !may(ctx.actor, 'plan.assign'),
    endedWith: row.kind === 'gap' ? null : await endedWith(tx, plan, row.id),
    otherYears: await otherYears(tx, row.id),
    plan: namedPlan(plan),
    onlyIn: null,
    linkKeys: view.linkKeys,
  };
}

/** The newest published plan that has an item of a code. */
async function newestWith(tx: Tx, ctx: Ctx, code: string): Promise<PlanOfForce | null> {
  const item = await tx.planItem.findFirst({
    where: { code, plan: { forceCode: (await currentForce(tx, ctx)).code, publishedAt: { not: null } } },
    orderBy: { plan: { firstDay: 'desc' } },
    select: { planId: true },
  });
  return item && planAsked(tx, ctx, item.planId);
}

/** The plan after another, where it is published and nothing in it goes on from an item. */
function endedWith(tx: Tx, { id: planId }: PlanOfForce, itemId: Id<'PlanItem'>): Promise<EndedWith | null> {
  return tx.plan.findFirst({
    where: {
      followsId: planId,
      publishedAt: { not: null },
      planItems: { none: { carriedFromId: itemId } },
    },
    select: { id: true, title: true, firstDay: true },
  });
}
