import type { AccessLine } from '#app/domain/submission/access-list.server.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** Who of FIB may open a restricted submission; null: nobody has taken it on yet. */
export function AccessList({ lines, high }: { lines: readonly AccessLine[] | null; high: boolean }) {
  return (
    <>
      <p className="govuk-body">
        {lines === null
          ? 'Nobody has taken this on yet, so every officer of FIB can open it. Whoever claims it comes onto its access list, and from then on it is read by those on the list.'
          : 'Only the people on this list find and open this submission, and only they may export it. FIB supervisors can open it too: they keep the list.'}
        {high ? ' While it is High, whoever of FIB is on the duty list can open it.' : ''}
      </p>
      {lines !== null && lines.length > 0 ? (
        <SummaryList
          rows={lines.map(({ name, addedAt, addedBy, reason }) => ({
            key: name,
            value: (
              <>
                {reason}
                <br />
                <span className="portal-secondary">
                  <DateTime at={addedAt} short />
                  {addedBy === name ? null : `, by ${addedBy}`}
                </span>
              </>
            ),
          }))}
        />
      ) : null}
    </>
  );
}
