import type { QuestionOf } from '#app/domain/form/question.ts';
import { boxName, questionFieldNames } from '#app/domain/form/read-posted.ts';
import { type QuestionWords } from '#app/domain/form/words.ts';
import { describedByIds } from '#app/ui/govuk/described-by.ts';
import { Fieldset } from '#app/ui/govuk/Fieldset.tsx';
import { FormGroup, HintAndError } from '#app/ui/govuk/FormGroup.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { inputKind } from './input-kind.ts';
import { choiceOptions, typedChoice } from './long-choice.ts';
import { type FieldsProps, fieldValue, privacyAttributes } from './question-props.ts';

export type SeveralQuestionProps = FieldsProps & {
  question: QuestionOf<'texts' | 'selects'>;
  words: QuestionWords;
  label: string;
  describedBy: string | undefined;
};

const boxClass = (question: QuestionOf<'texts' | 'selects'>, wrong: boolean) => {
  if (!wrong) return undefined;
  return question.kind === 'texts' ? 'govuk-input--error' : 'govuk-select--error';
};

/** One empty box more than was filled in, so that a longer list grows with each save and needs no script. */
function boxCount({ boxes, max }: { boxes: number; max: number }, given: readonly string[]): number {
  const filled = given.findLastIndex((each) => each.trim() !== '') + 1;
  return Math.min(max, Math.max(boxes, filled + 1));
}

/** Several short answers, one to a box. An error stands above the boxes and marks the one that is wrong. */
export function SeveralQuestion({ question, words, label, describedBy, ...props }: SeveralQuestionProps) {
  const { values, errors, t } = props;
  const { id } = question;
  const { hint } = words;
  const names = questionFieldNames(question);
  const wrong = names.find((name) => Object.hasOwn(errors, name));
  const error = wrong === undefined ? undefined : errors[wrong];
  const given = names.map((name) => fieldValue(values, name));
  return (
    <FormGroup error={error}>
      <Fieldset legend={label} legendSize="s" describedBy={describedByIds(id, { hint, error, describedBy })}>
        <HintAndError id={id} hint={hint} error={error} />
        {Array.from({ length: boxCount(question, given) }, (_, index) => {
          const name = boxName(question, index);
          const box = {
            ...privacyAttributes(question),
            name,
            // Said once, above all boxes.
            error: false,
            className: boxClass(question, name === wrong),
            label: t.boxes({ name: words.name, number: index + 1 }),
            value: given[index] ?? '',
          };
          if (question.kind === 'texts') return <Input key={index} {...box} {...inputKind(question)} />;
          const choose = { value: '', text: t.select };
          const options = [choose, ...choiceOptions(words.options, t, props.often?.[id])];
          return <Select key={index} {...box} {...typedChoice(words.options, t)} options={options} />;
        })}
      </Fieldset>
    </FormGroup>
  );
}
