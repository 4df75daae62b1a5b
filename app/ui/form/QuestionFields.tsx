import type { ReactNode } from 'react';
import type { Question } from '#app/domain/form/definition.ts';
import { revealedUnder } from '#app/domain/form/reveals.ts';
import { questionWords } from '#app/domain/form/words.ts';
import { QuestionField } from './QuestionField.tsx';
import { canBeAsked, type FieldsProps } from './question-props.ts';

/**
 * Questions that stand on one page, in their order. Those that hang on one option are revealed under it; without
 * JavaScript all are there, and the server passes over what does not apply.
 */
export function QuestionFields({ questions, ...props }: FieldsProps & { questions: readonly Question[] }) {
  const draw = (question: Question): ReactNode => {
    const reveals: Record<string, ReactNode> = {};
    for (const option of 'options' in question ? question.options : []) {
      const under = questions.filter((each) => {
        const place = revealedUnder(each, questions);
        return place?.questionId === question.id && place.value === option.value;
      });
      if (under.length === 0) continue;
      const { options } = questionWords(question, props.t);
      const label = options.find(({ value }) => value === option.value)?.label ?? '';
      reveals[option.value] = [
        <p key="only-if" className="govuk-hint portal-only-if">
          {props.t.onlyIf({ option: label })}
        </p>,
        ...under.map(draw),
      ];
    }
    return <QuestionField key={question.id} {...props} question={question} reveals={reveals} />;
  };
  return questions
    .filter((question) => canBeAsked(question, props.offered) && revealedUnder(question, questions) === null)
    .map(draw);
}
