import { answerOf, isDateAnswer, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import type { FormDefinition } from './definition.ts';
import type { Form } from './held-forms.ts';
import type { Meanings } from './meanings.ts';
import type { Question } from './question.ts';
import { isBefore } from './read-date.ts';
import { formWords } from './words.ts';

/*
 * What holds of dates in every version of the form. It stands here and not in a definition, because a published definition
 * never changes and these only refuse what cannot be.
 */

/** The sections of a version in which no day to come is taken for the day on which it happened. */
export function withPastDates(
  sections: FormDefinition['sections'],
  meanings: Meanings,
): FormDefinition['sections'] {
  const past = (question: Question): Question =>
    question.kind === 'date' && question.id === meanings['date.happened']
      ? { ...question, latest: 'today' }
      : question;
  return sections.map((section) =>
    section.kind === 'list'
      ? section
      : {
          ...section,
          pages: section.pages.map((page) => ({ ...page, questions: page.questions.map(past) })),
        },
  );
}

/**
 * The error where the partner learned of something before it can have happened: only where both dates are certain, and
 * neither is among the page's other `errors`.
 */
export function learnedTooEarly(
  { meanings }: Pick<Form, 'meanings'>,
  questions: readonly Question[],
  answers: Answers,
  errors: Record<string, string>,
  { t = formWords }: Checking,
): Record<string, string> {
  const { 'date.happened': happened, 'date.learned': learned } = meanings;
  if (happened === undefined || learned === undefined || !questions.some(({ id }) => id === learned))
    return {};
  if (Object.keys(errors).some((field) => field.startsWith(learned) || field.startsWith(happened))) return {};
  const [when, heard] = [answerOf(answers, happened), answerOf(answers, learned)];
  if (!isDateAnswer(when) || !isDateAnswer(heard) || !isBefore(heard, when)) return {};
  return { [learned]: t.error.learnedTooEarly };
}
