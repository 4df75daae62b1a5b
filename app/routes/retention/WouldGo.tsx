import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';

/** What would go with a report, counted by deleting it and taking that back: of which table how many rows. */
export function WouldGo({ rows }: { rows: readonly { table: string; rows: number }[] }) {
  const total = rows.reduce((sum, each) => sum + each.rows, 0).toLocaleString('en-GB');
  const files = rows.find(({ table }) => table === 'attachment')?.rows ?? 0;
  return (
    <>
      <h2 className="govuk-heading-m">What would go</h2>
      <p className="govuk-body">
        The report, its sealed records,{' '}
        {files === 0 ? 'no files' : files === 1 ? 'one file' : `${files} files`} and everything that was made
        of it here. What was passed on outside the portal stays with whoever has it. Its numbers stay in the
        figures.
      </p>
      <Details summary={`Table by table: ${total} rows`}>
        <Table
          caption="Rows that would go"
          captionClassName="govuk-visually-hidden"
          head={[{ content: 'Table' }, { content: 'Rows', numeric: true }]}
          rows={rows.map((each) => [
            { content: each.table.replaceAll('_', ' ') },
            { content: each.rows, numeric: true },
          ])}
          firstCellIsHeader
        />
      </Details>
    </>
  );
}
