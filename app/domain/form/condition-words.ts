import {
  findListSection,
  questionsOf,
  type Condition,
  type FormDefinition,
  type Question,
} from './definition.ts';
import { listWords, questionWords, type FormWords } from './words.ts';

/** When a question is asked, as people read it: “Something else” at “What kind of exploitation could this be?”. */
export const conditionWords = (definition: FormDefinition, condition: Condition, t: FormWords): string =>
  inWords(questionsOf(definition), condition, t, (list) => {
    const section = findListSection(definition, list);
    return section === null ? list : listWords(section, t).title;
  });

/** The same of a condition on these questions alone. */
export const conditionAmong = (questions: readonly Question[], condition: Condition, t: FormWords): string =>
  inWords(questions, condition, t, (list) => list);

/** Of more answers than that those are named that are not meant, where they are fewer. */
const mostNamed = 3;

function inWords(
  questions: readonly Question[],
  condition: Condition,
  t: FormWords,
  titleOf: (list: string) => string,
): string {
  const each = (parts: Condition[], joint: string) =>
    parts.map((part) => inWords(questions, part, t, titleOf)).join(` ${joint} `);
  if ('any' in condition) return each(condition.any, t.or);
  if ('all' in condition) return each(condition.all, t.and);
  if ('none' in condition) {
    const { list, ...answered } = condition.none;
    return t.conditionNone({
      list: titleOf(list),
      condition: inWords(questions, answered, t, titleOf),
    });
  }
  const question = questions.find(({ id }) => id === condition.question);
  if (question === undefined) return condition.question;
  const words = questionWords(question, t);
  const others = words.options.filter(({ value }) => !condition.in.includes(value));
  const label = (value: string) => words.options.find((option) => option.value === value)?.label ?? value;
  const quoted = (labels: string[]) => labels.map((each) => `“${each}”`).join(` ${t.or} `);
  const answers =
    condition.in.length > mostNamed && others.length > 0 && others.length < mostNamed
      ? t.anyBut({ answers: quoted(others.map((option) => option.label)) })
      : quoted(condition.in.map(label));
  return t.condition({ answers, question: words.label });
}
