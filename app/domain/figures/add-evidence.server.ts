import type { Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { readWrittenDate, type DateBoxes } from '../kernel/written-date.ts';
import { charactersOrLess, textLimits } from '../kernel/text-limits.ts';
import { longestStatusNote } from '../plan/item-status.ts';
import { lockOwnItem, type NamedItem } from '../plan/lock-item.server.ts';
import { dayOfText } from '../plan/plan-years.ts';
import { propose, type Said } from '../plan/propose.server.ts';
import { mayReadPlan } from '../plan/read-plan.server.ts';
import { refuseSuperseded, writeEvidence } from '../plan/write-evidence.server.ts';
import { citedNow } from './citable.server.ts';

/**
 * `entryId` is made with the page: a form that is sent twice is one entry, which nobody could take away again. `cites` is the
 * value of something citable, empty for nothing; `supersedes` the entry that was wrong, with what was.
 */
export type AddEvidenceInput = NamedItem & {
  entryId: Id<'PlanEvidence'>;
  text: string;
  datedOn: DateBoxes;
  cites?: string;
  supersedes?: { id: Id<'PlanEvidence'>; why: string };
};

/**
 * Adds an entry to the evidence log of an aim, an activity or an action: dated, with its author, marked as an update of
 * the plan, and never changed after. One that was wrong is superseded by another and stays. What a contributor adds waits for
 * the MDS lead. @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function addEvidence(ctx: Ctx, input: AddEvidenceInput): Promise<Said> {
  if (!mayReadPlan(ctx.actor)) throw new NotFound();
  if (!may(ctx.actor, 'plan.report')) throw new Forbidden();
  const text = input.text.trim();
  const why = input.supersedes?.why.trim() ?? null;
  const datedOn = readWrittenDate(input.datedOn);
  const errors: Record<string, string> = {};
  if (!text) errors.text = 'Enter the evidence';
  if (text.length > textLimits.evidence)
    errors.text = `Evidence must be ${charactersOrLess(textLimits.evidence)}`;
  if (why === '') errors.why = 'Enter what was wrong';
  if (why !== null && why.length > longestStatusNote)
    errors.why = `What was wrong must be ${charactersOrLess(longestStatusNote)}`;
  if (datedOn === null) errors.datedOn = 'Date must be a real date, like 18 1 2016';
  else if (datedOn > forceDay(ctx.clock.now())) errors.datedOn = 'Date must be today or in the past';
  if (Object.keys(errors).length > 0 || datedOn === null) throw new Invalid(errors);
  return transaction(ctx.db, async (tx) => {
    const item = await lockOwnItem(tx, ctx, input);
    const entry = {
      text,
      datedOn: dayOfText(datedOn),
      cites: await citedNow(tx, item.id, input.cites ?? ''),
      supersedes: input.supersedes && why !== null ? { id: input.supersedes.id, why } : null,
    };
    if (may(ctx.actor, 'plan.assign')) {
      await writeEvidence(tx, ctx, item, { ...entry, id: input.entryId, authorId: ctx.actor.accountId });
      return 'stands';
    }
    if (entry.supersedes) await refuseSuperseded(tx, item, entry.supersedes.id);
    const id = input.entryId as string as Id<'PlanProposal'>;
    return propose(tx, ctx, item, { ...entry, id, kind: 'evidence' });
  });
}
