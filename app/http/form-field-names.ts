import type { Question } from '#app/domain/intelligence-form/definition.ts';
import { questionFieldNames } from '#app/domain/intelligence-form/read-posted.ts';

const severalAnswers: readonly Question['kind'][] = ['checkboxes', 'texts', 'selects'];

/** The names that questions of the form post: those with several answers may be repeated, the others come once. */
export function formFieldNames(questions: readonly Question[]): { one: string[]; many: string[] } {
  const many = questions.filter((question) => severalAnswers.includes(question.kind));
  const one = questions.filter((question) => !severalAnswers.includes(question.kind));
  return { one: one.flatMap(questionFieldNames), many: many.flatMap(questionFieldNames) };
}
