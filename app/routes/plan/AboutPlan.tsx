import type { PlanHead } from '#app/domain/plan/read-whole.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';

/** What the plan's source is, how it is set and how it was taken over: for whoever reads the two side by side. */
export function AboutPlan({ plan }: { plan: PlanHead }) {
  const { organisation, secondTitle, redactions, tables, numberingNotes, notes } = plan;
  return (
    <section aria-labelledby="about">
      <h2 className="govuk-heading-m" id="about">
        About this plan
      </h2>
      <SummaryList
        rows={[
          { key: 'Title', value: plan.title },
          secondTitle ? { key: 'Second title', value: secondTitle } : null,
          organisation ? { key: 'Organisation', value: organisation } : null,
          redactions === null
            ? null
            : { key: 'Withheld', value: `${redactions} places in the source say [REDACTED]` },
          ...tables.map(({ title, columns }) => ({
            key: <>Columns of “{title}”</>,
            value: <Bullets lines={columns} />,
          })),
          numberingNotes.length > 0
            ? {
                key: 'Numbers of the source',
                value: <Bullets lines={numberingNotes.map(({ number, note }) => `${number}: ${note}`)} />,
              }
            : null,
          notes.length > 0 ? { key: 'How it was taken over', value: <Bullets lines={notes} /> } : null,
        ]}
      />
    </section>
  );
}

function Bullets({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
