import type { RecordLink } from '#app/domain/connections/records/records-of.server.ts';
import { recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { RecordText } from './RecordText.tsx';

export type RecordTableProps = {
  caption: string;
  links: readonly RecordLink[];
  /** Where one is changed; null for who may not. */
  hrefOf: ((linkId: string) => string) | null;
};

/** Links to records elsewhere, with who recorded each and when. */
export function RecordTable({ caption, links, hrefOf }: RecordTableProps) {
  return (
    <CardTable
      caption={caption}
      captionHidden
      columns={[{ header: 'Record' }, { header: 'What it says' }, { header: 'Recorded' }]}
      rows={links.map(({ linkId, kind, now }) => ({
        key: linkId,
        cells: [
          hrefOf === null ? (
            recordKinds[kind].label
          ) : (
            <a key="record" className="govuk-link govuk-link--no-visited-state" href={hrefOf(linkId)}>
              {recordKinds[kind].label}
            </a>
          ),
          <RecordText key="text" version={now} />,
          <span key="by">
            {now.by}, <DateTime at={now.at} short />
          </span>,
        ],
      }))}
    />
  );
}
