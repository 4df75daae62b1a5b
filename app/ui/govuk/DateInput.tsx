import type { HTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { useFieldState } from './field-state.ts';
import { Fieldset, type LegendProps } from './Fieldset.tsx';
import { FormGroup, HintAndError } from './FormGroup.tsx';
import { Input } from './Input.tsx';

/** One of the three boxes. */
export type DatePart = {
  name: string;
  /** The name with a capital letter, when left out. */
  label?: string | undefined;
  id?: string | undefined;
  value?: string | number | undefined;
  width?: 2 | 4 | undefined;
  /** True: the error is in this part. False: it is not. Left out on all parts: an error marks all of them. */
  error?: boolean | undefined;
  className?: string | undefined;
  attributes?: InputHTMLAttributes<HTMLInputElement> | undefined;
};

export type DateInputProps = LegendProps &
  Omit<HTMLAttributes<HTMLDivElement>, 'children' | 'id'> & {
    id: string;
    /** Set before each part's name with a hyphen: 'born' gives born-day, born-month, born-year. */
    namePrefix?: string | undefined;
    parts?: readonly DatePart[] | undefined;
    /** By the part's name without prefix. */
    values?: Readonly<Record<string, string | number | undefined>> | undefined;
    hint?: ReactNode;
    error?: ReactNode;
    describedBy?: string | undefined;
    fieldsetAttributes?: HTMLAttributes<HTMLFieldSetElement> | undefined;
    formGroupClassName?: string | undefined;
  };

export const DAY_MONTH_YEAR: readonly DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

/** A date somebody remembers, typed in three boxes. Months may be typed as words: the server reads them. */
export function DateInput({
  id,
  namePrefix,
  parts = DAY_MONTH_YEAR,
  values = {},
  legend,
  legendSize,
  legendIsPageHeading,
  legendClassName,
  hint,
  error: given,
  describedBy,
  className,
  fieldsetAttributes,
  formGroupClassName,
  ...rest
}: DateInputProps) {
  const { errorOf } = useFieldState();
  const error = given ?? errorOf(namePrefix ?? id);
  const somePartIsNamed = parts.some((part) => part.error);
  const inner = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div {...rest} className={classNames('govuk-date-input', className)} id={id}>
        {parts.map((part) => {
          const wrong = part.error ?? (Boolean(error) && !somePartIsNamed);
          return (
            <div key={part.name} className="govuk-date-input__item">
              <Input
                inputMode="numeric"
                {...part.attributes}
                label={part.label ?? capitalised(part.name)}
                labelClassName="govuk-date-input__label"
                id={part.id ?? `${id}-${part.name}`}
                name={namePrefix ? `${namePrefix}-${part.name}` : part.name}
                value={part.value ?? values[part.name]}
                // Where the caller says which part is wrong, the words stand above all of them.
                error={part.error === undefined ? undefined : false}
                width={part.width ?? (part.name === 'year' ? 4 : 2)}
                className={classNames(
                  'govuk-date-input__input',
                  wrong && 'govuk-input--error',
                  part.className,
                )}
              />
            </div>
          );
        })}
      </div>
    </>
  );
  return (
    <FormGroup className={formGroupClassName} error={error}>
      {legend ? (
        <Fieldset
          {...fieldsetAttributes}
          legend={legend}
          legendSize={legendSize}
          legendIsPageHeading={legendIsPageHeading}
          legendClassName={legendClassName}
          describedBy={describedByIds(id, { hint, error, describedBy })}
          role="group"
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
