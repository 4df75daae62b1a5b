import type { AnchorHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type BackLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; inverse?: boolean };

/** The way back to the page before, first thing above `<main>`. */
export function BackLink({ href, inverse = false, className, children = 'Back', ...rest }: BackLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      className={classNames('govuk-back-link', inverse && 'govuk-back-link--inverse', className)}
    >
      {children}
    </a>
  );
}
