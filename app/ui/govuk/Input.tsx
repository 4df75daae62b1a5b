import type { HTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedByIds } from './described-by.ts';
import { useFieldState } from './field-state.ts';
import { type FieldProps, LabelledField, splitField } from './FormGroup.tsx';

type InputControl = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  keyof FieldProps | 'value' | 'defaultValue' | 'prefix' | 'size' | 'width'
>;

export type InputProps = FieldProps &
  InputControl & {
    /** What the field starts with: the server gives back what was posted. */
    value?: string | number | undefined;
    /** How many characters wide it looks. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
    extraLetterSpacing?: boolean;
    prefix?: ReactNode;
    prefixAttributes?: HTMLAttributes<HTMLDivElement>;
    suffix?: ReactNode;
    suffixAttributes?: HTMLAttributes<HTMLDivElement>;
    afterInput?: ReactNode;
    wrapperClassName?: string;
  };

/** A single-line text field. */
export function Input(props: InputProps) {
  const { valueOf, errorOf } = useFieldState();
  const { field, control } = splitField({ ...props, error: props.error ?? errorOf(props.name) });
  const {
    value = valueOf(field.name),
    width,
    extraLetterSpacing = false,
    prefix,
    prefixAttributes,
    suffix,
    suffixAttributes,
    afterInput,
    wrapperClassName,
    className,
    type = 'text',
    ...rest
  } = control;
  const id = field.id ?? field.name;
  const input = (
    <input
      {...rest}
      className={classNames(
        'govuk-input',
        width && `govuk-input--width-${width}`,
        extraLetterSpacing && 'govuk-input--extra-letter-spacing',
        className,
        Boolean(field.error) && 'govuk-input--error',
      )}
      id={id}
      name={field.name}
      type={type}
      defaultValue={value}
      aria-describedby={describedByIds(id, field)}
    />
  );
  if (!prefix && !suffix && !afterInput) return <LabelledField field={field}>{input}</LabelledField>;
  return (
    <LabelledField field={field}>
      <div className={classNames('govuk-input__wrapper', wrapperClassName)}>
        {prefix ? <Affix kind="prefix" attributes={prefixAttributes} text={prefix} /> : null}
        {input}
        {suffix ? <Affix kind="suffix" attributes={suffixAttributes} text={suffix} /> : null}
        {afterInput}
      </div>
    </LabelledField>
  );
}

type AffixProps = {
  kind: 'prefix' | 'suffix';
  attributes: HTMLAttributes<HTMLDivElement> | undefined;
  text: ReactNode;
};

/** Hidden from assistive technology: the label has to say the unit as well. */
function Affix({ kind, attributes, text }: AffixProps) {
  return (
    <div
      {...attributes}
      className={classNames(`govuk-input__${kind}`, attributes?.className)}
      aria-hidden="true"
    >
      {text}
    </div>
  );
}
