import { findListSection, questionsOf, type Condition, type FormDefinition } from './definition.ts';
import { formWord, listWords, questionWords, type Translate } from './words.ts';

/** When a question is asked, as people read it: “Something else” at “What kind of exploitation could this be?”. */
export function conditionWords(definition: FormDefinition, condition: Condition, t: Translate): string {
  const each = (parts: Condition[], joint: 'form.or' | 'form.and') =>
    parts.map((part) => conditionWords(definition, part, t)).join(` ${formWord(t, joint)} `);
  if ('any' in condition) return each(condition.any, 'form.or');
  if ('all' in condition) return each(condition.all, 'form.and');
  if ('none' in condition) {
    const { list, ...answered } = condition.none;
    const section = findListSection(definition, list);
    const title = section === null ? list : listWords(definition.version, section, t).title;
    return formWord(t, 'form.conditionNone', {
      list: title,
      condition: conditionWords(definition, answered, t),
    });
  }
  const question = questionsOf(definition).find(({ id }) => id === condition.question);
  if (question === undefined) return condition.question;
  const words = questionWords(definition.version, question, t);
  const answers = condition.in
    .map((value) => words.options.find((option) => option.value === value)?.label ?? value)
    .map((answer) => `“${answer}”`)
    .join(` ${formWord(t, 'form.or')} `);
  return formWord(t, 'form.condition', { answers, question: words.label });
}
