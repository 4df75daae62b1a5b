import type { Question } from '#app/domain/intelligence-form/question.ts';
import {
  formWord,
  precisionLabel,
  questionWords,
  type QuestionWords,
  type Translate,
} from '#app/domain/intelligence-form/words.ts';
import { useMessages } from '#app/ui/messages.ts';

/** Longer lists are not printed: a person writes the language down instead of finding it among sixty. */
const mostPrinted = 30;

export type PromptQuestionProps = { version: number; question: Question; t: Translate };

/** One question on paper. */
export function PromptQuestion({ version, question, t }: PromptQuestionProps) {
  const words = questionWords(version, question, t);
  return (
    <>
      {words.heading === undefined ? null : <h3 className="govuk-heading-s">{words.heading}</h3>}
      <p className="govuk-body portal-prompt__question">
        {question.required ? words.label : formWord(t, 'form.optional', { label: words.label })}
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
        {formWord(t, 'form.why')}: {words.why}
      </p>
    </>
  );
}

type RoomProps = { question: Question; words: QuestionWords; t: Translate };

/** What is ticked, or lines to write on. */
function Room({ question, words, t }: RoomProps) {
  const say = useMessages();
  const sheet = (key: string) => say(`advice.promptSheet.${key}`);
  if (question.dataClass === 'source_identity')
    return <p className="govuk-body portal-prompt__only">{sheet('sealed')}</p>;
  switch (question.kind) {
    case 'radios':
    case 'checkboxes':
    case 'select':
    case 'selects': {
      if (words.options.length > mostPrinted && words.groups.length === 0)
        return <Write note={sheet(question.kind === 'selects' ? 'severalOfList' : 'list')} lines={1} />;
      const several = question.kind === 'checkboxes' || question.kind === 'selects';
      return (
        <Ticks words={words} note={words.options.length > 1 ? sheet(several ? 'several' : 'one') : null} />
      );
    }
    case 'date': {
      const [only] = question.precisions;
      const options = question.precisions.map((precision) => ({
        value: precision,
        label: precisionLabel(t, precision),
        hint: undefined,
      }));
      return (
        <>
          {only === undefined || options.length === 1 ? null : <TickList options={options} />}
          <Write
            note={
              question.precisions.includes('about')
                ? `${sheet('date')}, ${sheet('dateAbout')}`
                : sheet('date')
            }
            lines={1}
          />
        </>
      );
    }
    case 'texts':
      return <Write note={null} lines={question.boxes} />;
    case 'textarea':
      return <Write note={null} lines={question.rows} />;
    case 'entry':
    case 'site':
      return <Write note={sheet(question.kind)} lines={1} />;
    case 'text':
    case 'number':
      return <Write note={null} lines={1} />;
  }
}

function Write({ note, lines }: { note: string | null; lines: number }) {
  return (
    <>
      {note === null ? null : <p className="govuk-hint">{note}</p>}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="portal-prompt__line" />
      ))}
    </>
  );
}

type TickOption = { value: string; label: string; hint: string | undefined };

function TickList({ options }: { options: readonly TickOption[] }) {
  return (
    <ul className="govuk-list portal-prompt__ticks">
      {options.map(({ value, label, hint }) => (
        <li key={value}>
          {label}
          {hint === undefined ? null : <span className="govuk-hint"> ({hint})</span>}
        </li>
      ))}
    </ul>
  );
}

function Ticks({ words, note }: { words: QuestionWords; note: string | null }) {
  const grouped = new Set(words.groups.flatMap((group) => group.options));
  return (
    <>
      {note === null ? null : <p className="govuk-hint">{note}</p>}
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
