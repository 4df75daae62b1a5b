import type { FieldsetHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { TextSize } from './Label.tsx';

/** How a group of controls is named. */
export type LegendProps = {
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
  /** The legend is the question of the page: it holds the `<h1>`. */
  legendIsPageHeading?: boolean | undefined;
  legendClassName?: string | undefined;
};

export type FieldsetProps = FieldsetHTMLAttributes<HTMLFieldSetElement> &
  LegendProps & { describedBy?: string | undefined };

export function Fieldset({
  legend,
  legendSize,
  legendIsPageHeading = false,
  legendClassName,
  describedBy,
  className,
  children,
  ...rest
}: FieldsetProps) {
  return (
    <fieldset {...rest} className={classNames('govuk-fieldset', className)} aria-describedby={describedBy}>
      {legend ? (
        <legend
          className={classNames(
            'govuk-fieldset__legend',
            legendSize && `govuk-fieldset__legend--${legendSize}`,
            legendClassName,
          )}
        >
          {legendIsPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      ) : null}
      {children}
    </fieldset>
  );
}
