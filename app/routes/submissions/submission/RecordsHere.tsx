import type { Records } from '#app/domain/connections/records/records-of.server.ts';
import { GivenRecords } from '#app/ui/records/GivenRecords.tsx';
import { RecordTable } from '#app/ui/records/RecordTable.tsx';

export type RecordsHereProps = {
  records: Records;
  hrefs: { page: string; add: (kind: string) => string; record: (linkId: string) => string };
};

/** The records elsewhere of the submission that the page is about. */
export function RecordsHere({ records, hrefs }: RecordsHereProps) {
  const { standing, given } = records;
  return (
    <>
      {standing.length === 0 ? (
        <p className="govuk-body">None recorded.</p>
      ) : (
        <RecordTable caption="Records elsewhere" links={standing} hrefOf={hrefs.record} />
      )}
      <GivenRecords given={given} confirmAction={hrefs.page} addHref={hrefs.add} headingLevel={3} />
      <p className="govuk-body">
        <a className="govuk-link" href={hrefs.page}>
          Add a record or see those removed
        </a>
      </p>
    </>
  );
}
