import type { Cited } from '#app/domain/plan/cited.ts';
import type { PlanEntry } from '#app/domain/plan/plan-tree.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

type EvidenceListProps = {
  entries: readonly PlanEntry[];
  /** Where an entry is superseded by another; null for who may not. */
  supersedeHref?: ((evidenceId: string) => string) | null;
};

/** A log of evidence in its order, word for word. What came after the plan's first version says so and
 * keeps how the source sets it; what was wrong stays, and says what was. */
export function EvidenceList({ entries, supersedeHref = null }: EvidenceListProps) {
  return (
    <ol className="govuk-list govuk-list--number govuk-list--spaced">
      {entries.map((entry, index) => (
        <li key={entry.id}>
          {entry.update ? (
            <>
              <Tag colour="grey">Update</Tag>{' '}
            </>
          ) : null}
          {entry.superseded ? (
            <>
              <Tag colour="orange">Superseded</Tag>{' '}
            </>
          ) : null}
          <span className={`portal-verbatim${entry.style ? ` portal-verbatim--${entry.style}` : ''}`}>
            {entry.text}
          </span>
          {entry.style ? (
            <span className="govuk-visually-hidden"> ({styleWords[entry.style]} in the source)</span>
          ) : null}
          <Written entry={entry} />
          {entry.cites ? <CitedFact cited={entry.cites} /> : null}
          {entry.superseded ? (
            <div className="portal-secondary">
              Wrong, as {entry.superseded.by ?? 'its author'} said on{' '}
              <DateTime at={entry.superseded.at} dateOnly />: {entry.superseded.why}
            </div>
          ) : supersedeHref ? (
            <div>
              <a className="govuk-link" href={supersedeHref(entry.id)}>
                Supersede<span className="govuk-visually-hidden"> entry {index + 1}</span>
              </a>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What an entry rests on, as it was when that was written. */
export function CitedFact({ cited: { kind, title, detail, definition, on } }: { cited: Cited }) {
  return (
    <div className="portal-secondary">
      Rests on: {title}
      {detail ? `: ${detail}` : null} ({onWords[kind]} <DateTime at={new Date(on)} dateOnly />)
      {definition ? <div>Definition: {definition}</div> : null}
    </div>
  );
}

const onWords: Readonly<Record<Cited['kind'], string>> = {
  figure: 'frozen on',
  task: 'task done on',
  event: 'event on',
};

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
