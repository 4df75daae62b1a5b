import type { NextStep } from '#app/domain/triage/items/next-step.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import type { Id } from '#app/domain/kernel/id.ts';

/** What is missing, said before it is asked for. */
function reason(step: NextStep): string | null {
  switch (step.do) {
    case 'read':
      return 'The partner has added something that nobody has marked as read.';
    case 'sanitise':
      return `Item ${step.number} has no sanitised text yet.`;
    case 'disseminate':
      return `Item ${step.number} is ready and has gone to nobody yet.`;
    case 'wait':
      return `The text of item ${step.number} waits for a second person.`;
    case 'action':
      return step.action === 'accept' ? 'Every item is graded: you can accept the submission.' : null;
  }
}

const buttonText = (step: Exclude<NextStep, { do: 'action' | 'wait' }>): string => {
  switch (step.do) {
    case 'read':
      return 'Read what was added';
    case 'sanitise':
      return `Write the text of item ${step.number}`;
    case 'disseminate':
      return `Send item ${step.number}`;
  }
};

export type NextStepHrefs = Record<'sanitise' | 'disseminate', (itemId: Id<'IntelligenceItem'>) => string>;

function hrefOf(step: Exclude<NextStep, { do: 'action' | 'wait' }>, hrefs: NextStepHrefs): string {
  if (step.do === 'read') return `#${step.part}`;
  return hrefs[step.do](step.itemId);
}

/** The next step on an item or a part of the page as the button that stands out, with what is missing above it. */
export function NextStepPart({ step, hrefs }: { step: NextStep | null; hrefs: NextStepHrefs }) {
  if (!step) return null;
  const why = reason(step);
  return (
    <>
      {why ? <p className="govuk-body">{why}</p> : null}
      {step.do === 'action' || step.do === 'wait' ? null : (
        <div className="portal-actions-list">
          <ButtonLink href={hrefOf(step, hrefs)}>{buttonText(step)}</ButtonLink>
        </div>
      )}
    </>
  );
}
