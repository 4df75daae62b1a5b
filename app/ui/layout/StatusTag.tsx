import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

export type StatusTagProps = { text: string; colour?: TagColour | undefined };

/** Where something stands. Partners are given neutral words only. */
export function StatusTag({ text, colour = 'blue' }: StatusTagProps) {
  return <Tag colour={colour}>{text}</Tag>;
}
