import type { ReactNode } from 'react';
import type { Precision, QuestionOf } from '#app/domain/form/definition.ts';
import {
  aboutField,
  asksPrecision,
  boxesOf,
  sinceField,
  type DateBoxes,
} from '#app/domain/form/read-date.ts';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { type FieldsProps, fieldValue, privacyAttributes } from './question-props.ts';

type DateQuestionProps = FieldsProps & {
  question: QuestionOf<'date'>;
  label: string;
  hint: ReactNode;
  describedBy: string | undefined;
};

type BoxesProps = FieldsProps & {
  question: QuestionOf<'date'>;
  boxes: DateBoxes;
  legend: string;
  legendHidden?: boolean;
  hint?: ReactNode;
  describedBy?: string | undefined;
};

function Boxes({
  question,
  boxes,
  legend,
  legendHidden = false,
  hint,
  describedBy,
  values,
  errors,
  t,
}: BoxesProps) {
  const names = boxes.parts.map((part) => `${boxes.prefix}-${part}`);
  const wrong = names.find((name) => Object.hasOwn(errors, name));
  return (
    <DateInput
      id={`${boxes.prefix}-boxes`}
      legend={legend}
      legendSize="s"
      legendClassName={legendHidden ? 'govuk-visually-hidden' : undefined}
      hint={hint}
      error={wrong === undefined ? undefined : errors[wrong]}
      describedBy={describedBy}
      parts={boxes.parts.map((part) => {
        const name = `${boxes.prefix}-${part}`;
        return {
          name,
          id: name,
          label: t.date.parts[part],
          value: fieldValue(values, name),
          width: part === 'year' ? 4 : 2,
          error: wrong === undefined ? undefined : wrong === name,
          attributes: privacyAttributes(question),
        };
      })}
    />
  );
}

/** The boxes under one precision. "From" and "To" are told apart by their legends. */
function PrecisionBoxes({
  precision,
  ...props
}: FieldsProps & { question: QuestionOf<'date'>; precision: Precision }) {
  const groups = boxesOf(props.question.id, precision);
  const range = [props.t.date.from, props.t.date.to];
  return groups.map((boxes, index) => (
    <Boxes
      key={boxes.prefix}
      {...props}
      boxes={boxes}
      legend={groups.length > 1 ? (range[index] ?? '') : props.t.date.precisions[precision]}
      legendHidden={groups.length === 1}
    />
  ));
}

/** "About June 2015": when it was, in the reporter's own words. */
function AboutBox({ question, values, errors, t }: FieldsProps & { question: QuestionOf<'date'> }) {
  const name = aboutField(question.id);
  return (
    <Input
      {...privacyAttributes(question)}
      name={name}
      label={t.date.aboutWhen}
      hint={t.date.aboutHint}
      error={errors[name]}
      value={fieldValue(values, name)}
    />
  );
}

/** Since when something that is still going on has been, in their own words. It may stay empty. */
function SinceBox({ question, values, errors, t }: FieldsProps & { question: QuestionOf<'date'> }) {
  const name = sinceField(question.id);
  return (
    <Input
      {...privacyAttributes(question)}
      name={name}
      label={t.date.since}
      hint={t.date.aboutHint}
      error={errors[name]}
      value={fieldValue(values, name)}
    />
  );
}

function conditionalOf(
  precision: Precision,
  props: FieldsProps & { question: QuestionOf<'date'> },
): ReactNode {
  if (precision === 'about') return <AboutBox {...props} />;
  if (precision === 'ongoing' && props.question.since) return <SinceBox {...props} />;
  const hasBoxes = boxesOf(props.question.id, precision).length > 0;
  return hasBoxes ? <PrecisionBoxes {...props} precision={precision} /> : undefined;
}

/** When something happened, as exactly as it is known. With one precision only, the boxes stand alone. */
export function DateQuestion({ label, hint, describedBy, ...props }: DateQuestionProps) {
  const { question, values, errors, t } = props;
  const [only] = question.precisions;
  const [boxes] = only === undefined ? [] : boxesOf(question.id, only);
  if (!asksPrecision(question) && boxes) {
    return <Boxes {...props} boxes={boxes} legend={label} hint={hint} describedBy={describedBy} />;
  }
  return (
    <Radios
      name={question.id}
      legend={label}
      legendSize="s"
      hint={hint}
      error={errors[question.id]}
      describedBy={describedBy}
      value={fieldValue(values, question.id)}
      items={question.precisions.map((precision) => ({
        value: precision,
        label: t.date.precisions[precision],
        conditional: conditionalOf(precision, props),
      }))}
    />
  );
}
