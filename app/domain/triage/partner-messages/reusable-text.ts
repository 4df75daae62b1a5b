import type { Outcome } from '../../kernel/outcomes.ts';

/** A text that officers use again. `outcome`: the one with which it answers the partner; null for a question back to them. */
export type ReusableText = {
  textId: string;
  /** Of the version. */
  number: number;
  outcome: Outcome | null;
  name: string;
  text: string;
};

/** What was typed, and after it the text: nothing that was typed is lost. */
export const withText = (typed: string, text: string): string =>
  typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`;
