import type { ReactNode, TableHTMLAttributes, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import type { TextSize } from './Label.tsx';

/** A cell with more to say than its content. */
export type TableCell = {
  content: ReactNode;
  /** Aligned right, as numbers are compared by their last digit. */
  numeric?: boolean | undefined;
  className?: string | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  attributes?: (TdHTMLAttributes<HTMLTableCellElement> & ThHTMLAttributes<HTMLTableCellElement>) | undefined;
};

export type TableProps = Omit<TableHTMLAttributes<HTMLTableElement>, 'children'> & {
  caption?: ReactNode;
  captionSize?: TextSize;
  captionClassName?: string;
  head?: readonly TableCell[];
  rows: readonly (readonly TableCell[] | null | false)[];
  firstCellIsHeader?: boolean;
};

/** Figures or facts to compare. Work lists are `CardTable`, wide ones stand in a `ScrollRegion`. */
export function Table({
  caption,
  captionSize,
  captionClassName,
  head,
  rows,
  firstCellIsHeader = false,
  className,
  ...rest
}: TableProps) {
  return (
    <table {...rest} className={classNames('govuk-table', className)}>
      {caption ? (
        <caption
          className={classNames(
            'govuk-table__caption',
            captionSize && `govuk-table__caption--${captionSize}`,
            captionClassName,
          )}
        >
          {caption}
        </caption>
      ) : null}
      {head ? (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((cell, index) => (
              <th key={index} {...cellAttributes(cell)} scope="col" className={cellClass('header', cell)}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody className="govuk-table__body">
        {rows.map((row, index) =>
          row ? (
            <tr key={index} className="govuk-table__row">
              {row.map((cell, position) =>
                position === 0 && firstCellIsHeader ? (
                  <th
                    key={position}
                    {...cellAttributes(cell)}
                    scope="row"
                    className={classNames('govuk-table__header', cell.className)}
                  >
                    {cell.content}
                  </th>
                ) : (
                  <td key={position} {...cellAttributes(cell)} className={cellClass('cell', cell)}>
                    {cell.content}
                  </td>
                ),
              )}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

const cellClass = (kind: 'header' | 'cell', cell: TableCell) =>
  classNames(`govuk-table__${kind}`, cell.numeric && `govuk-table__${kind}--numeric`, cell.className);

const cellAttributes = ({ colSpan, rowSpan, attributes }: TableCell) => ({ ...attributes, colSpan, rowSpan });
