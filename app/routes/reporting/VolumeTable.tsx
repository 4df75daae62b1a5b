import type { ReactNode } from 'react';
import { shortMonthName, type Month } from '#app/domain/kernel/months.ts';
import type { ShownRow } from '#app/domain/figures/item-rows.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { FigureName } from '#app/ui/reporting/FigureName.tsx';

export type VolumeTableProps = {
  /** Of the section and its definition: `definition-<id>`. */
  id: string;
  title: string;
  /** The question that it answers, and the answer as a sentence: the table is then opened by who wants it. */
  question?: string;
  finding?: string;
  /** What stands between the sentence and the table. */
  chart?: ReactNode;
  /** What a row counts, and how rows stand to the total. */
  definition: ReactNode;
  /** What the first column holds. */
  of: string;
  months: readonly Month[];
  period: string;
  rows: readonly ShownRow[];
  total: VolumeRow;
  totalLabel: string;
  /** Where a number leads: to what it counts, of one month or of all. The row of totals is `total`. */
  rowsHref?: ((row: VolumeRow, month: Month | null) => string) | undefined;
  /** Where the name of a row leads, by its key. */
  hrefOf?: ((key: string) => string) | undefined;
};

/**
 * One cut of the volumes by month, with what it counts above it and the total of the period below. The total of a row
 * stands beside its name, so that a narrow screen shows both.
 */
export function VolumeTable({
  id,
  title,
  question,
  finding,
  chart,
  definition,
  of,
  months,
  period,
  rows,
  total,
  totalLabel,
  hrefOf,
  rowsHref,
}: VolumeTableProps) {
  const name = `Submissions by month and ${title}, ${period}`;
  const byMonth = (row: VolumeRow) =>
    months.map((month) => ({ content: countOf(row, month, rowsHref), numeric: true }));
  const figures = (row: VolumeRow) => [
    { content: <TotalOf row={row} href={rowsHref?.(row, null)} />, numeric: true },
    ...byMonth(row),
  ];
  const table = (
    <>
      <p className="govuk-body" id={`definition-${id}`}>
        {definition}
      </p>
      <ScrollRegion label={name}>
        <Table
          caption={name}
          captionClassName="govuk-visually-hidden"
          className="portal-figures portal-figures--named"
          firstCellIsHeader
          head={[
            { content: of },
            { content: <DefinitionLink id={id} />, numeric: true },
            ...months.map((month) => ({
              content: `${shortMonthName(month)} ${month.slice(0, 4)}`,
              numeric: true,
            })),
          ]}
          rows={[
            ...rows.map((row) => [
              {
                content: (
                  <FigureName
                    names={(row.codes ?? [row.key]).map((key) => ({
                      label: row.codes ? key : row.label,
                      href: hrefOf?.(key),
                    }))}
                    detail={row.detail}
                    note={row.note}
                  />
                ),
              },
              ...figures(row),
            ]),
            [{ content: totalLabel }, ...figures(total)],
          ]}
        />
      </ScrollRegion>
    </>
  );
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={id}>
        {question ?? `By ${title}`}
      </h2>
      {finding === undefined ? (
        table
      ) : (
        <>
          <p className="govuk-body govuk-!-margin-bottom-1">{finding}</p>
          {chart}
          <Details summary={`By ${title} and month`} className="portal-fold">
            {table}
          </Details>
        </>
      )}
    </section>
  );
}

function countOf(row: VolumeRow, month: Month, rowsHref: VolumeTableProps['rowsHref']): ReactNode {
  const count = row.byMonth[month] ?? 0;
  if (rowsHref === undefined || count === 0) return count;
  return (
    <a className="govuk-link" href={rowsHref(row, month)}>
      {count}
    </a>
  );
}

function TotalOf({ row: { total, label }, href }: { row: VolumeRow; href: string | undefined }) {
  if (total === 0) return <strong>None</strong>;
  if (href === undefined) return <strong>{total}</strong>;
  return (
    <a className="govuk-link govuk-!-font-weight-bold" href={href}>
      {total}
      <span className="govuk-visually-hidden">: {label}, what it counts</span>
    </a>
  );
}

function DefinitionLink({ id }: { id: string }) {
  return (
    <a className="govuk-link" href={`#definition-${id}`}>
      Total<span className="govuk-visually-hidden">: what it counts</span>
    </a>
  );
}
