import { answerOf, isSealed, itemsOf, type Answers } from './answers.ts';
import type { Site } from './answer-schema.ts';
import { answerInWords } from './answer-words.ts';
import type { FormDefinition, Question, Section } from './definition.ts';
import { offeredOptions, type Offering } from './offered-options.ts';
import type { OpenAnswers } from './source-identity.ts';
import { hasAnswer } from './schema.ts';
import { isVisible, visiblePages, visibleQuestions } from './visible.ts';
import { formWords, listWords, type FormWords } from './words.ts';

/**
 * The form as the reporter saw it when they sent it: headings, questions and answers in words. It is stored with the
 * submission, since later versions of the form may word or order things differently. Plain JSON.
 */
export type DocumentEntry = {
  questionId: string;
  label: string;
  /** One string for each line or choice; empty when nothing was answered. */
  answer: string[];
  /** `sealed`: the answer is in the sealed source record, and `answer` says so. */
  state: 'answered' | 'not_provided' | 'sealed';
};

type DocumentCard = { itemId: string; title: string; entries: DocumentEntry[] };

export type DocumentSection = {
  sectionId: string;
  kind: 'pages' | 'list';
  title: string;
  /** The questions of the section's pages, by page; none for a list. */
  pages: { pageId: string; entries: DocumentEntry[] }[];
  /** One card for each entry: person, place, vehicle and so on. */
  cards: DocumentCard[];
};

export type SubmittedDocument = { version: number; title: string; sections: DocumentSection[] };

/** `answers` are those of the page or item; `offering.answers` those of the whole report. */
function documentEntries(
  definition: FormDefinition,
  questions: Question[],
  answers: Answers,
  offering: Offering,
): DocumentEntry[] {
  const { t } = offering;
  const offered = offeredOptions(definition, questions, offering);
  return visibleQuestions(questions, answers).flatMap((question): DocumentEntry[] => {
    const label = t.asked(question.label);
    const value = answerOf(answers, question.id);
    if (question.dataClass === 'source_identity') {
      // Even an answer that was not sealed yet is shown as sealed: no document ever names a source.
      const given = isSealed(value) || typeof value === 'string';
      if (given) {
        return [{ questionId: question.id, label, answer: [t.sealed], state: 'sealed' }];
      }
    }
    const options = offered[question.id] ?? [];
    // What had nothing to choose from was not asked.
    const notAsked = (question.kind === 'site' || question.kind === 'entry') && options.length === 0;
    if (notAsked && value === undefined) return [];
    const answer = isSealed(value) ? [] : answerInWords(question, value, t, options);
    return [
      { questionId: question.id, label, answer, state: answer.length > 0 ? 'answered' : 'not_provided' },
    ];
  });
}

function sectionDocument(definition: FormDefinition, section: Section, offering: Offering): DocumentSection {
  const { answers, t } = offering;
  const title = t.asked(section.title);
  if (section.kind === 'pages') {
    const started = !section.optional || section.pages.some((page) => hasAnswer(page.questions, answers));
    const pages = started ? visiblePages(section, answers) : [];
    return {
      sectionId: section.id,
      kind: 'pages',
      title,
      pages: pages.map((page) => ({
        pageId: page.id,
        entries: documentEntries(definition, page.questions, answers, offering),
      })),
      cards: [],
    };
  }
  const { itemTitle } = listWords(section, t);
  const cards = itemsOf(answers, section.id).map((item, index) => ({
    itemId: item.id,
    title: `${itemTitle} ${index + 1}`,
    entries: documentEntries(definition, section.questions, item, offering),
  }));
  const said = section.notKnown && hasAnswer([section.notKnown], answers) ? [section.notKnown] : [];
  const pages =
    said.length > 0
      ? [{ pageId: section.id, entries: documentEntries(definition, said, answers, offering) }]
      : [];
  return { sectionId: section.id, kind: 'list', title, pages, cards };
}

/**
 * Optional sections without an answer are kept, empty, so that check answers can offer them. `sites` are those of the
 * reporter's organisation.
 */
export function renderDocument(
  definition: FormDefinition,
  answers: OpenAnswers,
  t: FormWords = formWords,
  sites: readonly Site[] = [],
): SubmittedDocument {
  return {
    version: definition.version,
    title: t.asked(definition.title),
    sections: definition.sections
      .filter((section) => isVisible(section, answers))
      .map((section) => sectionDocument(definition, section, { answers, sites, t })),
  };
}
