import type { Ctx } from '#app/domain/context.ts';
import type { Answers } from '#app/domain/intelligence-form/answers.ts';
import { act } from '#app/domain/triage/act.server.ts';
import type { Addressed } from '#app/domain/triage/addressed-to.server.ts';
import { createItem } from '#app/domain/triage/create-item.server.ts';
import { disseminateItem } from '#app/domain/triage/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/grade-item.server.ts';
import { sanitiseItem } from '#app/domain/triage/sanitise-item.server.ts';
import { submittedWithSource } from './sealed-submission.ts';

const seenVersion = null;

/** What the item of `acceptedItem` says. */
export const acceptedText = 'A white van brings six men to the address on Tuesdays.';
/** The name in the sealed record of its report. */
export const acceptedSource = 'Ana Pellworth';

const permitted: PostedGrade = {
  source: '2',
  assessment: 'A',
  handling: 'P',
  provenance: 'The source was there and saw it.',
  mopiGroup: '2',
};

/** Graded with conditions: what goes out with it needs a second person. */
export const conditional: PostedGrade = {
  ...permitted,
  handling: 'C',
  actionCode: 'A3',
  sanitisationCode: 'S2',
  usage: 'Not before Tuesday.',
};

/** An accepted submission that the officer holds, with one graded item and its sanitised text. */
export async function acceptedItem(
  officer: Ctx,
  reporter: Ctx,
  { posted = permitted, changes = {} }: { posted?: PostedGrade; changes?: Answers } = {},
): Promise<{ submissionId: string; itemId: string }> {
  const submissionId = await submittedWithSource(
    reporter,
    { name: acceptedSource, contact: 'Ring 01632 960 999 after six' },
    changes,
  );
  await act(officer, { submissionId, action: 'claim', comment: '', seenVersion });
  const { itemId } = await createItem(officer, { submissionId, title: 'Van', seenVersion });
  await gradeItem(officer, { itemId, posted, seenVersion });
  await sanitiseItem(officer, { itemId, text: acceptedText, checked: null, seenVersion });
  await act(officer, { submissionId, action: 'accept', comment: '', seenVersion });
  return { submissionId, itemId };
}

/** Sends an item and gives the id of the dissemination. */
export async function sentTo(
  officer: Ctx,
  itemId: string,
  addressed: Addressed,
  conditions = 'For intelligence only. Ask FIB before acting.',
): Promise<string> {
  const result = await disseminateItem(officer, {
    itemId,
    addressed,
    conditions,
    checked: null,
    seenVersion,
  });
  if (!result.sent) throw new Error('It was not sent');
  return result.disseminationId;
}
