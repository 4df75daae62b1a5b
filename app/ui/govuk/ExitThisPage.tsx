import type { HTMLAttributes, ReactNode } from 'react';
import { ButtonLink } from './Button.tsx';
import { classNames } from './class-names.ts';
import { exitWordAttributes, useComponentWords } from './component-words.ts';

export type ExitThisPageProps = HTMLAttributes<HTMLDivElement> & {
  /** The portal's own way out: it ends the session and only then leaves for a neutral site. */
  href: string;
};

/** The button that leaves at once, also by pressing Shift three times where the script runs. */
export function ExitThisPage({ href, className, children, ...rest }: ExitThisPageProps) {
  const words = useComponentWords();
  return (
    <div
      {...rest}
      {...exitWordAttributes(words)}
      className={classNames('govuk-exit-this-page', className)}
      data-module="govuk-exit-this-page"
    >
      <ButtonLink
        href={href}
        variant="warning"
        className="govuk-exit-this-page__button govuk-js-exit-this-page-button"
        rel="nofollow noreferrer"
      >
        {children ?? (
          <>
            <span className="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </ButtonLink>
    </div>
  );
}

/** The same way out for keyboards, right after the skip link. */
export function ExitThisPageSkipLink({
  href,
  children = 'Exit this page',
}: {
  href: string;
  children?: ReactNode;
}) {
  return (
    <a
      href={href}
      className="govuk-skip-link govuk-js-exit-this-page-skiplink"
      rel="nofollow noreferrer"
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
