import { shortMonthName, type Month } from '#app/domain/kernel/months.ts';
import { Table } from '#app/ui/govuk/Table.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { FigureName } from './FigureName.tsx';

export type PublishedLine = {
  key: string;
  label: string;
  /** What the label stands for, where it is a code. */
  detail?: string | undefined;
  href?: string | undefined;
  /** Of the reader's own area: always shown, and set apart. */
  own?: boolean;
  /** Null or missing is suppressed. */
  byMonth: Readonly<Record<Month, number | null>>;
};

export type PublishedTableProps = {
  id: string;
  title: string;
  /** What the first column holds. */
  of: string;
  months: readonly Month[];
  lines: readonly PublishedLine[];
};

/** One cut of the published figures. What has no number in any month is named below it, and has no row of dashes. */
export function PublishedTable({ id, title, of, months, lines }: PublishedTableProps) {
  const told = (line: PublishedLine) => months.some((month) => typeof line.byMonth[month] === 'number');
  const anyTold = lines.some(told);
  const rows = anyTold ? lines.filter((line) => line.own || told(line)) : [];
  const untold = lines.filter((line) => !rows.includes(line));
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {anyTold ? (
        <ScrollRegion label={`${title}, submissions received by month`}>
          <Table
            caption={`${title}, submissions received by month`}
            captionClassName="govuk-visually-hidden"
            className="portal-figures portal-figures--named"
            firstCellIsHeader
            head={[
              { content: of },
              ...months.map((month) => ({
                content: `${shortMonthName(month)} ${month.slice(0, 4)}`,
                numeric: true,
              })),
            ]}
            rows={rows.map((line) => [
              { content: line.own ? <strong>{line.label}</strong> : <FigureName {...line} /> },
              ...months.map((month) => ({
                content: <Figure count={line.byMonth[month] ?? null} own={line.own} />,
                numeric: true,
              })),
            ])}
          />
        </ScrollRegion>
      ) : null}
      {untold.length > 0 ? (
        <p className="govuk-body">
          Too few to show{anyTold ? ' in any month' : ''}: {untold.map(({ label }) => label).join(', ')}.
        </p>
      ) : null}
    </section>
  );
}

function Figure({ count, own = false }: { count: number | null; own: boolean | undefined }) {
  if (count !== null) return own ? <strong>{count}</strong> : count;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="govuk-visually-hidden">fewer than 5 or withheld</span>
    </>
  );
}
