import type { ReactNode } from 'react';
import { classNames } from '#app/ui/govuk/class-names.ts';

export type CardTableColumn = {
  header: string;
  numeric?: boolean;
  /** For references and times, which are read as one. */
  nowrap?: boolean;
  /** Hidden as text, as for a column of checkboxes. */
  visuallyHidden?: boolean;
  /** A link that orders the rows by this column, and how they are ordered by it now. */
  sort?: { href: string; now: 'ascending' | 'descending' | null };
  className?: string;
};

export type CardTableRow = {
  key: string;
  /** One for each column; the first names the row. */
  cells: readonly ReactNode[];
  /** Marked at its edge, besides saying so in words. */
  overdue?: boolean;
};

export type CardTableProps = {
  caption: ReactNode;
  /** Spoken only, where a heading above says the same. */
  captionHidden?: boolean;
  columns: readonly CardTableColumn[];
  rows: readonly CardTableRow[];
  /** On a narrow screen a few lines for each row instead of a card: for long lists that are looked through. */
  close?: boolean;
  /** Keys that go to the next row, to the row before, open and select; rows mark their link with `data-row-link`. */
  rowKeys?: string | undefined;
  /** Columns of one width: so that tables below each other stand in line, and no long name takes the room of the others. */
  even?: boolean;
  /** Rows of two lines, and of three where the table is narrow: for lists that are judged row by row. */
  dense?: boolean;
};

const cellRole = { role: 'cell' };

/**
 * A work list. Below 640 px, or 900 px with many columns, each row becomes a card with its headers beside the values; the roles are written out
 * because a browser forgets that a table is one once its display changes.
 */
export function CardTable({
  caption,
  captionHidden = false,
  close = false,
  columns,
  rows,
  rowKeys,
  even = false,
  dense = false,
}: CardTableProps) {
  return (
    <table
      className={classNames(
        'govuk-table',
        dense ? 'portal-dense' : 'portal-cards',
        !dense && columns.length > 5 && 'portal-cards--many',
        close && 'portal-cards--close',
        even && 'portal-cards--even',
      )}
      role="table"
      data-row-keys={rowKeys}
    >
      <caption
        className={classNames(
          'govuk-table__caption',
          captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption--m',
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row" role="row">
          {columns.map((column, index) => (
            <th
              key={index}
              scope="col"
              role="columnheader"
              aria-sort={column.sort?.now ?? undefined}
              className={classNames(
                'govuk-table__header',
                column.numeric && 'govuk-table__header--numeric',
                column.className,
              )}
            >
              {column.visuallyHidden ? (
                <span className="govuk-visually-hidden">{column.header}</span>
              ) : column.sort ? (
                <a className="govuk-link govuk-link--no-visited-state" href={column.sort.href}>
                  {column.header}
                </a>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr
            key={row.key}
            role="row"
            className={classNames('govuk-table__row', row.overdue && 'portal-cards__row--overdue')}
          >
            {columns.map((column, index) => (
              <Cell key={index} column={column} first={index === 0}>
                {row.cells[index]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, first, children }: { column: CardTableColumn; first: boolean; children: ReactNode }) {
  const label = column.visuallyHidden ? undefined : column.header;
  if (first) {
    return (
      <th
        scope="row"

        data-label={label}
        className={classNames('govuk-table__header', column.nowrap && 'portal-nowrap', column.className)}
      >
        <div className="portal-cards__value">{children}</div>
      </th>
    );
  }
  return (
    <td
      {...cellRole}
      data-label={label}
      className={classNames(
        'govuk-table__cell',
        column.numeric && 'govuk-table__cell--numeric',
        column.nowrap && 'portal-nowrap',
        column.className,
      )}
    >
      <div className="portal-cards__value">{children}</div>
    </td>
  );
}
