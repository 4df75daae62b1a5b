import type { ReactNode } from 'react';
import { shortMonthName, type Month } from '#app/domain/kernel/months.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import { Table } from '#app/ui/govuk/Table.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { FigureName } from '#app/ui/reporting/FigureName.tsx';

export type VolumeTableProps = {
  /** Of the section and its definition: `definition-<id>`. */
  id: string;
  title: string;
  /** What a row counts, and how rows stand to the total. */
  definition: ReactNode;
  /** What the first column holds. */
  of: string;
  months: readonly Month[];
  period: string;
  rows: readonly VolumeRow[];
  total: VolumeRow;
  totalLabel: string;
  /** Where the total of a row leads: to what it counts. */
  rowsHref?: ((row: VolumeRow) => string) | undefined;
  /** Where a row's label leads. */
  hrefOf?: (row: VolumeRow) => string;
};

/**
 * One cut of the volumes by month, with what it counts above it and the total of the period below. The total of a row
 * stands beside its name, so that a narrow screen shows both.
 */
export function VolumeTable({
  id,
  title,
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
    months.map((month) => ({ content: row.byMonth[month] ?? 0, numeric: true }));
  const figures = (row: VolumeRow) => [
    { content: <TotalOf row={row} href={rowsHref?.(row)} />, numeric: true },
    ...byMonth(row),
  ];
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        By {title}
      </h2>
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
              { content: <FigureName label={row.label} detail={row.detail} href={hrefOf?.(row)} /> },
              ...figures(row),
            ]),
            [
              { content: totalLabel },
              { content: <strong>{total.total}</strong>, numeric: true },
              ...byMonth(total),
            ],
          ]}
        />
      </ScrollRegion>
    </section>
  );
}

function TotalOf({ row: { total, label }, href }: { row: VolumeRow; href: string | undefined }) {
  if (href === undefined || total === 0) return <strong>{total}</strong>;
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
