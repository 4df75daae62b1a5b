import { textAnswer, type Answers } from '../intelligence-form/answers.ts';
import type { DocumentEntry, SubmittedDocument } from '../intelligence-form/document.ts';

/** What the report says of the victim's wish; `none`: it is not sent on a victim's behalf, or does not say. */
export type ContactWish = 'wanted' | 'unwanted' | 'none';

/** Means nothing unless the report is sent on behalf of the victim (submissions/facts.ts). */
export function contactWish(answers: Answers): ContactWish {
  if (textAnswer(answers, 'onBehalfOfVictim') !== 'yes') return 'none';
  const wants = textAnswer(answers, 'victimWantsContact');
  if (wants === 'yes') return 'wanted';
  return wants === 'no' ? 'unwanted' : 'none';
}

/** What the partner said of the victim's wishes, in the words of the form as it was sent. */
export const wishesSaid = (document: SubmittedDocument): DocumentEntry[] =>
  document.sections
    .filter(({ sectionId }) => sectionId === 'victim')
    .flatMap(({ pages }) => pages.flatMap(({ entries }) => entries))
    .filter(({ state }) => state === 'answered');
