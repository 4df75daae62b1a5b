import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Invalid } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { dayOf } from './current-plan.server.ts';
import { lockDraft, lockPlan } from './lock-draft.server.ts';
import { dayText } from './plan-years.ts';

/**
 * Publishes a draft: what it says stays from now on, and reports count for it from its first day. Who owned an item owns
 * what goes on from it. @throws NotFound, Conflict, Invalid where it has nothing to do
 */
export async function publishPlan(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    const doings = await tx.planItem.count({
      where: { planId: plan.id, kind: { in: ['activity', 'action'] } },
    });
    if (doings === 0)
      throw new Invalid({ '': 'A plan needs an activity or an action before it is published' });
    await tx.plan.update({
      where: { id: plan.id },
      data: { publishedAt: ctx.clock.now(), publishedBy: ctx.actor.accountId },
    });
    await tx.$executeRaw`
      INSERT INTO plan_item_owner (id, plan_item_id, number, account_id, role_title, set_by, set_at)
      SELECT gen_random_uuid(), i.id, 1, owner.account_id, owner.role_title, ${ctx.actor.accountId}::uuid, ${ctx.clock.now()}
      FROM plan_item i JOIN LATERAL (
        SELECT o.account_id, o.role_title FROM plan_item_owner o
        WHERE o.plan_item_id = i.carried_from_id ORDER BY o.number DESC LIMIT 1
      ) owner ON num_nonnulls(owner.account_id, owner.role_title) > 0 WHERE i.plan_id = ${plan.id}::uuid`;
    await record(tx, ctx, {
      type: 'plan.published',
      data: { from: dayText(plan.firstDay) },
      subject: { type: 'plan', id: plan.id },
    });
  });
}

/**
 * Closes a plan whose successor has begun: evidence, status, owners and events stay as they are from now on.
 * @throws NotFound, Conflict
 */
export async function closePlan(ctx: Ctx, input: { planId: Id<'Plan'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockPlan(tx, ctx, input.planId);
    if (plan.closedAt !== null) throw new Conflict('This plan is closed already');
    const next = await tx.plan.findFirst({
      where: {
        followsId: plan.id,
        publishedAt: { not: null },
        firstDay: { lte: dayOf(ctx.clock.now()) },
      },
      select: { id: true },
    });
    if (!next) throw new Conflict('A plan is closed once the one after it has begun');
    const waiting = await tx.planProposal.count({
      where: { decision: null, planItem: { planId: plan.id } },
    });
    if (waiting > 0) throw new Conflict('Decide first on what contributors have proposed for this plan');
    await tx.plan.update({
      where: { id: plan.id },
      data: { closedAt: ctx.clock.now(), closedBy: ctx.actor.accountId },
    });
    await record(tx, ctx, {
      type: 'plan.closed',
      data: { from: dayText(plan.firstDay) },
      subject: { type: 'plan', id: plan.id },
    });
  });
}
