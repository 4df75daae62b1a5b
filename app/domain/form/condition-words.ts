import { findListSection, questionsOf, type Condition, type FormDefinition } from './definition.ts';
import { listWords, questionWords, type FormWords } from './words.ts';

/** When a question is asked, as people read it: “Something else” at “What kind of exploitation could this be?”. */
export function conditionWords(definition: FormDefinition, condition: Condition, t: FormWords): string {
  const each = (parts: Condition[], joint: string) =>
    parts.map((part) => conditionWords(definition, part, t)).join(` ${joint} `);
  if ('any' in condition) return each(condition.any, t.or);
  if ('all' in condition) return each(condition.all, t.and);
  if ('none' in condition) {
    const { list, ...answered } = condition.none;
    const section = findListSection(definition, list);
    const title = section === null ? list : listWords(section, t).title;
    return t.conditionNone({
      list: title,
      condition: conditionWords(definition, answered, t),
    });
  }
  const question = questionsOf(definition).find(({ id }) => id === condition.question);
  if (question === undefined) return condition.question;
  const words = questionWords(question, t);
  const answers = condition.in
    .map((value) => words.options.find((option) => option.value === value)?.label ?? value)
    .map((answer) => `“${answer}”`)
    .join(` ${t.or} `);
  return t.condition({ answers, question: words.label });
}
