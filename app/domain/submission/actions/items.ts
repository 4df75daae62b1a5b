import { claimants, none, type ActionRow } from './row.ts';

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
      { from: ['in_assessment', 'accepted', 'disseminated'], who: claimants, audits: ['item.graded'] },
    ],
  },
  sanitise: {
    label: 'Save sanitised text',
    comment: none,
    done: 'Sanitised text saved as a new version',
    history: 'Sanitised text written',
    transitions: [
      {
        from: ['in_assessment', 'accepted', 'disseminated'],
        who: [{ holder: 'fib_officer', claim: 'own', primary: 'fib' }],
        requires: ['item_graded'],
        audits: ['item.sanitised'],
      },
      {
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
        from: ['accepted', 'disseminated'],
        who: [{ holder: 'fib_supervisor', claim: 'any' }],
        requires: ['sanitised_text'],
        differentPersonFrom: 'text_writer',
        recentSecondFactor: true,
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
        from: ['accepted', 'disseminated'],
        to: 'disseminated',
        who: [
          { holder: 'fib_officer', claim: 'own', primary: 'fib' },
          { holder: 'fib_officer', claim: 'any', primary: 'elsewhere' },
        ],
        requires: ['item_graded', 'sanitised_text', 'recipient'],
        secondPerson: 'two_person_rule',
        recentSecondFactor: true,
        audits: ['item.disseminated', 'submission.moved'],
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
