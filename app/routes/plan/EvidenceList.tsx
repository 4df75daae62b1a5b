import type { PlanEntry } from '#app/domain/plan/plan-tree.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** A log of evidence in its order, word for word. What came after the plan's first version says so and
 * keeps how the source sets it. */
export function EvidenceList({ entries }: { entries: readonly PlanEntry[] }) {
  return (
    <ol className="govuk-list govuk-list--number govuk-list--spaced">
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.update ? (
            <>
              <Tag colour="grey">Update</Tag>{' '}
            </>
          ) : null}
          <span className={`portal-verbatim${entry.style ? ` portal-verbatim--${entry.style}` : ''}`}>
            {entry.text}
          </span>
          {entry.style ? (
            <span className="govuk-visually-hidden"> ({styleWords[entry.style]} in the source)</span>
          ) : null}
          <Written entry={entry} />
        </li>
      ))}
    </ol>
  );
}

const styleWords = { red: 'red', bold: 'bold', italic: 'in italics' };

function Written({ entry }: { entry: PlanEntry }) {
  if (entry.datedOn === null && entry.author === null) return null;
  return (
    <span className="portal-secondary">
      {' ('}
      {entry.datedOn ? <DateTime at={entry.datedOn} dateOnly /> : null}
      {entry.datedOn && entry.author ? ', ' : null}
      {entry.author}
      {')'}
    </span>
  );
}
