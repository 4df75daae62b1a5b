import type { AuditType } from '#app/domain/audit/events.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import type { Status } from '#app/domain/kernel/statuses.ts';

/**
 * Who may act.
 * - `primary_queue_member`: an officer of the queue that holds the submission.
 * - `duty_list`: for a High submission only, those on duty and every FIB supervisor, whichever queue holds it.
 * - `fib_officer`: FIB staff, officers and supervisors alike.
 * - `claim_holder`: whoever has claimed it, also once they are neither of its queue nor on duty.
 * - `reader`: police who may read the original.
 * - `lowering_decider`, `ending_decider`, `lifting_decider`, `immigration_decider`: an FIB supervisor other than whoever
 *   asked for it.
 * - `item_writer`: whoever wrote the item, while they work on its submission.
 * - `uninvolved_supervisor`: an FIB supervisor who had no part in what went out of the item.
 * - `submitter`: who sent it, or a colleague who stands in for them.
 * - `system`: a job.
 */
export type Holder =
  | 'primary_queue_member'
  | 'duty_list'
  | 'claim_holder'
  | 'reader'
  | 'fib_officer'
  | 'fib_supervisor'
  | 'lowering_decider'
  | 'ending_decider'
  | 'lifting_decider'
  | 'immigration_decider'
  | 'item_writer'
  | 'uninvolved_supervisor'
  | 'submitter'
  | 'system';

/** Whose the claim must be: nobody's, the actor's, another's, anybody's; `any` where it does not matter. */
export type ClaimNeeded = 'any' | 'free' | 'own' | 'other' | 'held' | 'own_or_free';

export type Who = {
  holder: Holder;
  claim: ClaimNeeded;
  /** Only while FIB holds the primary queue, or only while another queue does. */
  primary?: 'fib' | 'elsewhere';
};

/** What names one colleague, in the field of that name. */
const namingColleague = ['colleague', 'reader_to_add', 'reader_to_take_off'] as const;
export type AsksForColleague = (typeof namingColleague)[number];

/** Which of the requirements that name one colleague a row has; null when none. */
export const asksForColleague = (requires: readonly Requirement[]): AsksForColleague | null =>
  namingColleague.find((one) => requires.includes(one)) ?? null;

export type Comment =
  | { need: 'none' }
  | { need: 'optional'; label: string }
  | { need: 'required'; label: string; missing: string };

/** Needed before the action is taken; the use case says which of these are met. */
export type Requirement =
  | 'item_graded'
  | 'mopi_group'
  | 'sanitised_text'
  /** Somebody to whom one person may send. */
  | 'recipient'
  /** Immigration enforcement, which takes two. */
  | 'immigration_recipient'
  /** The partner set no condition against it, or it is said why it is overridden. */
  | 'immigration_condition'
  | 'outcome'
  | 'outcome_without_item'
  /** No question, task, match or item is left, or it is said who takes it on. */
  | 'loose_ends'
  /** A victim who wants contact has a contact plan, or it is said why not. */
  | 'contact_plan'
  /** Nobody has the item, and what went out of it is judged. */
  | 'item_taken_back'
  /** Everything that ending as a duplicate asks for. */
  | 'duplicate'
  | 'other_queue'
  /** The queue that it was moved here from, which the submission knows. */
  | 'queue_it_came_from'
  | 'other_area'
  | 'colleague'
  /** Somebody of FIB who is not on the access list, or somebody on it who does not hold the submission. */
  | 'reader_to_add'
  | 'reader_to_take_off'
  | 'lower_priority'
  | 'danger_dealt_with';

