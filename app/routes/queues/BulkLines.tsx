import { link } from '#app/http/link.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';

export type BulkLinesProps = {
  caption: string;
  lines: readonly { submissionId: string; reference: string | null; problem: string | null }[];
  /** What is said of a line that nothing stands against. */
  done: string;
  /** Before the reason why nothing becomes of a line: "Not done". */
  undone: string;
};

/** Several submissions, each with what becomes of it or why nothing does. */
export function BulkLines({ caption, lines, done, undone }: BulkLinesProps) {
  return (
    <CardTable
      caption={caption}
      columns={[{ header: 'Reference', nowrap: true }, { header: 'Result' }]}
      rows={lines.map((line) => ({
        key: line.submissionId,
        overdue: line.problem !== null,
        cells: [
          line.reference ? (
            <a
              key="reference"
              className="govuk-link govuk-link--no-visited-state"
              href={link('submissions/submission', { submissionId: line.submissionId })}
            >
              {line.reference}
            </a>
          ) : (
            'Not shown'
          ),
          line.problem === null ? (
            <StatusTag key="done" text={done} colour="green" />
          ) : (
            `${undone}: ${line.problem}`
          ),
        ],
      }))}
    />
  );
}
