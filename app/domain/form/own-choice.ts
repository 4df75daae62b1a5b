import { questionsOf } from './definition.ts';
import type { Form } from './held-forms.ts';
import type { Meaning } from './meanings.ts';
import type { Condition, Question } from './question.ts';

const wishes: readonly Meaning[] = ['victim.wantsContact', 'sharing.limit'];

/**
 * What a form lets the person choose who speaks to a partner: whether their name is written down, the first question on
 * which the sealed one depends, and their wishes. In the order of the form.
 */
export function ownChoices(form: Form): Question[] {
  const questions = questionsOf(form);
  const sealed = questions.find(({ id }) => id === form.meanings['source.name']);
  const named = questionsIn(sealed?.showWhen);
  const naming = questions.find(({ id }) => named.includes(id));
  const asked = wishes.map((meaning) => form.meanings[meaning]);
  return questions.filter((question) => question === naming || asked.includes(question.id));
}

function questionsIn(condition: Condition | undefined): string[] {
  if (condition === undefined || 'none' in condition) return [];
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  return [condition.question];
}
