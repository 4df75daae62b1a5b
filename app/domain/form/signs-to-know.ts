import { questionsOf } from './definition.ts';
import type { Form } from './held-forms.ts';
import type { QuestionOf } from './question.ts';

/** `control` is true for the list of the ways in which people are controlled. */
export type ListOfSigns = { question: QuestionOf<'checkboxes'>; control: boolean };
export type SignsToKnow = { lists: ListOfSigns[] };

const listsOfSigns = ['signs.adult', 'signs.child', 'signs.community', 'signs.control'] as const;

/**
 * The lists of signs as the newest version of the form asks for them: whoever knows them notices what can be compared.
 * None where a force's form does not ask.
 */
export function signsToKnow(forms: readonly Form[]): SignsToKnow {
  for (const form of [...forms].reverse()) {
    const ids = listsOfSigns.map((meaning) => form.meanings[meaning]);
    const lists = questionsOf(form).flatMap((question) =>
      question.kind === 'checkboxes' && ids.includes(question.id)
        ? [{ question, control: question.id === form.meanings['signs.control'] }]
        : [],
    );
    if (lists.length > 0) return { lists };
  }
  return { lists: [] };
}
