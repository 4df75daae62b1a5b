import type { InputHTMLAttributes } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { passwordWordAttributes, useComponentWords } from './component-words.ts';
import type { FieldProps } from './FormGroup.tsx';
import { Input, type InputProps } from './Input.tsx';

export type PasswordInputProps = FieldProps &
  Pick<InputProps, 'width' | 'value'> &
  Omit<
    InputHTMLAttributes<HTMLInputElement>,
    keyof FieldProps | 'type' | 'prefix' | 'size' | 'width' | 'value' | 'defaultValue'
  >;

/** A password field whose show button appears only where the script can make it work. */
export function PasswordInput({
  className,
  formGroupClassName,
  formGroupAttributes,
  autoComplete = 'current-password',
  ...input
}: PasswordInputProps) {
  const words = useComponentWords();
  const module = { 'data-module': 'govuk-password-input', ...passwordWordAttributes(words) };
  return (
    <Input
      {...input}
      type="password"
      spellCheck={false}
      autoCapitalize="none"
      autoComplete={autoComplete}
      className={classNames('govuk-password-input__input govuk-js-password-input-input', className)}
      formGroupClassName={classNames('govuk-password-input', formGroupClassName)}
      formGroupAttributes={{ ...formGroupAttributes, ...module }}
      wrapperClassName="govuk-password-input__wrapper"
      afterInput={
        <Button
          type="button"
          variant="secondary"
          className="govuk-password-input__toggle govuk-js-password-input-toggle"
          aria-controls={input.id ?? input.name}
          aria-label={words.password.showLabel}
          hidden
        >
          {words.password.show}
        </Button>
      }
    />
  );
}
