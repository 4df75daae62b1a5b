import {
  questionsOf,
  type Condition,
  type FormDefinition,
} from '#app/domain/intelligence-form/definition.ts';
import { formWord, questionWords, type Translate } from '#app/domain/intelligence-form/words.ts';

/** When a question is asked, as people read it: “Something else” at “What kind of exploitation could this be?”. */
export function conditionWords(definition: FormDefinition, condition: Condition, t: Translate): string {
  if ('any' in condition) {
    return condition.any
      .map((each) => conditionWords(definition, each, t))
      .reduce((one, other) => formWord(t, 'form.condition.or', { one, other }));
  }
  if ('all' in condition) {
    return condition.all
      .map((each) => conditionWords(definition, each, t))
      .reduce((one, other) => formWord(t, 'form.condition.and', { one, other }));
  }
  const question = questionsOf(definition).find((each) => each.id === condition.question);
  if (question === undefined) return condition.question;
  const words = questionWords(definition.version, question, t);
  const answers = condition.in
    .map((value) => words.options.find((option) => option.value === value)?.label ?? value)
    .map((answer) => formWord(t, 'form.condition.answer', { answer }))
    .reduce((one, other) => formWord(t, 'form.condition.or', { one, other }));
  return formWord(t, 'form.condition.leaf', { answers, question: words.label });
}
