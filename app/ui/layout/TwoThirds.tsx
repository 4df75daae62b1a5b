import type { ReactNode } from 'react';

export type TwoThirdsProps = {
  children: ReactNode;
  /** Beside it on wide windows, below it on narrow ones. */
  aside?: ReactNode;
};

/** The width at which lines of text are easy to read. */
export function TwoThirds({ children, aside }: TwoThirdsProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
      {aside ? <div className="govuk-grid-column-one-third">{aside}</div> : null}
    </div>
  );
}
