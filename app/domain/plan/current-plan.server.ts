import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';

export type CurrentPlan = { id: string; title: string; source: unknown; glossary: unknown };

/** The plan of the force whose pack is in force. @throws NotFound when there is none */
export async function currentPlan(db: Db | Tx, ctx: Pick<Ctx, 'packHash'>): Promise<CurrentPlan> {
  const plan = await db.plan.findUnique({
    where: { code: (await currentForce(db, ctx)).code },
    select: { id: true, title: true, source: true, glossary: true },
  });
  if (!plan) throw new NotFound();
  return plan;
}

/**
 * The plan in force as a condition, for what looks an item up by its code: next year's plan may use the code again. Costs no
 * statement where the pack is known.
 */
export const ofCurrentPlan = async (
  tx: Tx,
  ctx: Pick<Ctx, 'packHash'>,
): Promise<{ plan: { code: string } }> => ({
  plan: { code: (await currentForce(tx, ctx)).code },
});
