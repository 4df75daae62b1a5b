import { openStatuses } from '../../kernel/statuses.ts';
import { claimants, inHand, none, required, whoeverHolds, type ActionRow } from './row.ts';

const whoHolds = [...claimants, whoeverHolds];
const untilDecided =
  'Nothing changes until an FIB supervisor other than you has decided. You are told by email without content, and the decision stands on the page of the submission.';

/** What a partner reads who is asked to stop looking: thanks, and nothing of police work. */
export const stopLookingText =
  'Thank you for telling us what you have seen. Please stop looking now: do not go back, watch or ask anyone. If someone is in danger, call 999.';

/**
 * The actions that protect the people in a submission, open to whoever has read it: a report that should have come as
 * High is treated so from now on, and one whose source can be guessed is read by FIB alone. Either is one person's
 * word, since waiting does harm. The way back takes two: whoever holds it asks, and an FIB supervisor who did not ask
 * decides (docs/decisions/0041).
 */
export const protectionActions = {
  grant_lowering: {
    label: 'Agree: lower from High',
    comment: required('Why is it safe to lower this?', 'Enter why it is safe to lower this'),
    guidance:
      'Its clocks are then those that it would have had all along, so it may be overdue at once. Nobody on duty is told of it any more.',
    done: 'Lowered from High. Whoever asked is told by email without content',
    history: 'Lowered from High',
    decides: 'lowering',
    agrees: true,
    transitions: [
      {
        // Danger that was added since is read before it is decided.
        from: inHand,
        who: [{ holder: 'lowering_decider', claim: 'any' }],
        when: ['lowering_asked', 'no_unread_information'],
      },
    ],
  },
  refuse_lowering: {
    label: 'Keep it High',
    comment: required('Why does it stay High?', 'Enter why it stays High'),
    done: 'Kept High. Whoever asked is told by email without content',
    history: 'Kept High',
    decides: 'lowering',
    transitions: [
      { from: inHand, who: [{ holder: 'lowering_decider', claim: 'any' }], when: ['lowering_asked'] },
    ],
  },
  lift_restriction: {
    label: 'Agree: lift the restriction',
    comment: required('Why is it safe that others read this?', 'Enter why it is safe that others read this'),
    guidance:
      'Officers of other queues, area leads and the MDS lead can then see it as they see any other report.',
    done: 'Restriction lifted. Whoever asked is told by email without content',
    history: 'Restriction lifted',
    decides: 'lifting',
    agrees: true,
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'lifting_decider', claim: 'any' }],
        when: ['lifting_asked'],
        audits: ['submission.restriction_lifted'],
      },
    ],
  },
  refuse_lifting: {
    label: 'Keep it restricted',
    comment: required('Why does it stay restricted?', 'Enter why it stays restricted'),
    done: 'Kept restricted. Whoever asked is told by email without content',
    history: 'Kept restricted',
    decides: 'lifting',
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'lifting_decider', claim: 'any' }],
        when: ['lifting_asked'],
      },
    ],
  },
  raise_to_high: {
    label: 'Raise to High',
    comment: required(
      'What in it says that somebody is in danger?',
      'Enter what says that somebody is in danger',
    ),
    guidance:
      'From now on it is treated as if it had come as High: the clocks of High run, and if nobody holds it the officers on duty are told. To lower it again takes a second person.',
    done: 'Raised to High. The clocks of High run from now',
    history: 'Raised to High',
    transitions: [
      {
        from: openStatuses,
        who: [
          { holder: 'reader', claim: 'any' },
          { holder: 'system', claim: 'any' },
        ],
        when: ['not_yet_high'],
      },
    ],
  },
  ask_to_stop_looking: {
    label: 'Ask the partner to stop looking',
    comment: none,
    guidance: `They have seen it again since they reported it. The partner reads: “${stopLookingText}”`,
    done: 'Partner asked to stop looking',
    history: 'Partner asked to stop looking',
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'fib_officer', claim: 'any' }],
        when: ['seen_again'],
        tellsPartner: true,
      },
    ],
  },
  restrict: {
    label: 'Restrict to FIB',
    comment: required('Why must only FIB read this?', 'Enter why only FIB must read this'),
    guidance:
      'From now on only FIB reads it, and of FIB whoever holds it, you, and those that a supervisor lets read it; supervisors can, and the duty list while it is High. It moves to the FIB queue, and whoever holds it outside FIB holds it no more. To lift this takes a second person. Whoever it was disseminated to keeps what they have.',
    done: 'Restricted. Only FIB reads this now',
    history: 'Restricted to FIB',
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'reader', claim: 'any' }],
        when: ['not_restricted'],
        claimAfter: 'fib_only',
        audits: ['submission.restricted'],
      },
    ],
  },
  give_access: {
    label: 'Let a colleague read this',
    comment: required('Why do they need to read this?', 'Enter why they need to read this'),
    guidance:
      'They come onto its access list: they see it in the queue, in searches and among matches, read all of it, and may export it. You can put yourself on the list.',
    done: 'They can read this now',
    history: 'Put onto the access list',
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'fib_supervisor', claim: 'any' }],
        when: ['restricted'],
        requires: ['reader_to_add'],
        audits: ['submission.access_given'],
      },
    ],
  },
  take_access: {
    label: 'Take a colleague off the access list',
    comment: required('Why must they not read this any more?', 'Enter why they must not read this any more'),
    guidance:
      'They find it nowhere any more. Whoever holds it stays on the list: assign it to somebody else first.',
    done: 'They cannot read this any more',
    history: 'Taken off the access list',
    transitions: [
      {
        from: [...openStatuses, 'closed', 'rejected'],
        who: [{ holder: 'fib_supervisor', claim: 'any' }],
        when: ['restricted', 'others_on_list'],
        requires: ['reader_to_take_off'],
        audits: ['submission.access_taken'],
      },
    ],
  },
  ask_to_lower: {
    label: 'Ask to lower from High',
    comment: required('Why is this not High?', 'Enter why this is not High'),
    guidance: untilDecided,
    done: 'Asked. It stays High until an FIB supervisor other than you has decided',
    history: 'Asked to lower from High',
    transitions: [
      {
        from: inHand,
        who: whoHolds,
        when: ['high', 'no_lowering_asked', 'no_unread_information'],
        requires: ['lower_priority', 'danger_dealt_with'],
      },
    ],
  },
  ask_to_lift: {
    label: 'Ask to lift the restriction',
    comment: required(
      'Why can the source not be guessed, or not any more?',
      'Enter why the source cannot be guessed',
    ),
    guidance: untilDecided,
    done: 'Asked. It stays restricted until an FIB supervisor other than you has decided',
    history: 'Asked to lift the restriction',
    transitions: [
      {
        from: inHand,
        who: whoHolds,
        when: ['restricted', 'no_lifting_asked'],
        requires: ['danger_dealt_with'],
      },
      {
        // Nobody works on what has ended.
        from: ['closed', 'rejected'],
        who: [{ holder: 'reader', claim: 'any' }],
        when: ['restricted', 'no_lifting_asked'],
        requires: ['danger_dealt_with'],
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
