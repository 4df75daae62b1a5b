import type { LabelHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type TextSize = 's' | 'm' | 'l' | 'xl';

export type LabelProps = LabelHTMLAttributes<HTMLLabelElement> & {
  size?: TextSize;
  /** The label is the question of the page: it becomes the `<h1>`. */
  isPageHeading?: boolean;
};

/** Renders nothing without text, as an empty label names nothing. */
export function Label({ htmlFor, size, isPageHeading = false, className, children, ...rest }: LabelProps) {
  if (children === undefined || children === null || children === '') return null;
  const label = (
    <label
      {...rest}
      htmlFor={htmlFor}
      className={classNames('govuk-label', size && `govuk-label--${size}`, className)}
    >
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
