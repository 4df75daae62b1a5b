import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useComponentWords } from './component-words.ts';

export type ErrorMessageProps = HTMLAttributes<HTMLParagraphElement> & {
  /** Said before the message to those who can't see the colour; null leaves it out. */
  visuallyHiddenText?: string | null;
};

export function ErrorMessage({ className, visuallyHiddenText, children, ...rest }: ErrorMessageProps) {
  const words = useComponentWords();
  const said = visuallyHiddenText === undefined ? words.error : visuallyHiddenText;
  return (
    <p {...rest} className={classNames('govuk-error-message', className)}>
      {said ? (
        <>
          <span className="govuk-visually-hidden">{said}:</span>{' '}
        </>
      ) : null}
      {children}
    </p>
  );
}
