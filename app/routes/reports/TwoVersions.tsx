import { differingQuestions, fieldsInWords } from '#app/domain/form/two-versions.ts';
import type { Question } from '#app/domain/form/question.ts';
import { questionWords } from '#app/domain/form/words.ts';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { FieldsProps, FieldValues } from '#app/ui/form/question-props.ts';

export type TwoVersionsProps = Pick<FieldsProps, 'offered' | 't'> & {
  questions: readonly Question[];
  saved: FieldValues;
  typed: FieldValues;
  /** The name of the choice for a question. */
  nameOf: (questionId: string) => string;
};

/**
 * What is saved now beside what was typed, question by question, with the choice between them. What was typed is chosen
 * to begin with and can be changed below: nothing goes unless somebody chooses so.
 */
export function TwoVersions({ questions, saved, typed, nameOf, offered, t: words }: TwoVersionsProps) {
  const t = useMessages();
  const hasSource = questions.some((question) => question.dataClass === 'source_identity');
  const inWords = (question: Question, values: FieldValues) => {
    const lines = fieldsInWords(question, values, words, offered?.[question.id]);
    return lines.length > 0 ? lines.join('\n') : t.common.notProvided;
  };
  const text = (question: Question, values: FieldValues) => (
    <span className="portal-verbatim">{inWords(question, values)}</span>
  );
  return (
    <section aria-labelledby="two-versions" className="portal-two-versions">
      <h2 className="govuk-heading-m" id="two-versions">
        {t.reports.conflict.title}
      </h2>
      <p className="govuk-body">{t.reports.conflict.text}</p>
      {hasSource ? <p className="govuk-body">{t.reports.conflict.source}</p> : null}
      {differingQuestions(questions, saved, typed).map((question) => (
        <Radios
          key={question.id}
          name={nameOf(question.id)}
          legend={questionWords(question, words).label}
          legendSize="s"
          small
          value="typed"
          items={[
            { value: 'saved', label: t.reports.conflict.saved, hint: text(question, saved) },
            { value: 'typed', label: t.reports.conflict.typed, hint: text(question, typed) },
          ]}
        />
      ))}
      <h2 className="govuk-heading-m">{t.reports.conflict.change}</h2>
    </section>
  );
}
