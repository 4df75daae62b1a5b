import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

export const TAG_COLOURS = [
  'grey',
  'green',
  'teal',
  'blue',
  'purple',
  'magenta',
  'red',
  'orange',
  'yellow',
] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

export type TagProps = HTMLAttributes<HTMLElement> & { colour?: TagColour | undefined };

/** A status in one or two words. The words carry the meaning; the colour only helps. Never a link. */
export function Tag({ colour, className, children, ...rest }: TagProps) {
  return (
    <strong {...rest} className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)}>
      {children}
    </strong>
  );
}
