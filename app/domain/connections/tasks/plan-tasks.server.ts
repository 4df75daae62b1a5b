import { transaction } from '#app/platform/db/transaction.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { ofPlanAsked } from '../../plan/current-plan.server.ts';
import { mayContribute } from '../../plan/item-owner.server.ts';
import { takesEvidence } from '../../plan/plan-tree.ts';
import { tasksOf } from './tasks-of.server.ts';
import { type TaskLine } from './task-words.ts';

/** The tasks of an item of the plan; null where the item has none by its kind, or for who does not work with tasks. */
export async function planTasks(
  ctx: Ctx,
  input: { planId?: Id<'Plan'> | null; code: string },
): Promise<{ lines: TaskLine[]; mayAdd: boolean } | null> {
  if (!may(ctx.actor, 'tasks.work')) return null;
  return transaction(ctx.db, async (tx) => {
    const item = await tx.planItem.findFirst({
      where: { ...(await ofPlanAsked(tx, ctx, input.planId)), code: input.code },
      select: { id: true, parentId: true, kind: true },
    });
    if (!item || !takesEvidence(item.kind)) return null;
    return {
      lines: await tasksOf(tx, ctx, { planItemId: item.id }),
      mayAdd: !input.planId && (await mayContribute(tx, ctx, item)),
    };
  });
}
