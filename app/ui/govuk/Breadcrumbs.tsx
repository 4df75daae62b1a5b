import type { AnchorHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Breadcrumb = {
  text: ReactNode;
  /** Left out on the page the reader is on. */
  href?: string;
  attributes?: AnchorHTMLAttributes<HTMLAnchorElement>;
};

export type BreadcrumbsProps = Omit<HTMLAttributes<HTMLElement>, 'children'> & {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean;
  inverse?: boolean;
  label?: string;
};

/** Where this page sits, for police pages that are deeper than one step. */
export function Breadcrumbs({
  items,
  collapseOnMobile = false,
  inverse = false,
  label = 'Breadcrumb',
  className,
  ...rest
}: BreadcrumbsProps) {
  const classes = classNames(
    'govuk-breadcrumbs',
    inverse && 'govuk-breadcrumbs--inverse',
    className,
    collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return (
    <nav {...rest} className={classes} aria-label={label}>
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes }, index) =>
          href ? (
            <li key={index} className="govuk-breadcrumbs__list-item">
              <a {...attributes} className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li key={index} className="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
