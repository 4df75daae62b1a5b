import type { Question } from '#app/domain/form/question.ts';
import { formWord, questionWord, type Translate } from '#app/domain/form/words.ts';

/**
 * By field, what stands beside a question that names the source when its page comes back: what was typed there is not sent
 * back to the browser, not even with an error.
 */
export function withheldSource(
  version: number,
  questions: readonly Question[],
  t: Translate,
): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter((question) => question.dataClass === 'source_identity')
      .map((question) => {
        const name = questionWord(version, question, 'name', t);
        return [question.id, formWord(t, 'form.error.typeAgain', { name })];
      }),
  );
}
