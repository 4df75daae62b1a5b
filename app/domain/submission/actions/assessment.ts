import {
  agreeing,
  answered,
  asking,
  byOne,
  goingOn,
  rejected,
  withdrawalAgreed,
  withoutItem,
} from './ending.ts';
import { claimants, inHand, none, optional, required, type ActionRow } from './row.ts';

const toThePartner = required('Reason, as the partner will read it', 'Enter the reason for the partner');
const messageToPartner = optional('Message to the partner (optional)');
const whySafeToWithdraw = required(
  'Why is it safe to withdraw this?',
  'Enter why it is safe to withdraw this',
);
const whyNoItem = required(
  'Why does no intelligence item come of it? Only police read this',
  'Enter why no intelligence item comes of it',
);
const nothingOfPoliceWork = 'The partner reads this in the portal. Tell them nothing about police work.';
const outcomeIsRead =
  'The partner reads the outcome and the message in the portal. Without a message of your own they get the text of the outcome. Tell them nothing about police work.';
const endsOnceAgreed =
  'It is High, so it stays open until an FIB supervisor other than you has agreed. Only then does the partner read the outcome and the message in the portal; without a message of your own they get the text of the outcome. Tell them nothing about police work.';
const endingAsked = 'Asked. It stays open until an FIB supervisor other than you has decided';

const unclaimed = [
  { holder: 'primary_queue_member', claim: 'free' },
  { holder: 'duty_list', claim: 'free' },
] as const;

/**
 * The actions that bring a submission on, end it and reopen it. Officers act on what they have claimed, so that
 * every submission in hand has one named owner.
 */
