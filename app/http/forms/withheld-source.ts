import type { Question } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';

/**
 * By field, what stands beside a question that names the source when its page comes back: what was typed there is not sent
 * back to the browser, not even with an error.
 */
export function withheldSource(questions: readonly Question[], t: FormWords): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter((question) => question.dataClass === 'source_identity')
      .map((question) => {
        const name = t.asked(question.name);
        return [question.id, t.error.typeAgain({ name })];
      }),
  );
}
