import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ofCurrentPlan } from '../../plan/current-plan.server.ts';
import { linkableKinds } from '../actions/link-plan-item.server.ts';

/** What a queue can be narrowed to besides what the code knows: the force's areas and the items of its plan. */
export type QueueChoices = {
  areas: { code: string; name: string }[];
  items: { code: string; text: string }[];
};

/** A dozen areas and some sixty items. */
export async function queueChoices(tx: Tx, ctx: Ctx): Promise<QueueChoices> {
  const areas = await tx.area.findMany({ select: { code: true, name: true }, orderBy: { name: 'asc' } });
  const items = await tx.planItem.findMany({
    where: { ...(await ofCurrentPlan(tx, ctx)), kind: { in: [...linkableKinds] } },
    select: { code: true, text: true, redacted: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
  return {
    areas,
    items: items.map(({ code, text, redacted }) => ({ code, text: redacted ? '' : text })),
  };
}
