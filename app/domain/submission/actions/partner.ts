import { optional, required, type ActionRow, type Who } from './row.ts';

const submitter: readonly Who[] = [{ holder: 'submitter', claim: 'any' }];

/** The actions of a partner on a report of their own. */
export const partnerActions = {
  partner_replies: {
    label: 'Send your answer',
    comment: required('Your answer', 'Enter your answer'),
    history: 'Partner replied',
    transitions: [
      {
        from: ['clarification'],
        to: 'in_assessment',
        who: submitter,
        audits: ['submission.moved', 'partner.replied'],
      },
    ],
  },
  withdraw: {
    label: 'Withdraw this report',
    comment: optional('Why are you withdrawing this report? (optional)'),
    history: 'Withdrawn by the partner',
    transitions: [
      { from: ['submitted'], to: 'withdrawn', who: submitter, when: ['not_high'], claimAfter: 'nobody' },
    ],
  },
  request_withdrawal: {
    label: 'Ask to withdraw this report',
    comment: optional('Why do you want to withdraw this report? (optional)'),
    history: 'Partner asked to withdraw',
    transitions: [
      {
        from: ['submitted', 'in_assessment', 'clarification'],
        who: submitter,
        when: ['high', 'no_withdrawal_requested'],
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
