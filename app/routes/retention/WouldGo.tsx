import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';

/** What would go with a report, counted by deleting it and taking that back: of which table how many rows. */
export function WouldGo({ rows }: { rows: readonly { table: string; rows: number }[] }) {
  const total = rows.reduce((sum, each) => sum + each.rows, 0);
  const files = rows.find(({ table }) => table === 'attachment')?.rows ?? 0;
  return (
    <>
      <h2 className="govuk-heading-m">What would go</h2>
      <p className="govuk-body">
        {total.toLocaleString('en-GB')} {total === 1 ? 'row' : 'rows'} in {rows.length}{' '}
        {rows.length === 1 ? 'table' : 'tables'}, and {files} {files === 1 ? 'file' : 'files'}: the report,
        its sealed records and everything that was made of it here. What was passed on outside the portal
        stays with whoever has it. Its numbers stay in the figures.
      </p>
      <Details summary="Table by table">
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
