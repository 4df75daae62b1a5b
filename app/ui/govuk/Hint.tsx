import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type HintProps = HTMLAttributes<HTMLDivElement>;

/** One short sentence of help, without links: it is read out as part of the field's description. */
export function Hint({ className, children, ...rest }: HintProps) {
  return (
    <div {...rest} className={classNames('govuk-hint', className)}>
      {children}
    </div>
  );
}
