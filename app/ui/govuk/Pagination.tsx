import type { AnchorHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A numbered page, or the gap between two of them. */
export type PageItem =
  | {
      number: number | string;
      href: string;
      current?: boolean | undefined;
      /** What a screen reader says; "Page 3" when left out. */
      label?: string | undefined;
      attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
    }
  | { ellipsis: true };

export type PaginationLink = {
  href: string;
  text?: ReactNode;
  /** What is on that page; shown only without page numbers. */
  labelText?: ReactNode;
  attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
};

export type PaginationProps = Omit<HTMLAttributes<HTMLElement>, 'children'> & {
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  items?: readonly PageItem[] | undefined;
  label?: string;
};

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

/** Links to the other pages of a list. The page's number also belongs in the page's title. */
export function Pagination({
  previous,
  next,
  items,
  label = 'Pagination',
  className,
  ...rest
}: PaginationProps) {
  const block = !items && Boolean(previous ?? next);
  return (
    <nav
      {...rest}
      className={classNames('govuk-pagination', block && 'govuk-pagination--block', className)}
      aria-label={label}
    >
      {previous ? <ArrowLink direction="prev" link={previous} block={block} word="Previous" /> : null}
      {items ? (
        <ul className="govuk-pagination__list">
          {items.map((item, index) => (
            <NumberedPage key={index} item={item} />
          ))}
        </ul>
      ) : null}
      {next ? <ArrowLink direction="next" link={next} block={block} word="Next" /> : null}
    </nav>
  );
}

function NumberedPage({ item }: { item: PageItem }) {
  if ('ellipsis' in item) {
    return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  }
  return (
    <li className={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        {...item.attributes}
        className="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  );
}

type ArrowLinkProps = { direction: 'prev' | 'next'; link: PaginationLink; block: boolean; word: string };

function ArrowLink({ direction, link, block, word }: ArrowLinkProps) {
  const arrow = (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[direction]} />
    </svg>
  );
  const arrowFirst = block || direction === 'prev';
  const decorated = block && !link.labelText;
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a {...link.attributes} className="govuk-link govuk-pagination__link" href={link.href} rel={direction}>
        {arrowFirst ? arrow : null}
        <span
          className={classNames(
            'govuk-pagination__link-title',
            decorated && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {word}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block ? (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.labelText}</span>
          </>
        ) : null}
        {arrowFirst ? null : arrow}
      </a>
    </div>
  );
}
