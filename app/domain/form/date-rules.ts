import { answerOf, isDateAnswer, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import type { Question } from './question.ts';
import { isBefore } from './read-date.ts';
import { asWritten, formWord } from './words.ts';

/**
 * What holds of dates in every version of the form. It stands here and not in a definition, because a published definition
 * never changes and these only refuse what cannot be.
 */
const happened = 'informationDate';
const learned = 'learnedDate';

/** Dates on which something has happened already: none lies after today, whatever the definition says. */
export const isOfThePast = (question: Question): boolean => question.id === happened;

/**
 * The error where the partner learned of something before it can have happened: only where both dates are certain, and
 * neither is among the page's other `errors`.
 */
export function learnedTooEarly(
  questions: readonly Question[],
  answers: Answers,
  errors: Record<string, string>,
  { t = asWritten }: Checking,
): Record<string, string> {
  if (!questions.some(({ id }) => id === learned)) return {};
  if (Object.keys(errors).some((field) => field.startsWith(learned) || field.startsWith(happened))) return {};
  const [when, heard] = [answerOf(answers, happened), answerOf(answers, learned)];
  if (!isDateAnswer(when) || !isDateAnswer(heard) || !isBefore(heard, when)) return {};
  return { [learned]: formWord(t, 'form.error.learnedTooEarly') };
}
