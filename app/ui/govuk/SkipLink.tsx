import type { AnchorHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type SkipLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href?: string };

/** First on every page: past the header, to the main content. */
export function SkipLink({
  href = '#main-content',
  className,
  children = 'Skip to main content',
  ...rest
}: SkipLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      className={classNames('govuk-skip-link', className)}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
