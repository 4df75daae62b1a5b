import type { Question } from '#app/domain/form/definition.ts';
import { questionFieldNames } from '#app/domain/form/read-posted.ts';

/** The names that questions of the form post: check boxes may be repeated, everything else comes once. */
export function formFieldNames(questions: readonly Question[]): { one: string[]; many: string[] } {
  const many = questions.filter((question) => question.kind === 'checkboxes').flatMap(questionFieldNames);
  const one = questions.filter((question) => question.kind !== 'checkboxes').flatMap(questionFieldNames);
  return { one, many };
}
