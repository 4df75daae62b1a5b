import type { AnchorHTMLAttributes, HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type NavigationItem = {
  text: ReactNode;
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** A page below this one. */
  active?: boolean | undefined;
  attributes?: AnchorHTMLAttributes<HTMLAnchorElement> | undefined;
};

export type ServiceNavigationProps = Omit<HTMLAttributes<HTMLElement>, 'children'> & {
  serviceName?: ReactNode;
  serviceHref?: string;
  items?: readonly (NavigationItem | null | false)[];
  navigationId?: string;
  navigationLabel?: string;
  navigationClassName?: string;
  menuButtonText?: string;
  menuButtonLabel?: string;
  collapseOnMobile?: boolean;
  inverse?: boolean;
  ariaLabel?: string;
  /** Before and after the whole bar, and inside the list of links. */
  start?: ReactNode;
  end?: ReactNode;
  endInline?: boolean;
  listStart?: ReactNode;
  listEnd?: ReactNode;
};

/** The service's name and its sections. The menu button stays hidden until the script can open it. */
export function ServiceNavigation({
  serviceName,
  serviceHref,
  items = [],
  navigationId = 'navigation',
  menuButtonText = 'Menu',
  menuButtonLabel,
  navigationLabel = menuButtonText,
  navigationClassName,
  collapseOnMobile,
  inverse = false,
  ariaLabel = 'Service information',
  start,
  end,
  endInline = false,
  listStart,
  listEnd,
  className,
  ...rest
}: ServiceNavigationProps) {
  const shown = items.filter((item) => item !== null && item !== false);
  const collapse = collapseOnMobile ?? shown.length > 1;
  const inner = (
    <div
      className={classNames(
        'govuk-width-container',
        endInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {start}
      <div className="govuk-service-navigation__container">
        {serviceName ? (
          <span className="govuk-service-navigation__service-name">
            {serviceHref ? (
              <a href={serviceHref} className="govuk-service-navigation__link">
                {serviceName}
              </a>
            ) : (
              <span className="govuk-service-navigation__text">{serviceName}</span>
            )}
          </span>
        ) : null}
        {shown.length > 0 || listStart || listEnd ? (
          <nav
            aria-label={navigationLabel}
            className={classNames('govuk-service-navigation__wrapper', navigationClassName)}
          >
            {collapse ? (
              <button
                type="button"
                className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls={navigationId}
                aria-label={menuButtonLabel === menuButtonText ? undefined : menuButtonLabel}
                hidden
                aria-hidden="true"
              >
                {menuButtonText}
              </button>
            ) : null}
            <ul className="govuk-service-navigation__list" id={navigationId}>
              {listStart}
              {shown.map((item, index) => (
                <Section key={index} item={item} />
              ))}
              {listEnd}
            </ul>
          </nav>
        ) : null}
      </div>
      {end}
    </div>
  );
  const bar = {
    ...rest,
    className: classNames(
      'govuk-service-navigation',
      inverse && 'govuk-service-navigation--inverse',
      className,
    ),
    'data-module': 'govuk-service-navigation',
  };
  // A service name makes it a region of its own; bare links already are one, by their nav.
  return serviceName || start || end ? (
    <section aria-label={ariaLabel} {...bar}>
      {inner}
    </section>
  ) : (
    <div {...bar}>{inner}</div>
  );
}

function Section({ item }: { item: NavigationItem }) {
  const here = Boolean(item.current || item.active);
  const current = item.current ? 'page' : item.active ? 'true' : undefined;
  const text = here ? (
    <strong className="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  );
  return (
    <li
      className={classNames(
        'govuk-service-navigation__item',
        here && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href ? (
        <a
          {...item.attributes}
          className="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
        >
          {text}
        </a>
      ) : (
        <span className="govuk-service-navigation__text" aria-current={current}>
          {text}
        </span>
      )}
    </li>
  );
}
