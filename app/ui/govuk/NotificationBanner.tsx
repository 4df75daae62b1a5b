import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useComponentWords } from './component-words.ts';

export type NotificationBannerProps = Omit<HTMLAttributes<HTMLDivElement>, 'title'> & {
  /** 'success' takes the focus and is read at once. */
  type?: 'success' | undefined;
  title?: ReactNode;
  titleId?: string;
  headingLevel?: 2 | 3 | 4;
  disableAutoFocus?: boolean;
};

/** News about the thing on the page, above its heading. A plain string becomes the banner's heading line. */
export function NotificationBanner({
  type,
  title,
  titleId = 'govuk-notification-banner-title',
  headingLevel = 2,
  disableAutoFocus,
  role = type === 'success' ? 'alert' : 'region',
  className,
  children,
  ...rest
}: NotificationBannerProps) {
  const words = useComponentWords();
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      {...rest}
      className={classNames(
        'govuk-notification-banner',
        type && `govuk-notification-banner--${type}`,
        className,
      )}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title ?? (type === 'success' ? words.success : words.important)}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
