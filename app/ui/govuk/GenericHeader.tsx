import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type GenericHeaderProps = Omit<HTMLAttributes<HTMLDivElement>, 'children'> & {
  logo: ReactNode;
  href?: string;
  containerClassName?: string;
};

/** The header for services that are not on GOV.UK: no crown, the force's own name. */
export function GenericHeader({
  logo,
  href = '/',
  containerClassName = 'govuk-width-container',
  className,
  ...rest
}: GenericHeaderProps) {
  return (
    <div {...rest} className={classNames('govuk-generic-header', className)}>
      <div className={classNames('govuk-generic-header__container', containerClassName)}>
        <div className="govuk-generic-header__logo">
          <a href={href} className="govuk-generic-header__homepage-link">
            {logo}
          </a>
        </div>
      </div>
    </div>
  );
}
