import { questionsOf } from './definition.ts';
import type { Form } from './held-forms.ts';
import type { Meaning } from './meanings.ts';
import type { Condition, Question } from './question.ts';

const wishes: readonly Meaning[] = ['victim.wantsContact', 'sharing.limit', 'sharing.callFirst'];

/**
 * What a form lets the person choose who speaks to a partner: whether their name is written down, on which the sealed
 * question depends, and their wishes. In the order of the form.
 */
export function ownChoices(form: Form): Question[] {
  const sealed = questionsOf(form).find(({ id }) => id === form.meanings['source.name']);
  const asked = new Set([
    ...questionsIn(sealed?.showWhen),
    ...wishes.flatMap((meaning) => form.meanings[meaning] ?? []),
  ]);
  return questionsOf(form).filter(({ id }) => asked.has(id));
}

function questionsIn(condition: Condition | undefined): string[] {
  if (condition === undefined || 'none' in condition) return [];
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  return [condition.question];
}