export type Condition =
  | 'high'
  | 'not_high'
  | 'not_yet_high'
  | 'restricted'
  | 'not_restricted'
  /** Somebody besides its holder is on its access list. */
  | 'others_on_list'
  | 'lowering_asked'
  | 'no_lowering_asked'
  /** Not High, or High. */
  | 'one_may_end_it'
  | 'two_must_end_it'
  /** With the original of a duplicate. */
  | 'danger_goes_on'
  | 'ending_asked'
  | 'no_ending_asked'
  /** That ending is asked for. */
  | `${Ending}_asked`
  | 'lifting_asked'
  | 'no_lifting_asked'
  | 'immigration_asked'
  | 'no_immigration_asked'
  | 'withdrawal_requested'
  | 'no_withdrawal_requested'
  | 'no_approval_outstanding'
  | 'no_unread_information'
  | 'no_items'
  /** Its partner saw it again, and was not asked to stop looking. */
  | 'seen_again'
  /** The item was not voided. */
  | 'item_stands'
  /** Nothing of the item went out under the two-person rule, or something did. */
  | 'one_may_void_it'
  | 'two_must_void_it'
  /** Moved here by hand and not accepted yet. */
  | 'transferred'
  /** Not restricted and in FIB, which is where a restricted submission stays. */
  | 'may_leave_queue';

/** One way in which an action may be taken. What is not said is as `transitionDefaults` has it. */
export type TransitionRow = {
  from: readonly Status[];
  /**
   * `as_it_ended`: what it was when it was closed or rejected; `as_items_stand`: what its other items let it be, and
   * nothing further than it was.
   */
  to: Status | 'unchanged' | 'as_it_ended' | 'as_items_stand';
  who: readonly Who[];
  when: readonly Condition[];
  requires: readonly Requirement[];
  /** Whose the claim is afterwards; `fib_only`: as before where FIB staff hold it, else nobody's. */
  claimAfter: 'self' | 'nobody' | 'colleague' | 'unchanged' | 'fib_only';
  /**
   * Needs a second person where the two-person rule holds for what goes out (second-person.ts); `beforehand`: also of what
   * is High, as it can wait.
   */
  secondPerson?: 'two_person_rule' | 'beforehand';
  /** May not be done by the person who wrote the text, nor by whoever gave a grade that goes out with it. */
  differentPersonFrom?: 'text_writer';
  /** The audit events that the change writes. */
  audits: readonly AuditType[];
  /** The partner is told, by content-free mail, that something waits. */
  tellsPartner: boolean;
};

export const transitionDefaults = {
  to: 'unchanged',
  when: [],
  requires: [],
  claimAfter: 'unchanged',
  audits: ['submission.moved'],
  tellsPartner: false,
} as const satisfies Partial<TransitionRow>;

/** Requests that take two: one asks, and another decides. */
export type RequestKind = 'lowering' | 'ending' | 'lifting' | 'immigration_use';

/**
 * One action, whole: its words wherever it is offered, taken, told of and remembered, and each way in which it may be
 * taken.
 */
export type ActionRow = {
  /** The text of the button. */
  label: string;
  comment: Comment;
  /** Which field holds what the partner will read; absent where they read nothing of it. */
  partnerReads?: 'comment' | 'message';
  /** Shown above the form, before it is taken; `{queue}` is the queue that it goes back to. */
  guidance?: string;
  /** The guidance is a warning, or the button is one. */
  warns?: 'guidance' | 'button';
  /** Something leaves the force by it, so whoever takes it proved lately who they are (docs/decisions/0071). */
  recentProof?: true;
  /** Said to police once it is taken. */
  done?: string;
  /** Said of it in the history. */
  history: string;
  /** It decides on what somebody asked that one person may not do alone. */
  decides?: RequestKind;
  /** And agrees to it. */
  agrees?: true;
  /** Whoever takes it goes back to the list, since the submission is theirs no more. */
  leavesSight?: true;
  /** All that it does is what its transitions say: it has no effect of its own (perform-action.server.ts). */
  plain?: true;
  transitions: readonly (Pick<TransitionRow, 'from' | 'who'> & Partial<TransitionRow>)[];
};

export const none: Comment = { need: 'none' };
export const required = (label: string, missing: string): Comment => ({ need: 'required', label, missing });
export const optional = (label: string): Comment => ({ need: 'optional', label });

/** Whoever holds the primary queue, and who has claimed a High one from the duty list. */
export const claimants: readonly Who[] = [
  { holder: 'primary_queue_member', claim: 'own' },
  { holder: 'duty_list', claim: 'own' },
];

/** A claim outlives a duty: whoever holds a submission can always put it down or give it to somebody. */
export const whoeverHolds: Who = { holder: 'claim_holder', claim: 'own' };

export const inHand: readonly Status[] = ['in_assessment', 'clarification', 'accepted', 'disseminated'];
