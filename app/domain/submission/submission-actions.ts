import type { Action } from './transition-row.ts';

/** Actions that an officer takes on a submission as a whole, in the order in which a page offers them. */
export const submissionActions = [
  'claim',
  'take_over',
  'accept',
  'answer_and_close',
  'ask_to_close',
  'ask_partner',
  'record_reply',
  'stop_waiting',
  'grant_withdrawal',
  'ask_to_grant_withdrawal',
  'refuse_withdrawal',
  'reject',
  'ask_to_reject',
  'close_without_item',
  'ask_to_close_without_item',
  'reopen',
  'grant_ending',
  'refuse_ending',
  'grant_lowering',
  'refuse_lowering',
  'lift_restriction',
  'refuse_lifting',
  'raise_to_high',
  'restrict',
  'ask_to_lower',
  'ask_to_lift',
  'hand_over',
  'assign',
  'decline_transfer',
  'reroute',
  'set_area',
  'release',
] as const satisfies readonly Action[];
export type SubmissionAction = (typeof submissionActions)[number];

/** Actions on one of its items. */
export const itemActions = [
  'grade',
  'sanitise',
  'approve_release',
  'disseminate',
] as const satisfies readonly Action[];
export type ItemAction = (typeof itemActions)[number];

export const isSubmissionAction = (action: string): action is SubmissionAction =>
  submissionActions.some((known) => known === action);

export const isItemAction = (action: string): action is ItemAction =>
  itemActions.some((known) => known === action);
