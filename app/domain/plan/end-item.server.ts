import type { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { carryOver } from './carry-over.server.ts';
import { lockDraft } from './lock-draft.server.ts';

export type ItemToEnd = { code: string; text: string; carriedOn: boolean; below: string[] };

/** What ending an item of a draft takes out of it. @throws NotFound, Conflict */
export async function prepareEnd(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; planItemId: Id<'PlanItem'> },
): Promise<ItemToEnd> {
  return transaction(ctx.db, async (tx) => {
    const { code, text, carriedFromId, children } = await itemOfDraft(tx, ctx, input);
    return { code, text, carriedOn: carriedFromId !== null, below: children.map((child) => child.code) };
  });
}

/** Takes an item out of a draft, with what stands under it. The plan before keeps it. @throws NotFound, Conflict */
export async function endItem(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; planItemId: Id<'PlanItem'> },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const item = await itemOfDraft(tx, ctx, input);
    await takeOut(tx, { OR: [{ id: item.id }, { parentId: item.id }] });
    await record(tx, ctx, {
      type: 'plan.item_written',
      data: { item: item.code, change: 'ended' },
      subject: { type: 'plan', id: input.planId },
    });
  });
}

/** Deletes items of a draft with what it says about them, what stands under others first. */
export async function takeOut(tx: Tx, which: Prisma.PlanItemWhereInput): Promise<void> {
  await tx.planStrategicLink.updateMany({ where: { targetItem: which }, data: { targetItemId: null } });
  await tx.planStrategicLink.deleteMany({ where: { planItem: which } });
  await tx.planResponsibleRole.deleteMany({ where: { planItem: which } });
  await tx.planStep.deleteMany({ where: { planItem: which } });
  await tx.planItem.deleteMany({ where: { AND: [which, { parentId: { not: null } }] } });
  await tx.planItem.deleteMany({ where: which });
}

/**
 * Puts an item that the draft had ended back as the plan before has it. @throws NotFound, Conflict where what it stands
 * under is ended too, or its number is taken
 */
export async function carryOverAfterAll(
  ctx: Ctx,
  input: { planId: Id<'Plan'>; from: Id<'PlanItem'> },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const plan = await lockDraft(tx, ctx, input.planId);
    const item = await tx.planItem.findFirst({
      where: { id: input.from, planId: plan.followsId ?? '', kind: { not: 'gap' } },
      select: { id: true, planId: true, code: true, parentId: true },
    });
    if (!item) throw new NotFound();
    const inDraft = (where: object) => tx.planItem.findFirst({ where: { planId: plan.id, ...where } });
    if (item.parentId && !(await inDraft({ carriedFromId: item.parentId })))
      throw new Conflict('What it stands under is ended too: carry that over first');
    if (await inDraft({ carriedFromId: item.id })) return;
    if (await inDraft({ code: item.code }))
      throw new Conflict(`${item.code} is in this plan already: give that another number first`);
    await carryOver(tx, { from: item.planId, to: plan.id, items: [item.id] });
    await record(tx, ctx, {
      type: 'plan.item_written',
      data: { item: item.code, change: 'added' },
      subject: { type: 'plan', id: plan.id },
    });
  });
}

async function itemOfDraft(tx: Tx, ctx: Ctx, input: { planId: Id<'Plan'>; planItemId: Id<'PlanItem'> }) {
  const plan = await lockDraft(tx, ctx, input.planId);
  const item = await tx.planItem.findFirst({
    where: { id: input.planItemId, planId: plan.id, kind: { not: 'gap' } },
    include: { children: { select: { id: true, code: true }, orderBy: { position: 'asc' } } },
  });
  if (!item) throw new NotFound();
  return item;
}
