import type { Id } from '#app/domain/kernel/id.ts';
import type { ReplayedDifference } from '#app/domain/routing/read-replay.server.ts';
import { replayChanges, type ReplayOutcome } from '#app/domain/routing/replay.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

export type ReplayTableProps = {
  differences: readonly ReplayedDifference[];
  submissionHref: (submissionId: Id<'Submission'>) => string;
};

/** Each submission that a draft would have routed otherwise: before and after, side by side. */
export function ReplayTable({ differences, submissionHref }: ReplayTableProps) {
  return (
    <CardTable
      caption="Submissions that would have been routed differently"
      columns={[
        { header: 'Submission', nowrap: true },
        { header: 'Changes' },
        { header: 'By the rules in force' },
        { header: 'By the draft' },
      ]}
      rows={differences.map((difference) => ({
        key: difference.submissionId,
        cells: [
          <span key="submission">
            <a className="govuk-link" href={submissionHref(difference.submissionId)}>
              {difference.reference}
            </a>
            <br />
            <DateTime at={difference.submittedAt} dateOnly short />
          </span>,
          difference.changes.map((change) => replayChanges[change]).join(', '),
          <Outcome key="before" outcome={difference.before} />,
          <Outcome key="after" outcome={difference.after} />,
        ],
      }))}
    />
  );
}

const named = (words: string, values: readonly string[]): string | null =>
  values.length > 0 ? `${words} ${values.join(', ')}` : null;

function Outcome({ outcome }: { outcome: ReplayOutcome }) {
  const facts = [
    `${outcome.priority} priority`,
    outcome.restricted ? 'restricted' : null,
    named('watched by', outcome.watchers),
    named('linked to', outcome.planItems),
  ].filter((fact) => fact !== null);
  return (
    <>
      <strong>{outcome.queue}</strong>
      <br />
      {facts.join('; ')}
      <br />
      <span className="portal-secondary">{outcome.reason}</span>
    </>
  );
}
