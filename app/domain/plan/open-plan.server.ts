import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { dayOf, planAsked } from './current-plan.server.ts';
import { planChanges, type ChangedItem } from './plan-changes.ts';
import { planState, type PlanState } from './plan-state.ts';
import { namedPlan, readItems, type NamedPlan } from './read-whole.server.ts';

/** A plan and what it changes of the one before, whose title is `before`; null for the first. */
export type OpenedPlan = {
  plan: NamedPlan;
  state: PlanState;
  before: string | null;
  items: ChangedItem[];
  mayWrite: boolean;
  mayClose: boolean;
};

/** One plan beside the one that it was made from. @throws NotFound */
export async function openPlan(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<OpenedPlan> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const plan = await planAsked(tx, ctx, input.planId);
    const before =
      plan.followsId === null
        ? null
        : await tx.plan.findUniqueOrThrow({
            where: { id: plan.followsId },
            select: { id: true, title: true },
          });
    const next = await tx.plan.findFirst({
      where: { followsId: plan.id, publishedAt: { not: null } },
      select: { firstDay: true },
    });
    const today = dayOf(ctx.clock.now());
    const state = planState(plan, next?.firstDay ?? null, today);
    const writes = may(ctx.actor, 'plan.write');
    return {
      plan: namedPlan(plan),
      state,
      before: before?.title ?? null,
      items: planChanges(before ? await readItems(tx, before.id) : [], await readItems(tx, plan.id)),
      mayWrite: writes && state === 'draft',
      mayClose: writes && state === 'over',
    };
  });
}
