import type { Answers } from '#app/domain/form/answers.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import type { Step } from '#app/domain/form/journey.ts';
import { progressOf } from '#app/domain/form/progress.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { FormTaskList } from './FormTaskList.tsx';

type SectionProgressProps = {
  definition: Form;
  answers: Answers;
  sectionId: string;
  /** The heading of the page, as a section of that name is not named twice. */
  heading: string;
  hrefOf: (step: Step) => string;
};

/** Where the page stands on the way of its report, and behind it the list of sections; nothing for what lies beside the way. */
export function SectionProgress({ definition, answers, sectionId, heading, hrefOf }: SectionProgressProps) {
  const t = useMessages();
  const progress = progressOf(definition, answers, sectionId);
  if (progress === null) return null;
  const name = t.form.asked(definition.sections.find(({ id }) => id === sectionId)?.title ?? '');
  return (
    <Details
      className="portal-progress"
      summary={t.reports.page.step({ ...progress, name: name === heading ? '' : name })}
    >
      <nav aria-label={t.reports.page.sections}>
        <FormTaskList definition={definition} answers={answers} hrefOf={hrefOf} t={t.form} />
      </nav>
    </Details>
  );
}
