import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { dayOf } from '../plan/current-plan.server.ts';
import { daysOfNotice, reviewsDue } from '../plan/reviews-due.server.ts';

type Due = { id: Id<'PlanItem'>; code: string; review_on: Date | null; holder: Id<'Account'> | null };

/**
 * Each morning: tells whoever owns an item of the plan, without content, that it is to be looked at within a week, and on the
 * day; the MDS leads on the day too, and of an item that nobody holds from the first. Once for each, in one mail.
 */
export async function remindPlanReviews(ctx: SystemCtx): Promise<void> {
  const now = ctx.clock.now();
  const today = dayOf(now);
  await transaction(ctx.db, async (tx) => {
    const due = await tx.$queryRaw<Due[]>`${reviewsDue(today)} ORDER BY i.id`;
    const notices = due.flatMap(({ id, review_on: reviewOn }) =>
      reviewOn === null
        ? []
        : [{ planItemId: id, reviewOn, days: reviewOn > today ? daysOfNotice : 0, toldAt: now }],
    );
    // Two workers meet at the notice's own key, so that nobody is told twice.
    const made = await tx.planReviewNotice.createManyAndReturn({ data: notices, skipDuplicates: true });
    if (made.length === 0) return;
    const leads = await roleHolders(tx, 'mds_lead');
    const active = new Set([...leads, ...(await roleHolders(tx, 'plan_contributor'))]);
    const told = made.flatMap(({ planItemId, days }) => {
      const holder = due.find(({ id }) => id === planItemId)?.holder ?? null;
      const owner = holder !== null && active.has(holder) ? [holder] : [];
      return days === 0 || owner.length === 0 ? [...owner, ...leads] : owner;
    });
    for (const accountId of new Set(told))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'plan-review-due', accountId } });
    await record(tx, ctx, { type: 'plan.reviews_told', data: { items: made.length } });
  });
}
