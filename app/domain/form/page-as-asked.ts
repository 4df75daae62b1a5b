import { holds, type Answers } from './answers.ts';
import type { Condition, Page, Question } from './definition.ts';
import { fittingOptions } from './fitting-options.ts';

/** What a condition comes to once the answers of other pages are known: settled, or what this page still decides. */
function settled(condition: Condition, answers: Answers, here: ReadonlySet<string>): Condition | boolean {
  if ('any' in condition) {
    const parts = condition.any.map((part) => settled(part, answers, here));
    if (parts.includes(true)) return true;
    const [first, ...others] = parts.filter((part) => typeof part !== 'boolean');
    if (first === undefined) return false;
    return others.length === 0 ? first : { any: [first, ...others] };
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => settled(part, answers, here));
    if (parts.includes(false)) return false;
    const [first, ...others] = parts.filter((part) => typeof part !== 'boolean');
    if (first === undefined) return true;
    return others.length === 0 ? first : { all: [first, ...others] };
  }
  if ('question' in condition && here.has(condition.question)) return condition;
  return holds(condition, answers);
}

/**
 * The questions that a page asks whoever gave these answers on the other pages: without those that they close, with only
 * the options that fit them, and with conditions only on what this very page asks. So a page is the same with and
 * without JavaScript, whatever was said before it.
 */
export function questionsAsked(questions: readonly Question[], answers: Answers): Question[] {
  const here = new Set<string>();
  // An answer of this page that was given before is not taken for granted: it may be changed here.
  const ofOthers = { ...answers };
  for (const { id } of questions) ofOthers[id] = undefined;
  return questions.flatMap((question): Question[] => {
    const { showWhen, ...rest } = question;
    const left = showWhen === undefined ? true : settled(showWhen, ofOthers, here);
    if (left === false) return [];
    here.add(question.id);
    const options = 'options' in question ? fittingOptions(question.options, ofOthers) : null;
    const fits = options === null || ('options' in question && options.length === question.options.length);
    // What is asked as it stands is the question itself, so that what was made for it is found again.
    if (fits && left === (showWhen ?? true)) return [question];
    const asked = { ...rest, ...(left === true ? {} : { showWhen: left }) };
    return ['options' in asked && options !== null ? { ...asked, options } : asked];
  });
}

export const pageAsAsked = (page: Page, answers: Answers): Page => ({
  ...page,
  questions: questionsAsked(page.questions, answers),
});
