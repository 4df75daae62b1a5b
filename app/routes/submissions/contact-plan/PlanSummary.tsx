import type { PlanVersion } from '#app/domain/connections/contact-plan/contact-of.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';

const text = (words: string) => <span className="portal-verbatim">{words}</span>;

/** What a contact plan says. What must not be done comes first: it is what harms when it is missed. */
export function PlanSummary({ plan }: { plan: PlanVersion }) {
  return (
    <SummaryList
      rows={[
        { key: 'What must not be done', value: <strong className="portal-verbatim">{plan.never}</strong> },
        { key: 'Who may contact them', value: text(plan.who) },
        { key: 'How', value: text(plan.how) },
        { key: 'When it is safe', value: text(plan.safeTimes) },
        { key: 'Interpreter', value: plan.interpreterWords },
        plan.language !== null && { key: 'Language', value: plan.language },
      ]}
    />
  );
}
