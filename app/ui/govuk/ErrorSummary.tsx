import type { AnchorHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type SummaryError = {
  text: ReactNode;
  /** `#` and the id of the first control in error. */
  href?: string | undefined;
  attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
};

export type ErrorSummaryProps = Omit<HTMLAttributes<HTMLDivElement>, 'title' | 'children'> & {
  errors: readonly SummaryError[];
  title?: ReactNode;
  description?: ReactNode;
  disableAutoFocus?: boolean;
};

/** Every error of the page, first in `<main>`, above the heading. The page's title then starts with "Error: ". */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
  description,
  disableAutoFocus,
  className,
  ...rest
}: ErrorSummaryProps) {
  return (
    <div
      {...rest}
      className={classNames('govuk-error-summary', className)}
      data-disable-auto-focus={disableAutoFocus}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          {errors.length > 0 ? (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href, attributes }, index) => (
                <li key={index}>
                  {href ? (
                    <a {...attributes} href={href}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