export const assessmentActions = {
  claim: {
    label: 'Claim',
    comment: none,
    done: 'You have claimed this submission',
    history: 'Claimed',
    plain: true,
    transitions: [
      { from: ['submitted'], to: 'in_assessment', who: unclaimed, claimAfter: 'self' },
      { from: inHand, who: unclaimed, claimAfter: 'self' },
    ],
  },
  take_over: {
    label: 'Take over',
    comment: required('Why are you taking this over?', 'Enter why you are taking this over'),
    done: 'You have taken this submission over',
    history: 'Taken over',
    plain: true,
    transitions: [
      {
        from: inHand,
        who: [
          { holder: 'primary_queue_member', claim: 'other' },
          { holder: 'duty_list', claim: 'other' },
        ],
        claimAfter: 'self',
      },
    ],
  },
  accept: {
    label: 'Accept',
    comment: none,
    done: 'Submission accepted',
    history: 'Accepted',
    transitions: [
      { from: ['in_assessment'], to: 'accepted', who: claimants, requires: ['item_graded', 'mopi_group'] },
    ],
  },
  answer_and_close: {
    label: 'Answer the partner and close',
    comment: messageToPartner,
    partnerReads: 'comment',
    guidance: outcomeIsRead,
    done: 'Partner answered and submission closed',
    history: 'Partner answered and closed',
    transitions: [byOne(answered)],
  },
  ask_to_close: {
    label: 'Ask to answer the partner and close',
    comment: messageToPartner,
    partnerReads: 'comment',
    guidance: endsOnceAgreed,
    done: endingAsked,
    history: 'Asked to close',
    transitions: [asking(answered)],
  },
  ask_partner: {
    // More than the partner knows could turn them into a source (CHIS code of practice).
    label: 'Ask the partner',
    comment: required(
      'What do you need to know? Ask only what the partner already knows',
      'Enter your question to the partner',
    ),
    partnerReads: 'comment',
    guidance:
      'Ask only what the partner already knows. Never ask them to find out more: that could turn them into a source.',
    warns: 'guidance',
    done: 'Question sent. The clock waits for the partner',
    history: 'Partner asked',
    transitions: [
      {
        from: ['in_assessment'],
        to: 'clarification',
        who: claimants,
        audits: ['submission.moved', 'partner.asked'],
        tellsPartner: true,
      },
    ],
  },
  record_reply: {
    label: 'Record an answer given another way',
    comment: required('What did the partner say?', 'Enter what the partner said'),
    done: 'Answer recorded',
    history: 'Answer recorded',
    plain: true,
    transitions: [{ from: ['clarification'], to: 'in_assessment', who: claimants }],
  },
  stop_waiting: {
    label: 'Go on without an answer',
    comment: optional('Why are you going on without an answer? (optional)'),
    done: 'The clock runs again',
    history: 'Went on without an answer',
    plain: true,
    transitions: [
      {
        from: ['clarification'],
        to: 'in_assessment',
        who: [...claimants, { holder: 'system', claim: 'any' }],
      },
    ],
  },
  grant_withdrawal: {
    label: 'Agree to the withdrawal',
    comment: whySafeToWithdraw,
    done: 'Submission withdrawn and partner told',
    history: 'Withdrawal agreed',
    leavesSight: true,
    plain: true,
    transitions: [byOne(withdrawalAgreed)],
  },
  ask_to_grant_withdrawal: {
    label: 'Ask to agree to the withdrawal',
    comment: whySafeToWithdraw,
    guidance:
      'It is High, so it stays until an FIB supervisor other than you has agreed. You are told by email without content.',
    done: endingAsked,
    history: 'Asked to agree to the withdrawal',
    transitions: [asking(withdrawalAgreed)],
  },
  refuse_withdrawal: {
    label: 'Keep the report',
    comment: toThePartner,
    partnerReads: 'comment',
    guidance: nothingOfPoliceWork,
    done: 'Partner told that the report is kept',
    history: 'Withdrawal refused',
    transitions: [{ from: inHand, who: claimants, when: ['withdrawal_requested'], tellsPartner: true }],
  },
  reject: {
    label: 'Reject',
    comment: toThePartner,
    partnerReads: 'comment',
    guidance: nothingOfPoliceWork,
    warns: 'button',
    done: 'Submission rejected and partner told',
    history: 'Rejected',
    transitions: [byOne(rejected)],
  },
  ask_to_reject: {
    label: 'Ask to reject',
    comment: toThePartner,
    partnerReads: 'comment',
    guidance: endsOnceAgreed,
    done: endingAsked,
    history: 'Asked to reject',
    transitions: [asking(rejected)],
  },
  close_without_item: {
    label: 'Close without an item',
    comment: whyNoItem,
    partnerReads: 'message',
    guidance: outcomeIsRead,
    done: 'Submission closed without an item and partner told',
    history: 'Closed without an item',
    transitions: [byOne(withoutItem)],
  },
  ask_to_close_without_item: {
    label: 'Ask to close without an item',
    comment: whyNoItem,
    partnerReads: 'message',
    guidance: endsOnceAgreed,
    done: endingAsked,
    history: 'Asked to close without an item',
    transitions: [asking(withoutItem)],
  },
  close_as_duplicate: {
    label: 'Close as a duplicate',
    comment: messageToPartner,
    partnerReads: 'comment',
    guidance:
      'It is High, and so is the report that it duplicates, which stays open: the danger goes on there, so you may close this one alone. The partner reads the message in the portal; without one they get the text of the outcome. Tell them nothing about police work.',
    done: 'Closed as a duplicate and partner told. The original stays High and open',
    history: 'Closed as a duplicate of a High report',
    transitions: [goingOn(answered), goingOn(withoutItem)],
  },
  // The way out of an end: a partner adds to a closed or rejected report that somebody is in danger, and the portal opens
  // it again; or an FIB supervisor does, with a reason. It waits in the queue that had it, unclaimed, and stands where it
  // stood: what was accepted or sent out is so still. Never after a withdrawal: then police keep no text, and nothing can
  // be added.
  reopen: {
    label: 'Open again',
    comment: required('Why is it opened again?', 'Enter why it is opened again'),
    done: 'Opened again. It waits in its queue until somebody claims it',
    history: 'Opened again',
    transitions: [
      {
        from: ['closed', 'rejected'],
        to: 'as_it_ended',
        who: [
          { holder: 'system', claim: 'any' },
          { holder: 'fib_supervisor', claim: 'any' },
        ],
        claimAfter: 'nobody',
      },
    ],
  },
  grant_ending: {
    label: 'Agree: end it as asked',
    comment: required('Why is it safe to end this?', 'Enter why it is safe to end this'),
    guidance:
      'It ends at once as it was asked, and the partner is told as it was written. Agree only if nobody is left in danger.',
    done: 'Ended as asked. Whoever asked is told by email without content',
    history: 'Ended as asked',
    decides: 'ending',
    agrees: true,
    transitions: [
      agreeing('answer_and_close', answered),
      agreeing('close_without_item', withoutItem),
      agreeing('reject', rejected),
      agreeing('grant_withdrawal', withdrawalAgreed),
    ],
  },
  refuse_ending: {
    label: 'Keep it open',
    comment: required('Why does it stay open?', 'Enter why it stays open'),
    done: 'Kept open. Whoever asked is told by email without content',
    history: 'Kept open',
    decides: 'ending',
    // Also where what was asked does not fit it any more.
    transitions: [
      { from: inHand, who: [{ holder: 'ending_decider', claim: 'any' }], when: ['ending_asked'] },
    ],
  },
} as const satisfies Record<string, ActionRow>;
