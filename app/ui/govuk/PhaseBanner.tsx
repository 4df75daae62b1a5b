import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tag } from './Tag.tsx';

export type PhaseBannerProps = HTMLAttributes<HTMLDivElement> & { tag: ReactNode; tagClassName?: string };

/** Says what stage the service is at. */
export function PhaseBanner({ tag, tagClassName, className, children, ...rest }: PhaseBannerProps) {
  return (
    <div {...rest} className={classNames('govuk-phase-banner govuk-width-container', className)}>
      <p className="govuk-phase-banner__content">
        <Tag className={classNames('govuk-phase-banner__content__tag', tagClassName)}>{tag}</Tag>{' '}
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
