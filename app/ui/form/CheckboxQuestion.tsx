import type { ReactNode } from 'react';
import { exclusiveValues, type QuestionOf } from '#app/domain/form/question.ts';
import { type QuestionWords } from '#app/domain/form/words.ts';
import { Checkboxes, type CheckboxItem } from '#app/ui/govuk/Checkboxes.tsx';
import { describedByIds } from '#app/ui/govuk/described-by.ts';
import { Fieldset } from '#app/ui/govuk/Fieldset.tsx';
import { FormGroup, HintAndError } from '#app/ui/govuk/FormGroup.tsx';
import { type FieldsProps, fieldList } from './question-props.ts';

export type CheckboxQuestionProps = FieldsProps & {
  question: QuestionOf<'checkboxes'>;
  words: QuestionWords;
  label: string;
  reveals: Readonly<Record<string, ReactNode>>;
  describedBy: string | undefined;
};

/** Any of several; what stands alone ("none of these") comes after an "or". A long list is set under headings. */
export function CheckboxQuestion({
  question,
  words,
  label,
  reveals,
  describedBy,
  values,
  errors,
  t,
}: CheckboxQuestionProps) {
  const { id } = question;
  const { hint } = words;
  const error = errors[id];
  const alone = exclusiveValues(question);
  const boxes = words.options.map((option, index): CheckboxItem & { value: string } => ({
    ...option,
    id: index === 0 ? id : `${id}-${index + 1}`,
    conditional: reveals[option.value],
    exclusive: alone.includes(option.value),
  }));
  const chosen = fieldList(values, id);
  const together = boxes.filter((box) => !box.exclusive);
  const last = boxes.filter((box) => box.exclusive);
  const or = together.length > 0 && last.length > 0 ? [{ divider: t.or }] : [];
  if (words.groups.length === 0)
    return (
      <Checkboxes
        name={id}
        legend={label}
        legendSize="s"
        hint={hint}
        error={error}
        describedBy={describedBy}
        items={[...together, ...or, ...last]}
        values={chosen}
      />
    );
  return (
    <FormGroup error={error}>
      <Fieldset legend={label} legendSize="m" describedBy={describedByIds(id, { hint, error, describedBy })}>
        <HintAndError id={id} hint={hint} error={error} />
        {words.groups.map((group) => (
          <Checkboxes
            key={group.id}
            name={id}
            idPrefix={`${id}-${group.id}`}
            legend={group.label}
            legendSize="s"
            small
            items={boxes.filter((box) => group.options.includes(box.value))}
            values={chosen}
          />
        ))}
        <Checkboxes name={id} idPrefix={`${id}-alone`} small items={[...or, ...last]} values={chosen} />
      </Fieldset>
    </FormGroup>
  );
}
