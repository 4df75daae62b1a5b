import type { AnchorHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type SummaryAction = {
  href: string;
  text: ReactNode;
  /** What the link is about, for those who hear it out of its row: "date of the incident". */
  visuallyHiddenText?: string | undefined;
  className?: string | undefined;
  attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
};

export type SummaryRow = {
  key: ReactNode;
  value: ReactNode;
  actions?: readonly SummaryAction[] | undefined;
  className?: string | undefined;
  keyClassName?: string | undefined;
  valueClassName?: string | undefined;
  actionsClassName?: string | undefined;
};

export type SummaryListProps = Omit<HTMLAttributes<HTMLDListElement>, 'children'> & {
  rows: readonly (SummaryRow | null | false)[];
  noBorder?: boolean;
  /** The title of the card around it, said after each action so that no two links sound alike. */
  cardTitle?: ReactNode;
};

/** What was answered, row by row. */
export function SummaryList({ rows, noBorder = false, cardTitle, className, ...rest }: SummaryListProps) {
  const anyActions = rows.some((row) => row && Boolean(row.actions?.length));
  return (
    <dl
      {...rest}
      className={classNames('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', className)}
    >
      {rows.map((row, index) =>
        row ? (
          <div
            key={index}
            className={classNames(
              'govuk-summary-list__row',
              anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
              row.className,
            )}
          >
            <dt className={classNames('govuk-summary-list__key', row.keyClassName)}>{row.key}</dt>
            <dd className={classNames('govuk-summary-list__value', row.valueClassName)}>{row.value}</dd>
            <RowActions row={row} cardTitle={cardTitle} />
          </div>
        ) : null,
      )}
    </dl>
  );
}

function RowActions({ row, cardTitle }: { row: SummaryRow; cardTitle: ReactNode }) {
  const [first, ...others] = row.actions ?? [];
  if (!first) return null;
  return (
    <dd className={classNames('govuk-summary-list__actions', row.actionsClassName)}>
      {others.length === 0 ? (
        <SummaryActionLink action={first} cardTitle={cardTitle} />
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {[first, ...others].map((action, index) => (
            <li key={index} className="govuk-summary-list__actions-list-item">
              <SummaryActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

export function SummaryActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle?: ReactNode }) {
  return (
    <a {...action.attributes} className={classNames('govuk-link', action.className)} href={action.href}>
      {action.text}
      {action.visuallyHiddenText || cardTitle ? (
        <span className="govuk-visually-hidden">
          {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}
          {cardTitle ? <> ({cardTitle})</> : null}
        </span>
      ) : null}
    </a>
  );
}
