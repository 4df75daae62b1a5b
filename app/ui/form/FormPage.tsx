import type { ListSection, Page, Question } from '#app/domain/form/definition.ts';
import { questionFieldNames } from '#app/domain/form/read-posted.ts';
import { listWords, pageWords, questionWords } from '#app/domain/form/words.ts';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useFrame } from '#app/ui/layout/frame-context.ts';
import { Phone } from '#app/ui/layout/Phone.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { canBeAsked, fieldValue, type FieldsProps } from './question-props.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { WhyWeAskThese } from './WhyWeAsk.tsx';

function Guidance({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  if (lines.length === 1) return <p className="govuk-body">{lines[0]}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Who helps with what this page asks about, in the force's words of today. */
function SignpostHere({ code }: { code: string }) {
  const t = useMessages();
  const signpost = useFrame().signposts.find((each) => each.code === code);
  if (signpost === undefined) return null;
  const { name, phone, text, url } = signpost;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{name}</strong>: <Phone number={phone} name={name} />
      </p>
      {text ? <p className="govuk-body">{text}</p> : null}
      {url ? (
        <a className="govuk-link" href={url} rel="noreferrer">
          {t.pages.signposts.website({ name })}
        </a>
      ) : null}
    </InsetText>
  );
}

/** A page that is only met in danger: the call comes before anything else. */
export const stopsFirst = ({ warning, showWhen }: Page): boolean =>
  warning !== undefined && showWhen !== undefined;

type FormPageProps = {
  page: Page;
  /** The page says already that somebody is in danger: it is not said twice. */
  warned?: boolean;
};

/**
 * What a page of the form holds below its heading and inside its `<form>`: warning, advice and questions. A warning is
 * said in the force's words of today, whatever the version said: numbers change, and published versions do not.
 */
export function FormPage({ page, warned = false, ...props }: FieldsProps & FormPageProps) {
  const words = pageWords(page, props.t);
  return (
    <>
      {page.warning === undefined || warned || stopsFirst(page) ? null : <EmergencyWarning />}
      <Guidance lines={words.guidance} />
      {page.signpost === undefined ? null : <SignpostHere code={page.signpost} />}
      {words.advice.map((advice) => (
        <section key={advice.id} aria-labelledby={`advice-${advice.id}`}>
          <h2 className="govuk-heading-s" id={`advice-${advice.id}`}>
            {advice.heading}
          </h2>
          <Guidance lines={advice.lines} />
        </section>
      ))}
      <AskedTogether {...props} questions={page.questions} oneOf={page.oneOf} />
    </>
  );
}

/** Questions, and under them in one place why they are asked. */
export function AskedTogether({ questions, ...props }: FieldsProps & { questions: readonly Question[] }) {
  return (
    <>
      <QuestionFields {...props} questions={questions} />
      <WhyWeAskThese
        reasons={questions
          .filter((question) => canBeAsked(question, props.offered))
          .map((question) => questionWords(question, props.t))}
        t={props.t}
      />
    </>
  );
}

export type ItemPageProps = FieldsProps & {
  section: ListSection;
  /** True while nothing was added yet: then the reporter may also say that they know of none. */
  first: boolean;
};

/** The same for one entry of a list. */
export function ItemPage({ section, first, ...props }: ItemPageProps) {
  const words = listWords(section, props.t);
  const questions = first && section.notKnown ? [...section.questions, section.notKnown] : section.questions;
  const from = section.questions.findIndex(({ id }) => id === section.more?.from);
  const more = from < 0 ? [] : section.questions.slice(from);
  const folded = more.map(({ id }) => id);
  const isOpen = more
    .flatMap(questionFieldNames)
    .some((name) => Object.hasOwn(props.errors, name) || fieldValue(props.values, name) !== '');
  return (
    <>
      <Guidance lines={words.guidance} />
      <QuestionFields {...props} questions={questions.filter(({ id }) => !folded.includes(id))} />
      {folded.length === 0 ? null : (
        <Details summary={words.more} open={isOpen}>
          <QuestionFields {...props} questions={questions.filter(({ id }) => folded.includes(id))} />
        </Details>
      )}
      <WhyWeAskThese
        reasons={questions
          .filter((question) => canBeAsked(question, props.offered))
          .map((question) => questionWords(question, props.t))}
        t={props.t}
      />
    </>
  );
}
