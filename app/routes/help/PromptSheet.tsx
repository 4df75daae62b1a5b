import { conditionWords } from '#app/domain/form/condition-words.ts';
import type {
  Condition,
  FormDefinition,
  ListSection,
  Page,
  PagesSection,
} from '#app/domain/form/definition.ts';
import type { Question } from '#app/domain/form/question.ts';
import { listWords, pageWords, type FormWords } from '#app/domain/form/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EmergencyOnPaper } from '#app/ui/layout/Emergency.tsx';
import { PromptQuestion } from './PromptQuestion.tsx';

export type PromptSheetProps = { definition: FormDefinition; t: FormWords };

/** The blank form on paper: every question with its options, advice and reason, and room to write. */
export function PromptSheet({ definition, t }: PromptSheetProps) {
  return (
    <div className="portal-sheet">
      {definition.sections.map((section) =>
        section.kind === 'list' ? (
          <ListPart key={section.id} definition={definition} section={section} t={t} />
        ) : (
          <PagesPart key={section.id} definition={definition} section={section} t={t} />
        ),
      )}
    </div>
  );
}

type PartProps<Section> = PromptSheetProps & { section: Section };

function Title({ section, t }: Omit<PartProps<PagesSection | ListSection>, 'definition'>) {
  const say = useMessages();
  return (
    <h2 className="govuk-heading-m">
      {t.asked(section.title)}
      {section.optional ? null : <> ({say.advice.promptSheet.needed})</>}
    </h2>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function OnlyIf({ definition, condition, t }: PromptSheetProps & { condition: Condition | undefined }) {
  const say = useMessages();
  if (condition === undefined) return null;
  return (
    <p className="govuk-body portal-prompt__only">
      {say.advice.promptSheet.only} {conditionWords(definition, condition, t)}
    </p>
  );
}

function Questions({ definition, questions, t }: PromptSheetProps & { questions: readonly Question[] }) {
  return questions.map((question) => (
    <div key={question.id} className="portal-prompt">
      <OnlyIf definition={definition} condition={question.showWhen} t={t} />
      <PromptQuestion definition={definition} question={question} t={t} />
    </div>
  ));
}

function ListPart({ definition, section, t }: PartProps<ListSection>) {
  const say = useMessages();
  const questions = [...(section.notKnown ? [section.notKnown] : []), ...section.questions];
  return (
    <section>
      <Title section={section} t={t} />
      <Lines lines={listWords(section, t).guidance} />
      <p className="govuk-body portal-prompt__only">{say.advice.promptSheet.repeat}</p>
      <Questions definition={definition} questions={questions} t={t} />
    </section>
  );
}

function PagesPart({ definition, section, t }: PartProps<PagesSection>) {
  return (
    <section>
      <Title section={section} t={t} />
      {section.pages.map((page) => (
        <PagePart
          key={page.id}
          definition={definition}
          page={page}
          alone={section.pages.length === 1}
          t={t}
        />
      ))}
    </section>
  );
}

function PagePart({ definition, page, alone, t }: PromptSheetProps & { page: Page; alone: boolean }) {
  const words = pageWords(page, t);
  return (
    <>
      {alone ? null : <h3 className="govuk-heading-s">{words.title}</h3>}
      <OnlyIf definition={definition} condition={page.showWhen} t={t} />
      {page.warning === undefined ? null : <EmergencyOnPaper />}
      <Lines lines={words.guidance} />
      {words.advice.map((advice) => (
        <section key={advice.id}>
          <h3 className="govuk-heading-s">{advice.heading}</h3>
          <Lines lines={advice.lines} />
        </section>
      ))}
      <Questions definition={definition} questions={page.questions} t={t} />
    </>
  );
}
