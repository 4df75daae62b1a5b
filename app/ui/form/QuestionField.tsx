import { link } from '#app/http/link.ts';
import type { ReactNode } from 'react';
import type { Question } from '#app/domain/form/definition.ts';
import { questionWords, type QuestionWords } from '#app/domain/form/words.ts';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { CheckboxQuestion } from './CheckboxQuestion.tsx';
import { DateQuestion } from './DateQuestion.tsx';
import { inputKind } from './input-kind.ts';
import { choiceOptions, typedChoice } from './long-choice.ts';
import { type FieldsProps, fieldValue, privacyAttributes } from './question-props.ts';
import { SeveralQuestion } from './SeveralQuestion.tsx';

export type QuestionFieldProps = FieldsProps & {
  question: Question;
  /** What an option reveals, by its value. */
  reveals?: Readonly<Record<string, ReactNode>>;
  /** Which questions of the page the style sheet shows while an option is chosen. */
  opens?: (value: string) => string;
};

/** One question of the form: heading, advice, field and the reason why it is asked. */
export function QuestionField({ question, reveals = {}, opens = () => '', ...props }: QuestionFieldProps) {
  const words = questionWords(question, props.t);
  const guidanceId = words.guidance.length > 0 ? `${question.id}-guidance` : undefined;
  return (
    <>
      {words.heading === undefined ? null : <h2 className="govuk-heading-m">{words.heading}</h2>}
      {guidanceId === undefined ? null : (
        <>
          {words.heading === undefined ? <h2 className="govuk-heading-s">{props.t.writing}</h2> : null}
          <ul id={guidanceId} className="govuk-list govuk-list--bullet">
            {words.guidance.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {question.helpPages?.map((page) => (
        <p key={page} className="govuk-body">
          <a className="govuk-link" href={link(`help/${page}`)} target="_blank" rel="noreferrer noopener">
            {props.t.help[page]}
          </a>
        </p>
      ))}
      <Field
        {...props}
        question={question}
        words={words}
        reveals={reveals}
        opens={opens}
        describedBy={guidanceId}
      />
    </>
  );
}

type FieldProps = FieldsProps & {
  question: Question;
  words: QuestionWords;
  reveals: Readonly<Record<string, ReactNode>>;
  opens: (value: string) => string;
  describedBy: string | undefined;
};

function Field({ question, words, reveals, opens, describedBy, ...props }: FieldProps) {
  const { values, errors, sealed = [], oneOf = [], t } = props;
  const name = question.id;
  // One box to tick is not marked as optional: leaving it is an answer too.
  const plain =
    question.required ||
    oneOf.includes(name) ||
    (question.kind === 'checkboxes' && question.options.length === 1);
  const label = plain ? words.label : t.optional({ label: words.label });
  const hint = sealed.includes(name) ? t.sealedHint : words.hint;
  const group = { name, legend: label, legendSize: 's', hint, error: errors[name], describedBy } as const;
  const field = {
    ...privacyAttributes(question),
    name,
    label,
    labelSize: 's',
    hint,
    error: errors[name],
    describedBy,
  } as const;
  const items = words.options.map((option) => ({
    ...option,
    conditional: reveals[option.value],
    attributes: { 'data-opens': opens(option.value) || undefined },
  }));
  switch (question.kind) {
    case 'radios':
      return <Radios {...group} items={items} value={fieldValue(values, name)} />;
    case 'checkboxes':
      return (
        <CheckboxQuestion
          {...props}
          question={question}
          words={words}
          label={label}
          reveals={reveals}
          describedBy={describedBy}
        />
      );
    case 'texts':
    case 'selects':
      return (
        <SeveralQuestion
          {...props}
          question={question}
          words={words}
          label={label}
          describedBy={describedBy}
        />
      );
    case 'select':
    case 'entry':
    case 'site': {
      const listed = question.kind === 'select' ? words.options : (props.offered?.[name] ?? []);
      const choose = { value: '', text: t.select };
      const options = [choose, ...choiceOptions(listed, t, props.often?.[name])];
      return (
        <Select {...field} {...typedChoice(listed, t)} options={options} value={fieldValue(values, name)} />
      );
    }
    case 'date':
      return (
        <DateQuestion {...props} question={question} label={label} hint={hint} describedBy={describedBy} />
      );
    case 'textarea':
      return (
        <CharacterCount
          {...field}
          rows={question.rows}
          value={fieldValue(values, name)}
          maxLength={question.maxLength}
          countType="length"
          threshold={75}
          limitText={t.limit({ max: question.maxLength.toLocaleString('en-GB') })}
        />
      );
    default:
      return <Input {...field} {...inputKind(question)} value={fieldValue(values, name)} />;
  }
}
