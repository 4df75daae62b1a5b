import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import { approveItem } from '#app/domain/triage/approvals/approve-item.server.ts';
import { addItem, readItemTitle } from '#app/domain/triage/items/add-item.server.ts';
import { lockSubmission } from '#app/domain/submission/load-submission.server.ts';
import { refuseStale } from '#app/domain/submission/refuse-stale.server.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import {
  disseminateItem,
  type DisseminateInput,
} from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { decisionOf, narrowingOf } from '#app/domain/triage/release/narrowing.ts';
import type { ShownWarning } from '#app/domain/triage/release/release-check.server.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { submittedWithSource } from './sealed-submission.ts';

/** Who the source of these reports is: in the sealed record only. */
export const itemSource = { name: 'Ana Pellworth', contact: 'Ring 01632 960 999 after six' };

export const permitted: PostedGrade = {
  source: '2',
  assessment: 'A',
  handling: 'P',
  provenance: 'The source was there and saw it.',
  mopiGroup: '2',
};
export const conditional: PostedGrade = {
  ...permitted,
  handling: 'C',
  actionCode: 'A3',
  sanitisationCode: 'S2',
  usage: 'Not before Tuesday.',
};
export const clean = 'A white van brings six men to the address on Tuesdays.';

export const claim = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  performAction(ctx, { submissionId, action: 'claim', comment: '', expectedVersion: null });
export const accept = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  performAction(ctx, { submissionId, action: 'accept', comment: '', expectedVersion: null });
export const approve = (ctx: Ctx, itemId: Id<'IntelligenceItem'>, version = 1) =>
  approveItem(ctx, { itemId, version, confirmed: true, expectedVersion: null });
/** An item alone, as saving the page of a submission makes one. */
export const createItem = (
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; title: string; expectedVersion: number | null },
): Promise<{ itemId: Id<'IntelligenceItem'> }> =>
  transaction(ctx.db, async (tx) => {
    const submission = await lockSubmission(tx, ctx, input.submissionId);
    await refuseStale(tx, ctx, submission, input.expectedVersion);
    return { itemId: await addItem(tx, ctx, submission, readItemTitle(input.title)) };
  });
/** With `checked`, what points at few people stays. */
export async function sanitiseAs(
  ctx: Ctx,
  itemId: Id<'IntelligenceItem'>,
  text: string,
  checked: string | null = null,
) {
  const input = { itemId, text, checked, expectedVersion: null };
  const first = await sanitiseItem(ctx, input);
  if (first.saved || checked !== first.mark) return first;
  return sanitiseItem(ctx, { ...input, decisions: keepingAll(first.warnings) });
}

/** That everything which points at few people stays. */
export const keepingAll = (warnings: readonly ShownWarning[]): string[] =>
  narrowingOf(warnings).map(({ mark }) => decisionOf('keep', mark));

/** To anybody to whom one person may send. */
export async function sendAs(ctx: Ctx, itemId: Id<'IntelligenceItem'>, more: Partial<DisseminateInput> = {}) {
  const result = await disseminateItem(ctx, {
    itemId,
    addressed: { to: 'queue', queueCode: 'spoc-be' },
    conditions: '',
    checked: null,
    expectedVersion: null,
    ...more,
  });
  if (result.sent === 'asked') throw new Error('A second person was asked');
  return result;
}

type Made = { submissionId: Id<'Submission'>; itemId: Id<'IntelligenceItem'> };

/** A submission with a sealed source that the officer has claimed, with one item. */
export async function itemInHand(officer: Ctx, reporter: Ctx, changes: Answers = {}): Promise<Made> {
  const submissionId = await submittedWithSource(reporter, itemSource, changes);
  await claim(officer, submissionId);
  const { itemId } = await createItem(officer, { submissionId, title: 'Van', expectedVersion: null });
  return { submissionId, itemId };
}

/** The same, graded, sanitised and accepted. */
export async function acceptedItem(
  officer: Ctx,
  reporter: Ctx,
  { posted = permitted, changes = {} }: { posted?: PostedGrade; changes?: Answers } = {},
): Promise<Made> {
  const made = await itemInHand(officer, reporter, changes);
  await gradeItem(officer, { itemId: made.itemId, posted, expectedVersion: null });
  await sanitiseAs(officer, made.itemId, clean);
  await accept(officer, made.submissionId);
  return made;
}

/** Sends an item and gives the id of the dissemination. */
export async function sentTo(
  officer: Ctx,
  itemId: Id<'IntelligenceItem'>,
  addressed: Addressed,
  conditions = 'For intelligence only. Ask FIB before acting.',
): Promise<Id<'Dissemination'>> {
  const result = await sendAs(officer, itemId, { addressed, conditions });
  if (!result.sent) throw new Error('It was not sent');
  return result.disseminationId;
}
