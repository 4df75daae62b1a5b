import { claimants, inHand, none, required, type ActionRow, type Who } from './row.ts';

const stands = { when: ['item_stands'] } as const;

const senders: readonly Who[] = [
  { holder: 'fib_officer', claim: 'own', primary: 'fib' },
  { holder: 'fib_officer', claim: 'any', primary: 'elsewhere' },
];

const voiding = {
  from: inHand,
  to: 'as_items_stand',
  requires: ['item_taken_back', 'loose_ends'],
  audits: ['submission.moved', 'item.voided'],
} as const;

/**
 * The actions on one item of a submission. Sanitising and disseminating stay with FIB also where another queue is
 * primary; FIB then works beside that queue's claim.
 */
export const itemActionRows = {
  grade: {
    label: 'Save grade',
    comment: none,
    done: 'Grade saved',
    history: 'Graded',
    transitions: [
      {
        ...stands,
        from: ['in_assessment', 'accepted', 'disseminated'],
        who: claimants,
        audits: ['item.graded'],
      },
    ],
  },
  sanitise: {
    label: 'Save sanitised text',
    comment: none,
    done: 'Sanitised text saved as a new version',
    history: 'Sanitised text written',
    transitions: [
      {
        ...stands,
        from: ['in_assessment', 'accepted', 'disseminated'],
        who: [{ holder: 'fib_officer', claim: 'own', primary: 'fib' }],
        requires: ['item_graded'],
        audits: ['item.sanitised'],
      },
      {
        ...stands,
        from: ['accepted', 'disseminated'],
        who: [{ holder: 'fib_officer', claim: 'any', primary: 'elsewhere' }],
        requires: ['item_graded'],
        audits: ['item.sanitised'],
      },
    ],
  },
  approve_release: {
    label: 'Approve sanitised text',
    comment: none,
    done: 'Sanitised text approved',
    history: 'Sanitised text approved',
    transitions: [
      {
        ...stands,
        from: ['accepted', 'disseminated'],
        who: [{ holder: 'fib_supervisor', claim: 'any' }],
        requires: ['sanitised_text'],
        differentPersonFrom: 'text_writer',
        audits: ['item.approved'],
      },
    ],
  },
  disseminate: {
    label: 'Disseminate',
    comment: none,
    done: 'Item disseminated',
    history: 'Disseminated',
    transitions: [
      {
        ...stands,
        from: ['accepted', 'disseminated'],
        to: 'disseminated',
        who: senders,
        requires: ['item_graded', 'sanitised_text', 'recipient'],
        secondPerson: 'two_person_rule',
        audits: ['item.disseminated', 'submission.moved'],
      },
    ],
  },
  // Nothing goes to immigration enforcement on one person's word (docs/decisions/0080).
  ask_immigration_use: {
    label: 'Ask to disclose to immigration enforcement',
    comment: none,
    done: 'Nothing has gone out. An FIB supervisor other than you decides, and you are told by email without content',
    history: 'Asked to disclose to immigration enforcement',
    transitions: [
      {
        when: ['item_stands', 'no_immigration_asked'],
        from: ['accepted', 'disseminated'],
        who: senders,
        requires: ['item_graded', 'sanitised_text', 'immigration_recipient'],
        secondPerson: 'beforehand',
      },
    ],
  },
  // A mistake: it stays in sight with the reason, and nothing is done with it any more (docs/decisions/0062).
  void_item: {
    label: 'Void this item',
    comment: required('Why is it voided?', 'Enter why the item is voided'),
    done: 'Item voided. It stays in sight with your reason',
    history: 'Item voided',
    transitions: [
      {
        ...voiding,
        who: [
          { holder: 'item_writer', claim: 'own' },
          { holder: 'fib_supervisor', claim: 'any' },
        ],
        when: ['item_stands', 'one_may_void_it'],
      },
      {
        ...voiding,
        who: [{ holder: 'uninvolved_supervisor', claim: 'any' }],
        when: ['item_stands', 'two_must_void_it'],
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
