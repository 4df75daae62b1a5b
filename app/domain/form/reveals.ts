import type { Condition, Question } from './definition.ts';

/** Under which option of which question another question is shown. */
type Place = { questionId: string; value: string };

/** What must hold of single questions for a condition to hold. */
export function leavesThatMustHold(condition: Condition | undefined): { question: string; in: string[] }[] {
  if (condition === undefined || 'any' in condition || 'none' in condition) return [];
  return 'all' in condition ? condition.all.flatMap(leavesThatMustHold) : [condition];
}

/**
 * A question that hangs on one option of radios or checkboxes on the same page is revealed under it. A question that
 * hangs on several can't be, as it would be there twice: it follows, and its label says when to answer.
 */
export function revealedUnder(question: Question, together: readonly Question[]): Place | null {
  for (const { question: on, in: values } of leavesThatMustHold(question.showWhen)) {
    const other = together.find((each) => each.id === on);
    const [value, ...more] = values;
    const choosable = other?.kind === 'radios' || other?.kind === 'checkboxes';
    if (choosable && value !== undefined && more.length === 0) return { questionId: on, value };
  }
  return null;
}
