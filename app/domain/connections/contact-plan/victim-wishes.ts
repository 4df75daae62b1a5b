import { sectionQuestions } from '../../form/definition.ts';
import type { DocumentEntry, SubmittedDocument } from '../../form/document.ts';
import type { Form } from '../../form/held-forms.ts';
import { entriesSaid, textSaid, type Said } from '../../form/said.ts';

/**
 * The partner's answers about the victim's wishes, in the words of the form as it was sent: the section that asks whether
 * they want contact.
 */
export function wishesSaid(form: Form, document: SubmittedDocument, report: Said): DocumentEntry[] {
  const { 'victim.wantsContact': wish, 'victim.language': language } = form.meanings;
  const section = form.sections.find((each) => sectionQuestions(each).some(({ id }) => id === wish));
  const wishes = document.sections
    .filter(({ sectionId }) => sectionId === section?.id)
    .flatMap(({ pages }) => pages.flatMap(({ entries }) => entries))
    .filter(({ state }) => state === 'answered');
  if (wishes.length === 0 || wishes.some(({ questionId }) => questionId === language)) return wishes;
  return [...wishes, ...spokenBy(form, document, report)];
}

const ofPersons = ['person.language', 'person.otherLanguages', 'person.interpreter'] as const;

/**
 * How to speak with the victim, where the form asked it elsewhere: of whoever speaks through the partner, and of each
 * possible victim who was added as a person.
 */
function spokenBy({ meanings }: Form, document: SubmittedDocument, report: Said): DocumentEntry[] {
  const victims = new Set(
    entriesSaid(report, 'person')
      .filter((person) => ['possible_victim', 'both'].includes(textSaid(person, 'person.part') ?? ''))
      .map(({ id }) => id),
  );
  const speaking = textSaid(report, 'speaker.is') === 'self' ? meanings['speaker.interpreter'] : undefined;
  const languages: (string | undefined)[] = ofPersons.map((meaning) => meanings[meaning]);
  return document.sections.flatMap(({ pages, cards }) => [
    ...pages.flatMap(({ entries }) => entries.filter(({ questionId }) => questionId === speaking)),
    ...cards
      .filter(({ itemId }) => victims.has(itemId))
      .flatMap(({ title, entries }) =>
        entries
          .filter(({ questionId, state }) => languages.includes(questionId) && state === 'answered')
          .map((entry) => ({ ...entry, label: `${title}: ${entry.label}` })),
      ),
  ]);
}
