import { transaction } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { dayOf } from './current-plan.server.ts';
import { planState, type PlanState } from './plan-state.ts';

export type PlanLine = {
  id: Id<'Plan'>;
  title: string;
  firstDay: Date;
  lastDay: Date;
  state: PlanState;
};

/** The plans of the force, the newest first; a draft for who writes it. `mayMakeNext`: none is being written. @throws NotFound */
export async function plansOfForce(ctx: Ctx): Promise<{ plans: PlanLine[]; mayMakeNext: boolean }> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  const writes = may(ctx.actor, 'plan.write');
  return transaction(ctx.db, async (tx) => {
    const { code } = await currentForce(tx, ctx);
    const rows = await tx.plan.findMany({
      where: { forceCode: code, ...(writes ? {} : { publishedAt: { not: null } }) },
      orderBy: { firstDay: 'desc' },
      select: {
        id: true,
        title: true,
        firstDay: true,
        lastDay: true,
        publishedAt: true,
        closedAt: true,
      },
    });
    const today = dayOf(ctx.clock.now());
    return {
      plans: rows.map((row, index) => {
        const next = rows[index - 1];
        return {
          id: row.id,
          title: row.title,
          firstDay: row.firstDay,
          lastDay: row.lastDay,
          state: planState(row, next?.publishedAt ? next.firstDay : null, today),
        };
      }),
      mayMakeNext: writes && rows[0]?.publishedAt !== null,
    };
  });
}
