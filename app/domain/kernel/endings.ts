import { isOutcome, outcomeCodes, outcomes, type Outcome } from './outcomes.ts';

/** The actions by which police end a submission. */
export const endings = ['answer_and_close', 'close_without_item', 'reject', 'grant_withdrawal'] as const;
export type Ending = (typeof endings)[number];

/** By which action an officer asks for each, where it is High. */
export const askingFor = {
  answer_and_close: 'ask_to_close',
  close_without_item: 'ask_to_close_without_item',
  reject: 'ask_to_reject',
  grant_withdrawal: 'ask_to_grant_withdrawal',
} as const satisfies Record<Ending, string>;

/** How police end a report: with an outcome, or by rejecting it. */
export type End = Outcome | 'rejected';

export const ends: readonly End[] = [...outcomeCodes, 'rejected'];

export const isEnd = (value: unknown): value is End => value === 'rejected' || isOutcome(value);

export const endLabel = (end: End): string => (end === 'rejected' ? 'Rejected' : outcomes[end].label);
