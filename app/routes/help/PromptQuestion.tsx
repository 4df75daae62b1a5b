import { conditionWords } from '#app/domain/form/condition-words.ts';
import type { FormDefinition } from '#app/domain/form/definition.ts';
import type { Question } from '#app/domain/form/question.ts';
import { questionWords, type QuestionWords, type FormWords } from '#app/domain/form/words.ts';
import type { Words } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';

/** Longer lists are not printed: a person writes the language down instead of finding it among sixty. */
const mostPrinted = 30;

export type PromptQuestionProps = { definition: FormDefinition; question: Question; t: FormWords };

/** One question on paper: the question and how it is answered, room for the answer, and why it is asked. */
export function PromptQuestion({ definition, question, t }: PromptQuestionProps) {
  const say = useMessages();
  const words = withConditions(definition, question, questionWords(question, t), t);
  const note = noteOf(question, words, say);
  return (
    <>
      {words.heading === undefined ? null : <h3 className="govuk-heading-s">{words.heading}</h3>}
      <p className="govuk-body portal-prompt__question">
        <strong>{question.required ? words.label : t.optional({ label: words.label })}</strong>
        {note === null ? null : <span className="portal-prompt__note"> {note}</span>}
      </p>
      {words.hint === undefined ? null : <p className="govuk-hint">{words.hint}</p>}
      {words.guidance.length === 0 ? null : (
        <ul className="govuk-list govuk-list--bullet">
          {words.guidance.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Room question={question} words={words} t={t} />
      <p className="govuk-body portal-prompt__why">
        {t.why}: {words.why}
      </p>
    </>
  );
}

/** On paper every option stands, so that one which does not fit every answer says which it fits. */
function withConditions(
  definition: FormDefinition,
  question: Question,
  words: QuestionWords,
  t: FormWords,
): QuestionWords {
  if (!('options' in question)) return words;
  const options = words.options.map((option) => {
    const condition = question.options.find(({ value }) => value === option.value)?.showWhen;
    if (condition === undefined) return option;
    const only = t.optionOnly({ condition: conditionWords(definition, condition, t) });
    return { ...option, hint: [option.hint, only].filter((part) => part !== undefined).join(', ') };
  });
  return { ...words, options };
}

const isPrinted = (words: QuestionWords) => words.options.length <= mostPrinted || words.groups.length > 0;

/** How it is answered; null where that is plain. */
function noteOf(question: Question, words: QuestionWords, t: Words): string | null {
  const notes = t.advice.promptSheet;
  if (question.dataClass === 'source_identity') return notes.sealed;
  switch (question.kind) {
    case 'radios':
    case 'select':
      return isPrinted(words) ? notes.one : notes.list;
    case 'checkboxes':
      return words.options.length > 1 ? notes.several : null;
    case 'selects':
      return isPrinted(words) ? notes.several : notes.severalOfList;
    case 'date':
      return question.precisions.includes('about') ? notes.dateOrAbout : notes.date;
    case 'entry':
    case 'site':
      return notes[question.kind];
    default:
      return null;
  }
}

type RoomProps = { question: Question; words: QuestionWords; t: FormWords };

/** What is ticked, or lines to write on. */
function Room({ question, words, t }: RoomProps) {
  if (question.dataClass === 'source_identity') return null;
  switch (question.kind) {
    case 'radios':
    case 'checkboxes':
    case 'select':
    case 'selects':
      return isPrinted(words) ? <Ticks words={words} /> : <Write lines={1} />;
    case 'date': {
      if (question.partial) return <Write lines={1} />;
      const options = question.precisions.map((precision) => ({
        value: precision,
        label: t.date.precisions[precision],
        hint: undefined,
      }));
      return (
        <>
          {options.length > 1 ? <TickList options={options} /> : null}
          <Write lines={1} />
        </>
      );
    }
    case 'textarea':
      return <Write lines={question.rows} />;
    case 'texts':
      return <Write lines={question.boxes} />;
    default:
      return <Write lines={1} />;
  }
}

function Write({ lines }: { lines: number }) {
  return Array.from({ length: lines }, (_, index) => <div key={index} className="portal-prompt__line" />);
}

type TickOption = { value: string; label: string; hint: string | undefined };

function TickList({ options }: { options: readonly TickOption[] }) {
  return (
    <ul className="govuk-list portal-prompt__ticks">
      {options.map(({ value, label, hint }) => (
        <li key={value}>
          {label}
          {hint === undefined ? null : <span className="portal-prompt__note"> ({hint})</span>}
        </li>
      ))}
    </ul>
  );
}

function Ticks({ words }: { words: QuestionWords }) {
  const grouped = new Set(words.groups.flatMap((group) => group.options));
  return (
    <>
      {words.groups.map((group) => (
        <div key={group.id}>
          <p className="govuk-body portal-prompt__group">{group.label}</p>
          <TickList options={words.options.filter((option) => group.options.includes(option.value))} />
        </div>
      ))}
      <TickList options={words.options.filter((option) => !grouped.has(option.value))} />
    </>
  );
}
