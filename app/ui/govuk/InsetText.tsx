import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type InsetTextProps = HTMLAttributes<HTMLDivElement>;

/** A passage set apart from the text around it. */
export function InsetText({ className, children, ...rest }: InsetTextProps) {
  return (
    <div {...rest} className={classNames('govuk-inset-text', className)}>
      {children}
    </div>
  );
}
