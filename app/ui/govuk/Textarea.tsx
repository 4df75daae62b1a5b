import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { useFieldState } from './field-state.ts';
import { type FieldProps, LabelledField, splitField } from './FormGroup.tsx';

export type TextareaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'value' | 'defaultValue'> & {
    /** What the field starts with: the server gives back what was posted. */
    value?: string | undefined;
    afterInput?: ReactNode;
  };

/** A field for more than one line. */
export function Textarea(props: TextareaProps) {
  const { valueOf, errorOf } = useFieldState();
  const { field, control } = splitField({ ...props, error: props.error ?? errorOf(props.name) });
  const { value = valueOf(field.name), rows = 5, afterInput, className, ...rest } = control;
  const id = field.id ?? field.name;
  return (
    <LabelledField field={field}>
      <textarea
        {...rest}
        className={classNames('govuk-textarea', Boolean(field.error) && 'govuk-textarea--error', className)}
        id={id}
        name={field.name}
        rows={rows}
        defaultValue={value}
        aria-describedby={describedByIds(id, field)}
      />
      {afterInput}
    </LabelledField>
  );
}
