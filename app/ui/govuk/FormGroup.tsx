import type { HTMLAttributes, LabelHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { errorId, hintId } from './described-by.ts';
import { ErrorMessage } from './ErrorMessage.tsx';
import { Hint } from './Hint.tsx';
import { Label, type TextSize } from './Label.tsx';

/** What every field with one control takes. `name` is also its id unless `id` is given. */
export type FieldProps = {
  name: string;
  id?: string | undefined;
  label: ReactNode;
  labelSize?: TextSize | undefined;
  labelIsPageHeading?: boolean | undefined;
  labelClassName?: string | undefined;
  labelAttributes?: LabelHTMLAttributes<HTMLLabelElement> | undefined;
  hint?: ReactNode;
  /** The message of the failed check, in the same words as in the error summary. */
  error?: ReactNode;
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined;
  formGroupClassName?: string | undefined;
  formGroupAttributes?: HTMLAttributes<HTMLDivElement> | undefined;
};

/** The frame of a group: red bar when there is an error. */
export function FormGroup({
  error,
  className,
  children,
  ...rest
}: HTMLAttributes<HTMLDivElement> & { error?: ReactNode }) {
  return (
    <div
      {...rest}
      className={classNames('govuk-form-group', Boolean(error) && 'govuk-form-group--error', className)}
    >
      {children}
    </div>
  );
}

/** Hint and error of a field, with the ids its `aria-describedby` names. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint ? <Hint id={hintId(id)}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={errorId(id)}>{error}</ErrorMessage> : null}
    </>
  );
}

/** Label, hint, error and then the control, in the order GOV.UK Frontend puts them. */
export function LabelledField({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name;
  return (
    <FormGroup {...field.formGroupAttributes} className={field.formGroupClassName} error={field.error}>
      <Label
        {...field.labelAttributes}
        htmlFor={id}
        size={field.labelSize}
        isPageHeading={field.labelIsPageHeading}
        className={field.labelClassName}
      >
        {field.label}
      </Label>
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </FormGroup>
  );
}

/** Parts a component's props into those of the field's frame and those that go to its control. */
export function splitField<P extends FieldProps>(
  props: P,
): { field: FieldProps; control: Omit<P, keyof FieldProps> } {
  const {
    name,
    id,
    label,
    labelSize,
    labelIsPageHeading,
    labelClassName,
    labelAttributes,
    hint,
    error,
    describedBy,
    formGroupClassName,
    formGroupAttributes,
    ...control
  } = props;
  const field = {
    name,
    id,
    label,
    labelSize,
    labelIsPageHeading,
    labelClassName,
    labelAttributes,
    hint,
    error,
    describedBy,
    formGroupClassName,
    formGroupAttributes,
  };
  return { field, control };
}
