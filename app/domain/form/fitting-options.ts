import { answerOf, choices, holds, type Answers } from './answers.ts';
import {
  questionsOf,
  type Condition,
  type FormDefinition,
  type Option,
  type Question,
} from './definition.ts';
import { questionWords, type FormWords } from './words.ts';

/** The questions of which one answer can make a condition hold; those about entries of a list are none of them. */
export function leavesOf(condition: Condition | undefined): { question: string; in: string[] }[] {
  if (condition === undefined || 'none' in condition) return [];
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  return [condition];
}

/** The values that these answers leave of a question's options. Null where every value is taken: it has no conditions. */
function fittingValues(question: Question, answers: Answers): Set<string> | null {
  if (!('options' in question) || question.options.every(({ showWhen }) => showWhen === undefined))
    return null;
  return new Set(fittingOptions(question.options, answers).map(({ value }) => value));
}

export const fittingOptions = (options: Option[], answers: Answers): Option[] =>
  options.filter(({ showWhen }) => holds(showWhen, answers));

/** An answer without the choices that the other answers do not leave; undefined where none is left. */
export function fittingAnswer(question: Question, value: unknown, answers: Answers): unknown {
  const fits = fittingValues(question, answers);
  if (fits === null) return value;
  if (!Array.isArray(value)) return typeof value === 'string' && fits.has(value) ? value : undefined;
  const left = value.filter((each) => typeof each === 'string' && fits.has(each));
  return left.length > 0 ? left : undefined;
}

/**
 * Errors, by question, of answers that contradict an answer given before: what a page that is out of date, or no page,
 * still posts. Each says which answer it does not fit.
 */
export function contradictions(
  definition: FormDefinition,
  questions: readonly Question[],
  answers: Answers,
  t: FormWords,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const question of questions) {
    const fits = fittingValues(question, answers);
    if (fits === null || !('options' in question)) continue;
    const given = answerOf(answers, question.id);
    const chosen = typeof given === 'string' ? [given] : choices(answers, question.id);
    const wrong = question.options.find(({ value }) => chosen.includes(value) && !fits.has(value));
    if (wrong !== undefined) errors[question.id] = contradiction(definition, question, wrong, answers, t);
  }
  return errors;
}

function contradiction(
  definition: FormDefinition,
  question: Question,
  option: Option,
  answers: Answers,
  t: FormWords,
): string {
  const labelOf = (of: Question, value: unknown) =>
    questionWords(of, t).options.find((each) => each.value === value)?.label ?? '';
  const before = leavesOf(option.showWhen)
    .map((leaf) => questionsOf(definition).find(({ id }) => id === leaf.question))
    .find((each) => each !== undefined && answerOf(answers, each.id) !== undefined);
  if (before === undefined) return t.error.option;
  return t.error.notFitting({
    option: labelOf(question, option.value),
    answer: labelOf(before, answerOf(answers, before.id)),
    question: questionWords(before, t).label,
  });
}
