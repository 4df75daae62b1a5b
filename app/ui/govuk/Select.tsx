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

/** Options that belong together, under their name. */
export type SelectGroup = { group: string; options: readonly SelectOption[] };

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'value' | 'defaultValue' | 'children'> & {
    value?: string | number | undefined;
    options: readonly (SelectOption | SelectGroup | null | false)[];
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
          !option ? null : 'group' in option ? (
            <optgroup key={index} label={option.group}>
              {option.options.map(drawn)}
            </optgroup>
          ) : (
            drawn(option, index)
          ),
        )}
      </select>
    </LabelledField>
  );
}

const drawn = ({ text, value, disabled, attributes }: SelectOption, index: number) => (
  <option {...attributes} key={index} value={value} disabled={disabled}>
    {text}
  </option>
);
