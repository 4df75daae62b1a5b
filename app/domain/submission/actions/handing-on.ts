import { openStatuses } from '../../kernel/statuses.ts';
import { claimants, inHand, none, optional, required, whoeverHolds, type ActionRow } from './row.ts';

/** The supervisor gives work to an officer of the queue, whoever had it. */
const assigned = {
  who: [{ holder: 'fib_supervisor', claim: 'any' }],
  requires: ['colleague'],
  claimAfter: 'colleague',
} as const;

/** Whose a submission is, in which queue, and to which area it counts. */
export const handingOnActions = {
  hand_over: {
    label: 'Hand over to a colleague',
    comment: required('What does your colleague need to know?', 'Enter what your colleague needs to know'),
    done: 'Handed over',
    history: 'Handed over',
    transitions: [
      { from: inHand, who: [...claimants, whoeverHolds], requires: ['colleague'], claimAfter: 'colleague' },
    ],
  },
  hand_on: {
    // Whoever held it can no longer sign in, or has other roles: the portal gives it to the colleague who was named.
    label: 'Hand on, as whoever held it is gone',
    comment: none,
    history: 'Handed on, as whoever held it was gone',
    plain: true,
    transitions: [
      {
        from: inHand,
        who: [{ holder: 'system', claim: 'held' }],
        requires: ['colleague'],
        claimAfter: 'colleague',
      },
    ],
  },
  assign: {
    label: 'Assign to an officer',
    comment: optional('Note for the officer (optional)'),
    done: 'Assigned to the officer',
    history: 'Assigned by a supervisor',
    transitions: [
      { ...assigned, from: ['submitted'], to: 'in_assessment' },
      { ...assigned, from: inHand },
    ],
  },
  decline_transfer: {
    // A transfer is accepted by claiming it. Until then the queue may send it back to the one that moved it here.
    label: 'Send it back',
    comment: required(
      'Why does it not belong here? The other queue reads this',
      'Enter why it does not belong here',
    ),
    guidance: 'It goes back to {queue}, and nobody holds it there until it is claimed.',
    done: 'Sent back to the other queue',
    history: 'Sent back to the queue that moved it here',
    leavesSight: true,
    transitions: [
      {
        from: openStatuses,
        who: [{ holder: 'primary_queue_member', claim: 'free' }],
        when: ['transferred', 'may_leave_queue'],
        requires: ['queue_it_came_from'],
        claimAfter: 'nobody',
        audits: ['submission.transfer_declined'],
      },
    ],
  },
  reroute: {
    label: 'Move to another queue',
    comment: required('Why does this belong in another queue?', 'Enter why this belongs in another queue'),
    done: 'Moved to the other queue',
    history: 'Moved to another queue',
    leavesSight: true,
    transitions: [
      {
        from: openStatuses,
        who: [
          { holder: 'primary_queue_member', claim: 'own_or_free' },
          { holder: 'duty_list', claim: 'own' },
          { holder: 'fib_supervisor', claim: 'any' },
        ],
        when: ['may_leave_queue'],
        requires: ['other_queue'],
        claimAfter: 'nobody',
        audits: ['submission.rerouted'],
      },
    ],
  },
  fall_to_fib: {
    // Nobody of the queue is here: the portal moves it up, so that no queue is without a person (decision 0063).
    label: 'Move to FIB, as nobody of the queue is here',
    comment: none,
    history: 'Moved to FIB, as nobody of the queue was here',
    plain: true,
    transitions: [
      {
        from: openStatuses,
        who: [{ holder: 'system', claim: 'any', primary: 'elsewhere' }],
        audits: ['submission.fell'],
      },
    ],
  },
  fall_to_duty_list: {
    label: 'Tell the duty list, as nobody of FIB is here',
    comment: none,
    history: 'Duty list, deputy and duty inspector told, as nobody of FIB was here',
    plain: true,
    transitions: [
      {
        from: openStatuses,
        who: [{ holder: 'system', claim: 'any', primary: 'fib' }],
        audits: ['submission.fell'],
      },
    ],
  },
  set_area: {
    label: 'Set the area',
    comment: required('Why does it belong to this area?', 'Enter why it belongs to this area'),
    done: 'Area set',
    history: 'Area set',
    transitions: [
      { from: inHand, who: claimants, requires: ['other_area'], audits: ['submission.area_set'] },
    ],
  },
  release: {
    label: 'Release',
    comment: optional('Note for whoever claims this next (optional)'),
    done: 'Released. Nobody holds it now',
    history: 'Released',
    plain: true,
    transitions: [
      {
        from: inHand,
        // The supervisor frees what an absent officer holds, in whichever queue; the portal what a suspended account holds.
        who: [
          ...claimants,
          whoeverHolds,
          { holder: 'fib_supervisor', claim: 'held' },
          { holder: 'system', claim: 'held' },
        ],
        claimAfter: 'nobody',
      },
    ],
  },
} as const satisfies Record<string, ActionRow>;
