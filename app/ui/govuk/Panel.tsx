import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type PanelProps = Omit<HTMLAttributes<HTMLDivElement>, 'title'> & {
  title: ReactNode;
  headingLevel?: 1 | 2 | 3;
  /** A warning to read before going on, in the force's colour, instead of the green confirmation. */
  interruption?: boolean;
  /** Buttons and links of an interruption: `variant="inverse"` and `govuk-link--inverse`. */
  actions?: ReactNode;
};

/** The confirmation at the end of a journey, or an interruption inside it. */
export function Panel({
  title,
  headingLevel = 1,
  interruption = false,
  actions,
  className,
  children,
  ...rest
}: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  const look = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation';
  return (
    <div {...rest} className={classNames('govuk-panel', look, className)}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children ? <div className="govuk-panel__body">{children}</div> : null}
      {interruption && actions ? (
        <div className="govuk-panel__actions">
          <div className="govuk-button-group">{actions}</div>
        </div>
      ) : null}
    </div>
  );
}
