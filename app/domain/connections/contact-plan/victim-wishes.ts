import { itemsOf, textAnswer, type Answers } from '../../form/answers.ts';
import type { DocumentEntry, SubmittedDocument } from '../../form/document.ts';

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
export function wishesSaid(document: SubmittedDocument, answers: Answers): DocumentEntry[] {
  const said = document.sections
    .filter(({ sectionId }) => sectionId === 'victim')
    .flatMap(({ pages }) => pages.flatMap(({ entries }) => entries))
    .filter(({ state }) => state === 'answered');
  if (said.length === 0 || said.some(({ questionId }) => questionId === 'victimLanguage')) return said;
  return [...said, ...spokenBy(document, answers)];
}

const ofPersons = ['personLanguage', 'personOtherLanguages', 'personInterpreter'];

/**
 * How to speak with the victim, where the form asked it elsewhere: of whoever speaks through the partner, and of each
 * possible victim who was added as a person.
 */
function spokenBy(document: SubmittedDocument, answers: Answers): DocumentEntry[] {
  const victims = new Set(
    itemsOf(answers, 'people')
      .filter((person) => ['possible_victim', 'both'].includes(textAnswer(person, 'personPart') ?? ''))
      .map(({ id }) => id),
  );
  const speaking = textAnswer(answers, 'whoSpeaks') === 'self' ? ['speakerInterpreter'] : [];
  return document.sections.flatMap(({ pages, cards }) => [
    ...pages.flatMap(({ entries }) => entries.filter(({ questionId }) => speaking.includes(questionId))),
    ...cards
      .filter(({ itemId }) => victims.has(itemId))
      .flatMap(({ title, entries }) =>
        entries
          .filter(({ questionId, state }) => ofPersons.includes(questionId) && state === 'answered')
          .map((entry) => ({ ...entry, label: `${title}: ${entry.label}` })),
      ),
  ]);
}
