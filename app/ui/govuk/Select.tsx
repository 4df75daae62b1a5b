import type { OptionHTMLAttributes, SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { useFieldState } from './field-state.ts';
import { type FieldProps, LabelledField, splitField } from './FormGroup.tsx';

export type SelectOption = {
  text: string;
  /** Its text, when left out. */
  value?: string | number | undefined;
  disabled?: boolean | undefined;
  attributes?: (OptionHTMLAttributes<HTMLOptionElement> & { [data: `data-${string}`]: string }) | undefined;
};

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'value' | 'defaultValue' | 'children'> & {
    value?: string | number | undefined;
    options: readonly (SelectOption | null | false)[];
  };

/** One choice of a long list; radios are better for a short one. */
export function Select(props: SelectProps) {
  const { valueOf, errorOf } = useFieldState();
  const { field, control } = splitField({ ...props, error: props.error ?? errorOf(props.name) });
  const { value = valueOf(field.name), options, className, ...rest } = control;
  const id = field.id ?? field.name;
  return (
    <LabelledField field={field}>
      <select
        {...rest}
        className={classNames('govuk-select', className, Boolean(field.error) && 'govuk-select--error')}
        id={id}
        name={field.name}
        defaultValue={value}
        aria-describedby={describedByIds(id, field)}
      >
        {options.map((option, index) =>
          option ? (
            <option {...option.attributes} key={index} value={option.value} disabled={option.disabled}>
              {option.text}
            </option>
          ) : null,
        )}
      </select>
    </LabelledField>
  );
}
