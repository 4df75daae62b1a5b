import type { Question } from '#app/domain/form/question.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import { fieldsInWords } from '#app/domain/form/two-versions.ts';
import { questionWords, type FormWords } from '#app/domain/form/words.ts';
import type { TypedAnswer } from '#app/ui/layout/not-saved-kinds.ts';

/** What names the source is not sent back to the browser; what was only chosen from entries of the draft is gone with it. */
const shown = (question: Question) =>
  question.dataClass !== 'source_identity' && question.kind !== 'entry' && question.kind !== 'site';

/** What was typed, question by question, for whoever typed it to read and copy. */
export function answersTyped(questions: readonly Question[], values: Posted, t: FormWords): TypedAnswer[] {
  return questions.filter(shown).flatMap((question) => {
    const lines = fieldsInWords(question, values, t);
    return lines.length > 0 ? [{ label: questionWords(question, t).label, words: lines.join('\n') }] : [];
  });
}
