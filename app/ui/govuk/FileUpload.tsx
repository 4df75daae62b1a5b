import type { InputHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { type FieldProps, LabelledField, splitField } from './FormGroup.tsx';

export type FileUploadProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'type' | 'value' | 'defaultValue'>;

/** Chooses a file. A browser never gives back what was chosen, so after an error it has to be chosen again. */
export function FileUpload(props: FileUploadProps) {
  const { field, control } = splitField(props);
  const { className, ...rest } = control;
  const id = field.id ?? field.name;
  return (
    <LabelledField field={field}>
      <input
        {...rest}
        className={classNames(
          'govuk-file-upload',
          className,
          Boolean(field.error) && 'govuk-file-upload--error',
        )}
        id={id}
        name={field.name}
        type="file"
        aria-describedby={describedByIds(id, field)}
      />
    </LabelledField>
  );
}
