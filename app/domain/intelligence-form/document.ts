import {
  answerOf,
  choices,
  isSealed,
  itemsOf,
  type Answers,
  type DateAnswer,
} from '#app/domain/intelligence-form/answers.ts';
import type { FormDefinition, Question, Section } from '#app/domain/intelligence-form/definition.ts';
import { monthNames } from '#app/domain/intelligence-form/read-date.ts';
import type { OpenAnswers } from '#app/domain/intelligence-form/source-identity.ts';
import { hasAnswer } from '#app/domain/intelligence-form/schema.ts';
import { visiblePages, visibleQuestions } from '#app/domain/intelligence-form/visible.ts';
import {
  asWritten,
  formWord,
  listWords,
  precisionLabel,
  questionWords,
  sectionTitle,
  type Translate,
} from '#app/domain/intelligence-form/words.ts';

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
  /** One card for each person, place or vehicle. */
  cards: DocumentCard[];
};

export type SubmittedDocument = { version: number; title: string; sections: DocumentSection[] };

/** "2016-01-12" → "12 January 2016", "2016-01" → "January 2016". */
function dayInWords(iso: string): string {
  const [year = '', month = '', day] = iso.split('-');
  return [day === undefined ? '' : String(Number(day)), monthNames[Number(month) - 1] ?? month, year]
    .join(' ')
    .trim();
}

function isDateAnswer(value: unknown): value is DateAnswer {
  return typeof value === 'object' && value !== null && 'precision' in value;
}

function dateInWords(answer: DateAnswer, t: Translate): string {
  switch (answer.precision) {
    case 'exact':
      return dayInWords(answer.date);
    case 'month':
      return dayInWords(answer.month);
    case 'range':
      return formWord(t, 'form.date.rangeInWords', {
        from: dayInWords(answer.from),
        to: dayInWords(answer.to),
      });
    default:
      return precisionLabel(t, answer.precision);
  }
}

function answerInWords(version: number, question: Question, value: unknown, t: Translate): string[] {
  const { options } = questionWords(version, question, t);
  const labelOf = (chosen: string) => options.find((option) => option.value === chosen)?.label ?? chosen;
  switch (question.kind) {
    case 'date':
      return isDateAnswer(value) ? [dateInWords(value, t)] : [];
    case 'radios':
    case 'select':
      return typeof value === 'string' ? [labelOf(value)] : [];
    case 'checkboxes':
      return choices({ [question.id]: value }, question.id).map(labelOf);
    case 'number':
      return typeof value === 'number' ? [String(value)] : [];
    default:
      return typeof value === 'string' && value !== '' ? value.split('\n') : [];
  }
}

function entriesOf(version: number, questions: Question[], answers: Answers, t: Translate): DocumentEntry[] {
  return visibleQuestions(questions, answers).map((question): DocumentEntry => {
    const { label } = questionWords(version, question, t);
    const value = answerOf(answers, question.id);
    if (question.dataClass === 'source_identity') {
      // Even an answer that was not sealed yet is shown as sealed: no document ever names a source.
      const given = isSealed(value) || typeof value === 'string';
      if (given) {
        return { questionId: question.id, label, answer: [formWord(t, 'form.sealed')], state: 'sealed' };
      }
    }
    const answer = isSealed(value) ? [] : answerInWords(version, question, value, t);
    return { questionId: question.id, label, answer, state: answer.length > 0 ? 'answered' : 'not_provided' };
  });
}

function sectionDocument(version: number, section: Section, answers: Answers, t: Translate): DocumentSection {
  const title = sectionTitle(version, section, t);
  if (section.kind === 'pages') {
    const started = !section.optional || section.pages.some((page) => hasAnswer(page.questions, answers));
    const pages = started ? visiblePages(section, answers) : [];
    return {
      sectionId: section.id,
      kind: 'pages',
      title,
      pages: pages.map((page) => ({
        pageId: page.id,
        entries: entriesOf(version, page.questions, answers, t),
      })),
      cards: [],
    };
  }
  const { itemTitle } = listWords(version, section, t);
  const cards = itemsOf(answers, section.id).map((item, index) => ({
    itemId: item.id,
    title: `${itemTitle} ${index + 1}`,
    entries: entriesOf(version, section.questions, item, t),
  }));
  const said = section.notKnown && hasAnswer([section.notKnown], answers) ? [section.notKnown] : [];
  const pages =
    said.length > 0 ? [{ pageId: section.id, entries: entriesOf(version, said, answers, t) }] : [];
  return { sectionId: section.id, kind: 'list', title, pages, cards };
}

/** Optional sections without an answer are kept, empty, so that check answers can offer them. */
export function renderDocument(
  definition: FormDefinition,
  answers: OpenAnswers,
  t: Translate = asWritten,
): SubmittedDocument {
  const { version } = definition;
  return {
    version,
    title: t(`form.v${version}.title`, definition.title),
    sections: definition.sections
      .filter((section) => section.kind === 'list' || visiblePages(section, answers).length > 0)
      .map((section) => sectionDocument(version, section, answers, t)),
  };
}
