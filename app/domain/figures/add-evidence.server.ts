import type { Id } from '#app/domain/kernel/id.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/failures.ts';

import { forceDay } from '../kernel/postcode-rules.ts';
import { readWrittenDate, type DateBoxes } from '../kernel/written-date.ts';
import { charactersOrLess, textLimits } from '../kernel/text-limits.ts';
import { lockOwnItem, type LockedItem, type NamedItem } from '../plan/lock-item.server.ts';
import { mayReadPlan } from '../plan/read-plan.server.ts';

/** `entryId` is made with the page: a form that is sent twice is one entry, which nobody could take away again. */
export type AddEvidenceInput = NamedItem & {
  entryId: Id<'PlanEvidence'>;
  text: string;
  datedOn: DateBoxes;
};

/**
 * Adds an entry to the evidence log of an aim, an activity or an action: dated, with its author, marked as an update of
 * the plan, and never changed after. @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function addEvidence(ctx: Ctx, input: AddEvidenceInput): Promise<void> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  if (!may(ctx.actor, 'plan.report')) throw new Forbidden();
  const text = input.text.trim();
  const datedOn = readWrittenDate(input.datedOn);
  const errors: Record<string, string> = {};
  if (!text) errors.text = 'Enter the evidence';
  if (text.length > textLimits.evidence)
    errors.text = `Evidence must be ${charactersOrLess(textLimits.evidence)}`;
  if (datedOn === null) errors.datedOn = 'Date must be a real date, like 18 1 2016';
  else if (datedOn > forceDay(ctx.clock.now())) errors.datedOn = 'Date must be today or in the past';
  if (Object.keys(errors).length > 0 || datedOn === null) throw new Invalid(errors);
  await transaction(ctx.db, async (tx) => {
    const item = await lockLog(tx, ctx, input);
    const place =
      item.kind === 'activity' && item.parentId
        ? { planItemId: item.parentId, activityId: item.id }
        : { planItemId: item.id, activityId: null };
    const last = await tx.planEvidence.aggregate({
      where: { planItemId: place.planItemId },
      _max: { position: true },
    });
    const { count } = await tx.planEvidence.createMany({
      data: [
        {
          id: input.entryId,
          ...place,
          position: (last._max.position ?? 0) + 1,
          text,
          updateMark: true,
          datedOn: new Date(`${datedOn}T00:00:00Z`),
          authorId: ctx.actor.accountId,
          recordedAt: ctx.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await record(tx, ctx, {
      type: 'plan.evidence_added',
      data: { item: item.code },
      subject: { type: 'plan_item', id: item.id },
    });
  });
}

/** The log of an activity is the aim's: that is locked too, so that entries get their numbers one after the other. */
async function lockLog(tx: Tx, ctx: Ctx, named: NamedItem): Promise<LockedItem> {
  const item = await lockOwnItem(tx, ctx, named);
  if (item.kind === 'activity')
    await tx.$queryRaw`SELECT 1 FROM plan_item WHERE id = ${item.parentId}::uuid FOR UPDATE`;
  return item;
}
