import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useComponentWords } from './component-words.ts';

export type WarningTextProps = HTMLAttributes<HTMLDivElement> & { visuallyHiddenText?: string };

/** What has to be known before going on, such as the law or a danger. */
export function WarningText({ visuallyHiddenText, className, children, ...rest }: WarningTextProps) {
  const words = useComponentWords();
  return (
    <div {...rest} className={classNames('govuk-warning-text', className)}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{visuallyHiddenText ?? words.warning}</span> {children}
      </strong>
    </div>
  );
}
