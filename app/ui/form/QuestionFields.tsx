import type { ReactNode } from 'react';
import { conditionAmong } from '#app/domain/form/condition-words.ts';
import type { Condition, Question } from '#app/domain/form/definition.ts';
import { revealedUnder } from '#app/domain/form/reveals.ts';
import { questionWords } from '#app/domain/form/words.ts';
import { QuestionField } from './QuestionField.tsx';
import { canBeAsked, type FieldsProps } from './question-props.ts';

/**
 * Questions that stand on one page, in their order. Those that hang on one option are revealed under it, those that hang on
 * several follow, and a script shows them as they are wanted. Without JavaScript the style sheet does; where a browser or a
 * condition is not made for that, all are there, each says when to answer it, and the server passes over what does not apply.
 */
export function QuestionFields({ questions, ...props }: FieldsProps & { questions: readonly Question[] }) {
  const shown = questions.map(({ showWhen }) => (showWhen ? openedBy(showWhen, questions) : null));
  /** Which of these questions an option shows, counted from 1: "1 3". */
  const opens = (id: string, value: string): string =>
    shown
      .flatMap((by, index) =>
        by?.some((one) => one.question === id && one.in.includes(value)) ? [index + 1] : [],
      )
      .join(' ');
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
    return (
      <QuestionField
        key={question.id}
        {...props}
        question={question}
        reveals={reveals}
        opens={(value) => opens(question.id, value)}
      />
    );
  };
  return questions
    .filter((question) => canBeAsked(question, props.offered) && revealedUnder(question, questions) === null)
    .map((question) =>
      question.showWhen && isSettledHere(question.showWhen, questions) ? (
        <div
          key={question.id}
          data-module="portal-shown-when"
          data-when={JSON.stringify(question.showWhen)}
          data-opened-by={shown[questions.indexOf(question)] ? questions.indexOf(question) + 1 : undefined}
        >
          <p className="govuk-hint portal-only-if">
            {props.t.onlyWith({ condition: conditionAmong(questions, question.showWhen, props.t) })}
          </p>
          {draw(question)}
        </div>
      ) : (
        draw(question)
      ),
    );
}

/** The radios of which any one of these options shows a question; null where more than one choice decides. */
function openedBy(
  condition: Condition,
  questions: readonly Question[],
): { question: string; in: string[] }[] | null {
  if ('any' in condition) {
    const parts = condition.any.map((part) => openedBy(part, questions));
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  if (!('question' in condition)) return null;
  const on = questions.find(({ id }) => id === condition.question);
  return on?.kind === 'radios' ? [condition] : null;
}

/** Whether this page alone decides. What other pages decide is settled before the page is drawn. */
function isSettledHere(condition: Condition, questions: readonly Question[]): boolean {
  if ('any' in condition) return condition.any.every((part) => isSettledHere(part, questions));
  if ('all' in condition) return condition.all.every((part) => isSettledHere(part, questions));
  return 'question' in condition && questions.some(({ id }) => id === condition.question);
}
