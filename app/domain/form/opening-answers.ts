import { answerOf, itemsOf, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import { mayBeSentAtOnce } from './danger-lane.ts';
import { findListSection, type ListSection, type Page, type Question } from './definition.ts';
import type { Form } from './held-forms.ts';
import { openingId } from './opening.ts';
import { errorField, readQuestions, type Posted, type QuestionsRead } from './read-posted.ts';
import { formWords, listWords } from './words.ts';

/** What the fields of a page stand for: on the opening page those of the first entry of its list as well. */
export const answersOnPage = (page: Page, answers: Answers): Answers =>
  page.entryOf === undefined ? answers : { ...answers, ...itemsOf(answers, page.entryOf)[0] };

/**
 * What was posted on a page. Where the opening page says danger nothing is needed: what is known goes on to what is sent at
 * once, and what is wrong waits (`atOnce`).
 */
export function readPage(
  definition: Form,
  page: Page,
  questions: Question[],
  posted: Posted,
  earlier: Answers,
  checking: Checking,
): QuestionsRead & { atOnce: boolean } {
  const list = page.entryOf === undefined ? null : findListSection(definition, page.entryOf);
  const read = readQuestions(questions, posted, earlier, checking);
  const atOnce = page.id === openingId && mayBeSentAtOnce(definition, read.answers);
  const { answers, errors } = atOnce
    ? readQuestions(
        questions.map((question) => ({ ...question, required: false })),
        posted,
        earlier,
        checking,
      )
    : read;
  if (list === null) return { answers, errors, atOnce };
  if (!atOnce) Object.assign(errors, withoutEntry(list, questions, answers, errors, earlier, checking));
  return { answers: withFirstEntry(list, questions, answers, earlier, checking), errors, atOnce };
}

const ofEntry = (list: ListSection, questions: readonly Question[]): Question[] =>
  questions.filter(({ id }) => list.questions.some((each) => each.id === id));

/** The error where a list needs an entry, and neither one was given nor that none is known. */
function withoutEntry(
  list: ListSection,
  questions: readonly Question[],
  answers: Answers,
  errors: Record<string, string>,
  earlier: Answers,
  { t = formWords }: Checking,
): Record<string, string> {
  const own = ofEntry(list, questions);
  const [first] = own;
  const saysNone = list.notKnown !== undefined && answerOf(answers, list.notKnown.id) !== undefined;
  const given = own.some(({ id }) => answerOf(answers, id) !== undefined);
  const wrong = own.some((question) => Object.hasOwn(errors, errorField(question)));
  const others = itemsOf(earlier, list.id).length > 1;
  if (first === undefined || list.min === 0 || saysNone || given || wrong || others) return {};
  return { [errorField(first)]: listWords(list, t).atLeastOne };
}

/** Puts the answers of the list's questions into its first entry, which keeps what else is known of it. */
function withFirstEntry(
  list: ListSection,
  questions: readonly Question[],
  answers: Answers,
  earlier: Answers,
  { newEntryId = '' }: Checking,
): Answers {
  const own = new Set(ofEntry(list, questions).map(({ id }) => id));
  const split = (of: Answers, inEntry: boolean) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => own.has(id) === inEntry));
  const [first = { id: newEntryId }, ...others] = itemsOf(earlier, list.id);
  const entry = { ...split(first, false), ...split(answers, true), id: first.id };
  const entries = Object.keys(entry).length > 1 ? [entry, ...others] : others;
  return { ...split(answers, false), [list.id]: entries };
}
