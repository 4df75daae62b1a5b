import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export type ErrorMessageProps = HTMLAttributes<HTMLParagraphElement> & {
  /** Said before the message to those who can't see the colour; null leaves it out. */
  visuallyHiddenText?: string | null;
};

export function ErrorMessage({
  className,
  visuallyHiddenText = 'Error',
  children,
  ...rest
}: ErrorMessageProps) {
  return (
    <p {...rest} className={classNames('govuk-error-message', className)}>
      {visuallyHiddenText ? (
        <>
          <span className="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      ) : null}
      {children}
    </p>
  );
}
