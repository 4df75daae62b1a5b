import { confidence, type ConfidenceMatrix } from '#app/domain/kernel/confidence.ts';
import { assessmentGrades, sourceGrades } from '#app/domain/kernel/grading.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';

/** The force's table of confidence, as help for whoever grades. */
export function ConfidenceTable({ matrix }: { matrix: ConfidenceMatrix }) {
  return (
    <Details summary="Which confidence follows from the grade">
      <Table
        caption="Confidence by assessment and source"
        captionSize="s"
        firstCellIsHeader
        head={[{ content: 'Assessment' }, ...sourceGrades.map(({ code }) => ({ content: `Source ${code}` }))]}
        rows={assessmentGrades.map(({ code: assessment }) => [
          { content: assessment },
          ...sourceGrades.map(({ code: source }) => ({
            content: inWords[confidence({ source, assessment }, matrix)],
          })),
        ])}
      />
      <p className="govuk-body">
        It has not been confirmed by the force. A grade keeps the confidence it was given with.
      </p>
    </Details>
  );
}

const inWords = { high: 'High', medium: 'Medium', low: 'Low' } as const;
