import { classNames } from './class-names.ts';
import { characterWordAttributes, useComponentWords } from './component-words.ts';
import { Hint } from './Hint.tsx';
import { Textarea, type TextareaProps } from './Textarea.tsx';

export type CharacterCountProps = Omit<TextareaProps, 'maxLength' | 'afterInput'> & {
  /** Exactly one of the two limits. Typing past it is not stopped: the server answers with an error. */
  maxLength?: number;
  maxWords?: number;
  /** The count shows only from this share of the limit on, in per cent. */
  threshold?: number;
  /** What `maxLength` counts: 'characters' as a reader sees them, 'length' in UTF-16 units. */
  countType?: 'characters' | 'words' | 'length';
  countMessageClassName?: string;
  /** The sentence shown without JavaScript; `%{count}` stands for the limit. */
  limitText?: string;
};

/** A textarea that says how much room is left. */
export function CharacterCount({
  maxLength,
  maxWords,
  threshold,
  countType = maxWords ? 'words' : undefined,
  countMessageClassName,
  limitText = `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`,
  className,
  formGroupClassName,
  formGroupAttributes,
  ...textarea
}: CharacterCountProps) {
  const id = textarea.id ?? textarea.name;
  const limit = maxWords ?? maxLength;
  const module = {
    'data-module': 'govuk-character-count',
    'data-maxlength': maxLength,
    'data-maxwords': maxWords,
    'data-threshold': threshold,
    'data-count-type': countType,
    ...characterWordAttributes(useComponentWords()),
  };
  return (
    <Textarea
      {...textarea}
      className={classNames('govuk-js-character-count', className)}
      describedBy={`${id}-info`}
      formGroupClassName={classNames('govuk-character-count', formGroupClassName)}
      formGroupAttributes={{ ...formGroupAttributes, ...module }}
      afterInput={
        <Hint
          id={`${id}-info`}
          className={classNames('govuk-character-count__message', countMessageClassName)}
        >
          {limit === undefined ? null : limitText.replace('%{count}', limit.toLocaleString('en-GB'))}
        </Hint>
      }
    />
  );
}
