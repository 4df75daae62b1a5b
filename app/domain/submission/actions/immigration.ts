import { openStatuses } from '../../kernel/statuses.ts';
import { required, type ActionRow } from './row.ts';

/**
 * Whether something goes to immigration enforcement, as an officer asked (`ask_immigration_use`): an FIB supervisor who did
 * not ask decides, whether or not the partner set a condition against it (docs/decisions/0080).
 */
export const immigrationActions = {
  grant_immigration_use: {
    label: 'Agree: disclose to immigration enforcement',
    comment: required('Why may it go there?', 'Enter why it may go there'),
    guidance:
      'It leaves the force as it was asked, to be passed on by whoever asked. The partner sees how often this was in each quarter, not for which report. A recall does not take it out of that count.',
    warns: 'guidance',
    recentProof: true,
    done: 'Agreed. Whoever asked is told by email without content, and passes it on',
    history: 'Agreed to disclose to immigration enforcement',
    decides: 'immigration_use',
    agrees: true,
    transitions: [
      {
        from: ['accepted', 'disseminated'],
        to: 'disseminated',
        who: [{ holder: 'immigration_decider', claim: 'any' }],
        when: ['immigration_asked'],
        requires: ['item_graded', 'sanitised_text', 'immigration_recipient', 'immigration_condition'],
        secondPerson: 'beforehand',
        audits: ['item.disseminated', 'submission.moved'],
      },
    ],
  },
  refuse_immigration_use: {
    label: 'Do not disclose to immigration enforcement',
    comment: required('Why does it not go there?', 'Enter why it does not go there'),
    done: 'Not disclosed. Whoever asked is told by email without content',
    history: 'Refused to disclose to immigration enforcement',
    decides: 'immigration_use',
    transitions: [
      {
        from: openStatuses,
        who: [{ holder: 'immigration_decider', claim: 'any' }],
        when: ['immigration_asked'],
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
