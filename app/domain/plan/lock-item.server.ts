import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/failures.ts';
import { planAsked } from './current-plan.server.ts';
import { mayContribute } from './item-owner.server.ts';
import { takesEvidence } from './plan-tree.ts';

export type LockedItem = { id: Id<'PlanItem'>; code: string; kind: string; parentId: Id<'PlanItem'> | null };

/** An item by its code, of the plan that is named, otherwise of the one in force. */
export type NamedItem = { planId?: Id<'Plan'> | null; code: string };

/**
 * An item to which the actor contributes, locked, so that what is added to it follows one after the other.
 * @throws NotFound, Forbidden, Conflict where its plan is a draft or closed
 */
export async function lockOwnItem(tx: Tx, ctx: Ctx, { planId, code }: NamedItem): Promise<LockedItem> {
  const plan = await planAsked(tx, ctx, planId);
  const item = await tx.planItem.findFirst({
    where: { planId: plan.id, code },
    select: { id: true, code: true, kind: true, parentId: true },
  });
  if (!item || !takesEvidence(item.kind)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM plan_item WHERE id = ${item.id}::uuid FOR NO KEY UPDATE`;
  if (!(await mayContribute(tx, ctx, item))) throw new Forbidden();
  if (plan.publishedAt === null) throw new Conflict('This plan is not published yet');
  if (plan.closedAt !== null) throw new Conflict('This plan is closed: nothing is added to it any more');
  return item;
}
