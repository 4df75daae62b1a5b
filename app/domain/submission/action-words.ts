import type { Action, ActionWords, Comment } from './transition-row.ts';

const noComment: Comment = { need: 'none' };
const required = (label: string, missing: string): Comment => ({ need: 'required', label, missing });
const toThePartner = required('Reason, as the partner will read it', 'Enter the reason for the partner');
const whySafeToWithdraw = required(
  'Why is it safe to withdraw this?',
  'Enter why it is safe to withdraw this',
);
const whyNoItem = required(
  'Why does no intelligence item come of it? Only police read this',
  'Enter why no intelligence item comes of it',
);
const optional = (label: string): Comment => ({ need: 'optional', label });

/**
 * The button of each action and what it asks for in words. A question to the partner may ask only for what the partner
 * already knows: asking for more could turn them into a source (CHIS code of practice).
 */
export const actionWords: Readonly<Record<Action, ActionWords>> = {
  claim: { label: 'Claim', comment: noComment },
  release: { label: 'Release', comment: optional('Note for whoever claims this next (optional)') },
  take_over: {
    label: 'Take over',
    comment: required('Why are you taking this over?', 'Enter why you are taking this over'),
  },
  hand_over: {
    label: 'Hand over to a colleague',
    comment: required('What does your colleague need to know?', 'Enter what your colleague needs to know'),
  },
  assign: { label: 'Assign to an officer', comment: optional('Note for the officer (optional)') },
  reroute: {
    label: 'Move to another queue',
    comment: required('Why does this belong in another queue?', 'Enter why this belongs in another queue'),
  },
  decline_transfer: {
    label: 'Send it back',
    comment: required(
      'Why does it not belong here? The other queue reads this',
      'Enter why it does not belong here',
    ),
  },
  set_area: {
    label: 'Set the area',
    comment: required('Why does it belong to this area?', 'Enter why it belongs to this area'),
  },
  grade: { label: 'Save grade', comment: noComment },
  ask_partner: {
    label: 'Ask the partner',
    comment: required(
      'What do you need to know? Ask only what the partner already knows',
      'Enter your question to the partner',
    ),
  },
  partner_replies: { label: 'Send your answer', comment: required('Your answer', 'Enter your answer') },
  record_reply: {
    label: 'Record an answer given another way',
    comment: required('What did the partner say?', 'Enter what the partner said'),
  },
  stop_waiting: {
    label: 'Go on without an answer',
    comment: optional('Why are you going on without an answer? (optional)'),
  },
  accept: { label: 'Accept', comment: noComment },
  reject: {
    label: 'Reject',
    comment: toThePartner,
  },
  close_without_item: {
    label: 'Close without an item',
    comment: whyNoItem,
  },
  sanitise: { label: 'Save sanitised text', comment: noComment },
  approve_release: { label: 'Approve sanitised text', comment: noComment },
  disseminate: { label: 'Disseminate', comment: noComment },
  answer_and_close: {
    label: 'Answer the partner and close',
    comment: optional('Message to the partner (optional)'),
  },
  withdraw: {
    label: 'Withdraw this report',
    comment: optional('Why are you withdrawing this report? (optional)'),
  },
  request_withdrawal: {
    label: 'Ask to withdraw this report',
    comment: optional('Why do you want to withdraw this report? (optional)'),
  },
  grant_withdrawal: {
    label: 'Agree to the withdrawal',
    comment: whySafeToWithdraw,
  },
  refuse_withdrawal: {
    label: 'Keep the report',
    comment: toThePartner,
  },
  reopen: {
    label: 'Open again',
    comment: required('Why is it opened again?', 'Enter why it is opened again'),
  },
  raise_to_high: {
    label: 'Raise to High',
    comment: required(
      'What in it says that somebody is in danger?',
      'Enter what says that somebody is in danger',
    ),
  },
  ask_to_lower: {
    label: 'Ask to lower from High',
    comment: required('Why is this not High?', 'Enter why this is not High'),
  },
  ask_to_close: {
    label: 'Ask to answer the partner and close',
    comment: optional('Message to the partner (optional)'),
  },
  ask_to_close_without_item: { label: 'Ask to close without an item', comment: whyNoItem },
  ask_to_reject: { label: 'Ask to reject', comment: toThePartner },
  ask_to_grant_withdrawal: { label: 'Ask to agree to the withdrawal', comment: whySafeToWithdraw },
  grant_ending: {
    label: 'Agree: end it as asked',
    comment: required('Why is it safe to end this?', 'Enter why it is safe to end this'),
  },
  refuse_ending: {
    label: 'Keep it open',
    comment: required('Why does it stay open?', 'Enter why it stays open'),
  },
  grant_lowering: {
    label: 'Agree: lower from High',
    comment: required('Why is it safe to lower this?', 'Enter why it is safe to lower this'),
  },
  refuse_lowering: {
    label: 'Keep it High',
    comment: required('Why does it stay High?', 'Enter why it stays High'),
  },
  restrict: {
    label: 'Restrict to FIB',
    comment: required('Why must only FIB read this?', 'Enter why only FIB must read this'),
  },
  ask_to_lift: {
    label: 'Ask to lift the restriction',
    comment: required(
      'Why can the source not be guessed, or not any more?',
      'Enter why the source cannot be guessed',
    ),
  },
  lift_restriction: {
    label: 'Agree: lift the restriction',
    comment: required('Why is it safe that others read this?', 'Enter why it is safe that others read this'),
  },
  refuse_lifting: {
    label: 'Keep it restricted',
    comment: required('Why does it stay restricted?', 'Enter why it stays restricted'),
  },
};
