import type { Ending } from '../../kernel/endings.ts';
import { claimants, type ActionRow } from './row.ts';

type EndingTransition = ActionRow['transitions'][number];

/**
 * The moves of an action that ends a submission. One person may take it while it is not High; of a High one whoever might
 * have ended it asks, and says what was done about the danger; an FIB supervisor who did not ask agrees, and everything
 * that the ending needs must hold then as well (docs/decisions/0045).
 */
export const byOne = (row: EndingTransition): EndingTransition => ({
  ...row,
  when: ['one_may_end_it', ...(row.when ?? [])],
});

export const asking = (row: EndingTransition): EndingTransition => ({
  ...row,
  to: 'unchanged',
  when: ['two_must_end_it', 'no_ending_asked', ...(row.when ?? [])],
  requires: [...(row.requires ?? []), 'danger_dealt_with'],
  claimAfter: 'unchanged',
  audits: ['submission.moved'],
  tellsPartner: false,
});

export const agreeing = (ending: Ending, row: EndingTransition): EndingTransition => ({
  ...row,
  who: [{ holder: 'ending_decider', claim: 'any' }],
  when: [`${ending}_asked`, ...(row.when ?? [])],
  requires: [],
});

/** Of a duplicate whose original is High and open one person ends also a High one: the danger goes on with the original. */
export const goingOn = (row: EndingTransition): EndingTransition => ({
  ...row,
  when: ['two_must_end_it', 'danger_goes_on', ...(row.when ?? [])],
  requires: ['duplicate'],
});

/** The ends themselves: from where, by whom, and what must hold. */
export const answered = {
  from: ['accepted', 'disseminated'],
  to: 'closed',
  who: claimants,
  when: ['no_withdrawal_requested', 'no_unread_information', 'no_approval_outstanding'],
  requires: ['outcome', 'contact_plan', 'loose_ends'],
  audits: ['submission.moved', 'partner.answered'],
  tellsPartner: true,
} as const;

/** Not every report yields an item: then the reason is kept in its place, and the partner is answered all the same. */
export const withoutItem = {
  from: ['in_assessment'],
  to: 'closed',
  who: claimants,
  when: ['no_withdrawal_requested', 'no_unread_information', 'no_items'],
  requires: ['outcome_without_item', 'contact_plan', 'loose_ends'],
  audits: ['submission.moved', 'partner.answered'],
  tellsPartner: true,
} as const;

export const rejected = {
  from: ['in_assessment', 'clarification'],
  to: 'rejected',
  who: claimants,
  when: ['no_withdrawal_requested', 'no_unread_information'],
  requires: ['contact_plan'],
  tellsPartner: true,
} as const;

export const withdrawalAgreed = {
  from: ['in_assessment', 'clarification'],
  to: 'withdrawn',
  who: claimants,
  when: ['withdrawal_requested', 'no_unread_information'],
  claimAfter: 'nobody',
  tellsPartner: true,
} as const;
