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
 * - `lowering_decider`, `ending_decider`, `lifting_decider`: an FIB supervisor other than whoever asked for it.
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

export type Comment =
  | { need: 'none' }
  | { need: 'optional'; label: string }
  | { need: 'required'; label: string; missing: string };

/** What must be there before the action is taken; the use case says which of these are met. */
export type Requirement =
  | 'item_graded'
  | 'mopi_group'
  | 'sanitised_text'
  | 'recipient'
  | 'outcome'
  | 'outcome_without_item'
  | 'other_queue'
  | 'other_area'
  | 'colleague'
  | 'lower_priority'
  | 'danger_dealt_with';

export type Condition =
  | 'high'
  | 'not_high'
  | 'not_yet_high'
  | 'restricted'
  | 'not_restricted'
  | 'lowering_asked'
  | 'no_lowering_asked'
  /** Not High, or High. */
  | 'one_may_end_it'
  | 'two_must_end_it'
  | 'ending_asked'
  | 'no_ending_asked'
  /** That ending is asked for. */
  | `${Ending}_asked`
  | 'lifting_asked'
  | 'no_lifting_asked'
  | 'withdrawal_requested'
  | 'no_withdrawal_requested'
  | 'no_approval_outstanding'
  | 'no_unread_information'
  | 'no_items'
  /** Moved here by hand and not accepted yet. */
  | 'transferred'
  /** Not restricted and in FIB, which is where a restricted submission stays. */
  | 'may_leave_queue';

export type Action =
  | 'claim'
  | 'release'
  | 'take_over'
  | 'hand_over'
  | 'assign'
  | 'reroute'
  | 'decline_transfer'
  | 'set_area'
  | 'grade'
  | 'ask_partner'
  | 'partner_replies'
  | 'record_reply'
  | 'stop_waiting'
  | 'accept'
  | 'reject'
  | 'close_without_item'
  | 'sanitise'
  | 'approve_release'
  | 'disseminate'
  | 'answer_and_close'
  | 'withdraw'
  | 'request_withdrawal'
  | 'grant_withdrawal'
  | 'refuse_withdrawal'
  | 'reopen'
  | 'raise_to_high'
  | 'ask_to_lower'
  | 'ask_to_close'
  | 'ask_to_close_without_item'
  | 'ask_to_reject'
  | 'ask_to_grant_withdrawal'
  | 'grant_ending'
  | 'refuse_ending'
  | 'grant_lowering'
  | 'refuse_lowering'
  | 'restrict'
  | 'ask_to_lift'
  | 'lift_restriction'
  | 'refuse_lifting';

/** What an action does, without its words. */
export type Move = {
  action: Action;
  from: readonly Status[];
  to: Status | 'unchanged';
  who: readonly Who[];
  when: readonly Condition[];
  requires: readonly Requirement[];
  /** Whose the claim is afterwards; `fib_only`: as before where FIB staff hold it, else nobody's. */
  claimAfter: 'self' | 'nobody' | 'colleague' | 'unchanged' | 'fib_only';
  /** Needs a second person where an item has handling code C or the submission is restricted. */
  secondPerson?: 'handling_c_or_restricted';
  /** May not be done by the person who wrote the text, nor by whoever gave a grade that goes out with it. */
  differentPersonFrom?: 'text_writer';
  recentSecondFactor: boolean;
  /** The audit events that the change writes. */
  audits: readonly AuditType[];
  /** The partner is told, by content-free mail, that something waits. */
  tellsPartner: boolean;
};

/** `label` is the text of the button. */
export type ActionWords = { label: string; comment: Comment };

/** One row of the table. */
export type Transition = Move & ActionWords;
