import { askingFor, isEnding } from '#app/domain/kernel/endings.ts';
import { inHand, plain } from '#app/domain/submission/transition-parts.ts';
import type { Condition, Move } from '#app/domain/submission/transition-row.ts';

/**
 * What becomes of a row that ends a submission: one person may take it while it is not High. Of a High one whoever might
 * have ended it asks, and says what was done about the danger; an FIB supervisor who did not ask agrees, and everything
 * that the ending needs must hold then as well (docs/decisions/0045).
 */
export function endsWithTwoWhereHigh(row: Move): Move[] {
  const { action } = row;
  if (!isEnding(action)) return [row];
  const asked: Condition = `${action}_asked`;
  return [
    { ...row, when: ['one_may_end_it', ...row.when] },
    {
      ...row,
      action: askingFor[action],
      to: 'unchanged',
      when: ['two_must_end_it', 'no_ending_asked', ...row.when],
      requires: [...row.requires, 'danger_dealt_with'],
      claimAfter: 'unchanged',
      audits: ['submission.moved'],
      tellsPartner: false,
    },
    {
      ...row,
      action: 'grant_ending',
      who: [{ holder: 'ending_decider', claim: 'any' }],
      when: [asked, ...row.when],
      requires: [],
      recentSecondFactor: true,
    },
  ];
}

/** Leaves it open although somebody asked, also where what was asked fits it no more. */
export const refuseEnding: Move = {
  ...plain,
  action: 'refuse_ending',
  from: inHand,
  to: 'unchanged',
  who: [{ holder: 'ending_decider', claim: 'any' }],
  when: ['ending_asked'],
};
