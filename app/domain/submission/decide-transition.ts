import type { Actor } from '#app/domain/kernel/actor.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { checkInput, type FieldErrors, type ActionInput } from './action-input.ts';
import { coversHigh, isSubmitter, maySeeRawText, type SubmissionAccess } from './submission-access.ts';
import { isFib, isFibSupervisor } from '../kernel/actor.ts';
import type { Status, SubmissionState } from '#app/domain/kernel/statuses.ts';
import { needsSecondPerson } from './second-person.ts';
import { type Transition, transitions } from './actions.ts';
import type { ClaimNeeded, Condition, Who } from './actions/row.ts';

/** Who moves a submission: a person, or a job acting for nobody. */
export type Mover = Actor | 'system';

/** Why not. The kinds answer to the failures of the same names; `message` is for the person at the screen. */
export type Refusal =
  | { ok: false; kind: 'forbidden'; reason: 'unknown_action' | 'not_yours' | 'own_text'; message: string }
  | { ok: false; kind: 'conflict'; reason: ConflictReason; message: string }
  | { ok: false; kind: 'invalid'; reason: 'incomplete'; message: string; fieldErrors: FieldErrors };

export type ConflictReason = 'moved_on' | 'needs_second_person' | Condition | `claim_${ClaimNeeded}`;

export type DecidedTransition = {
  ok: true;
  transition: Transition;
  to: Status;
  /** The account that holds the claim afterwards. */
  claimedBy: Id<'Account'> | null;
  /** `afterwards`: done by one person because it is High, and a second person must approve within the set time. */
  secondPerson: 'not_needed' | 'given' | 'afterwards';
};

const noLongerFits =
  'Nobody asks to end this submission, or what was asked does not fit it any more, or it has been decided';

const conflictMessages: Record<ConflictReason, string> = {
  moved_on: 'This submission has moved on since you opened it',
  needs_second_person: 'An FIB supervisor other than the writer must approve the sanitised text first',
  high: 'This is only for High submissions',
  not_high: 'A High submission cannot be withdrawn at once: ask to withdraw it and an officer will answer',
  not_yet_high: 'This submission is High already',
  restricted: 'This submission is not restricted',
  not_restricted: 'This submission is restricted already',
  others_on_list: 'Nobody but its holder is on its access list',
  one_may_end_it: 'This submission is High: ask to end it, and a second person decides',
  two_must_end_it: 'This submission is not High: you can end it without asking',
  danger_goes_on: 'It is not linked as the duplicate of a report that is High and open',
  ending_asked: 'Nobody asks to end this submission, or it has been decided',
  no_ending_asked: 'Somebody has asked to end this submission already',
  answer_and_close_asked: noLongerFits,
  close_without_item_asked: noLongerFits,
  reject_asked: noLongerFits,
  grant_withdrawal_asked: noLongerFits,
  lowering_asked: 'Nobody asks to lower this submission, or it has been decided',
  no_lowering_asked: 'Somebody has asked to lower this submission already',
  lifting_asked: 'Nobody asks to lift the restriction, or it has been decided',
  no_lifting_asked: 'Somebody has asked to lift the restriction already',
  immigration_asked: 'Nobody asks to disclose this to immigration enforcement, or it has been decided',
  no_immigration_asked:
    'Somebody has asked already to disclose something of this submission to immigration enforcement',
  withdrawal_requested: 'The partner has not asked to withdraw this submission',
  no_withdrawal_requested: 'The partner has asked to withdraw this submission and that needs an answer first',
  seen_again: 'The partner has not seen it again, or was asked to stop looking already',
  no_items: 'An item was made of this submission: grade it and accept the submission',
  item_stands: 'This item was voided: nothing is done with it any more',
  one_may_void_it:
    'This item went out under the two-person rule: an FIB supervisor who neither wrote, graded nor sent it voids it',
  two_must_void_it:
    'This item did not go out under the two-person rule: its writer or an FIB supervisor voids it',
  transferred: 'Nobody moved this here, or it has been accepted since',
  no_approval_outstanding: 'What was disseminated at once still needs a second person’s approval',
  no_unread_information: 'The partner has added information that nobody has marked as read. Read it first',
  may_leave_queue: 'A restricted submission can only be held by FIB',
  claim_any: 'This submission has moved on since you opened it',
  claim_free: 'Somebody has claimed this submission',
  claim_own: 'Claim this submission first',
  claim_other: 'Nobody else holds this submission',
  claim_held: 'Nobody holds this submission',
  claim_own_or_free: 'Somebody else has claimed this submission',
};

const conflict = (reason: ConflictReason): Refusal => ({
  ok: false,
  kind: 'conflict',
  reason,
  message: conflictMessages[reason],
});

const forbidden = (reason: 'unknown_action' | 'not_yours' | 'own_text', message: string): Refusal => ({
  ok: false,
  kind: 'forbidden',
  reason,
  message,
});

function isHolder(who: Who, state: SubmissionState, actor: Mover, access: SubmissionAccess): boolean {
  if (who.primary === 'fib' && state.primaryQueueKind !== 'fib') return false;
  if (who.primary === 'elsewhere' && state.primaryQueueKind === 'fib') return false;
  if (actor === 'system') return who.holder === 'system';
  switch (who.holder) {
    case 'primary_queue_member':
      return worksOnQueue(actor, state, access);
    case 'duty_list':
      return coversHigh(actor, state, access);
    case 'claim_holder':
      return state.claimedBy === actor.accountId && readsOriginal(actor, state, access);
    case 'reader':
      return readsOriginal(actor, state, access);
    case 'fib_officer':
      return isFib(actor);
    case 'fib_supervisor':
      return isFibSupervisor(actor);
    case 'lowering_decider':
      return isFibSupervisor(actor) && state.loweringAskedBy !== actor.accountId;
    case 'ending_decider':
      return isFibSupervisor(actor) && state.endingAskedBy !== actor.accountId;
    case 'lifting_decider':
      return isFibSupervisor(actor) && state.liftingAskedBy !== actor.accountId;
    case 'immigration_decider':
      return isFibSupervisor(actor) && state.immigrationAskedBy !== actor.accountId;
    case 'item_writer':
      return (
        state.item?.writtenBy === actor.accountId &&
        (worksOnQueue(actor, state, access) || coversHigh(actor, state, access))
      );
    case 'uninvolved_supervisor':
      return isFibSupervisor(actor) && state.item?.madeBy.includes(actor.accountId) === false;
    case 'submitter':
      return isSubmitter(actor, state, access);
    default:
      return false;
  }
}

const worksOnQueue = (
  actor: Actor,
  state: SubmissionState,
  { holdsPrimaryQueue }: SubmissionAccess,
): boolean => actor.side === 'police' && holdsPrimaryQueue && (!state.restricted || isFib(actor));

const readsOriginal = (actor: Actor, state: SubmissionState, { onDutyList }: SubmissionAccess): boolean =>
  actor.side === 'police' && maySeeRawText(actor, state, { onDutyList });

function claimFits(needed: ClaimNeeded, claimedBy: string | null, actor: Mover): boolean {
  const own = actor !== 'system' && claimedBy === actor.accountId;
  const free = claimedBy === null;
  const fits: Record<ClaimNeeded, boolean> = {
    any: true,
    free,
    own,
    other: !free && !own,
    held: !free,
    own_or_free: own || free,
  };
  return fits[needed];
}

const conditionHolds: Record<Condition, (state: SubmissionState) => boolean> = {
  high: (state) => state.priority === 'high',
  not_high: (state) => state.priority !== 'high',
  not_yet_high: (state) => state.priority !== 'high',
  restricted: (state) => state.restricted,
  not_restricted: (state) => !state.restricted,
  others_on_list: ({ accessList, claimedBy }) => accessList?.some((one) => one !== claimedBy) === true,
  one_may_end_it: (state) => state.priority !== 'high',
  two_must_end_it: (state) => state.priority === 'high',
  danger_goes_on: (state) => state.dangerGoesOn,
  ending_asked: (state) => state.endingAsked !== null,
  no_ending_asked: (state) => state.endingAsked === null,
  answer_and_close_asked: (state) => state.endingAsked === 'answer_and_close',
  close_without_item_asked: (state) => state.endingAsked === 'close_without_item',
  reject_asked: (state) => state.endingAsked === 'reject',
  grant_withdrawal_asked: (state) => state.endingAsked === 'grant_withdrawal',
  lowering_asked: (state) => state.loweringAskedBy !== null,
  no_lowering_asked: (state) => state.loweringAskedBy === null,
  lifting_asked: (state) => state.liftingAskedBy !== null,
  no_lifting_asked: (state) => state.liftingAskedBy === null,
  immigration_asked: (state) => state.immigrationAskedBy !== null,
  no_immigration_asked: (state) => state.immigrationAskedBy === null,
  withdrawal_requested: (state) => state.withdrawalRequested,
  no_withdrawal_requested: (state) => !state.withdrawalRequested,
  seen_again: (state) => state.seenAgain,
  no_items: (state) => !state.hasItems,
  item_stands: (state) => state.item?.voided !== true,
  one_may_void_it: (state) => state.item?.wentOutByTwo === false,
  two_must_void_it: (state) => state.item?.wentOutByTwo === true,
  transferred: (state) => state.transferred,
  no_approval_outstanding: (state) => !state.approvalOutstanding,
  no_unread_information: (state) => !state.unreadInformation,
  may_leave_queue: (state) => !state.restricted || state.primaryQueueKind !== 'fib',
};

const actions = [...new Set(transitions.map((row) => row.action))];
const rowsOf = new Map<string, readonly Transition[]>(
  actions.map((action) => [action, transitions.filter((row) => row.action === action)]),
);

/** The row that lets this actor act now, or why none does. Nothing that is not in the table is allowed. */
function findRow(
  state: SubmissionState,
  action: string,
  actor: Mover,
  access: SubmissionAccess,
): { ok: true; transition: Transition } | Refusal {
  const rows = rowsOf.get(action);
  if (rows === undefined) return forbidden('unknown_action', 'There is no such action');
  const theirs = rows.flatMap((row) =>
    row.who.filter((who) => isHolder(who, state, actor, access)).map((who) => ({ row, who })),
  );
  if (theirs.length === 0) return forbidden('not_yours', 'You are not allowed to do this');
  const here = theirs.filter(({ row }) => row.from.includes(state.status));
  if (here.length === 0) return conflict('moved_on');
  let why: Refusal = conflict('moved_on');
  let closest = 0;
  for (const { row, who } of here) {
    const unmet = row.when.findIndex((condition) => !conditionHolds[condition](state));
    const condition = row.when[unmet];
    if (condition !== undefined) {
      // Of several rows the one that comes closest says why.
      if (unmet >= closest) why = conflict(condition);
      closest = Math.max(closest, unmet);
    } else if (claimFits(who.claim, state.claimedBy, actor)) return { ok: true, transition: row };
    else
      why = conflict(
        who.claim === 'own' && state.claimedBy !== null ? 'claim_own_or_free' : `claim_${who.claim}`,
      );
  }
  return why;
}

function becomes(
  { to }: Transition,
  { status, endedFrom }: SubmissionState,
  { othersStand = 'none' }: ActionInput,
): Status {
  switch (to) {
    case 'unchanged':
      return status;
    case 'as_it_ended':
      // A question that still waited for the partner when it ended waits no more.
      return endedFrom === 'accepted' || endedFrom === 'disseminated' ? endedFrom : 'in_assessment';
    case 'as_items_stand':
      if (status !== 'accepted' && status !== 'disseminated') return status;
      if (othersStand === 'none') return 'in_assessment';
      return othersStand === 'graded' ? 'accepted' : status;
    default:
      return to;
  }
}

/** The rows that the actor may use now, in the order of the table: what the page shows as buttons and forms. */
export function transitionsFor(state: SubmissionState, actor: Mover, access: SubmissionAccess): Transition[] {
  return actions.flatMap((action) => {
    const found = findRow(state, action, actor, access);
    return found.ok ? [found.transition] : [];
  });
}

function secondPersonFor(
  row: Transition,
  state: SubmissionState,
  input: ActionInput,
): DecidedTransition['secondPerson'] | 'missing' {
  const { textWrittenBy, approvedBy, handling = null } = input;
  if (row.secondPerson === undefined || !needsSecondPerson({ handling, restricted: state.restricted }))
    return 'not_needed';
  if (approvedBy && textWrittenBy && approvedBy !== textWrittenBy) return 'given';
  return row.secondPerson === 'two_person_rule' && state.priority === 'high' ? 'afterwards' : 'missing';
}

/**
 * Decides one action on one submission: what it becomes, or why not. Writes nothing; the use case writes what it says,
 * with the events in `transition.audits`, in one transaction.
 */
export function decideTransition(
  state: SubmissionState,
  action: string,
  actor: Mover,
  access: SubmissionAccess,
  input: ActionInput = {},
): DecidedTransition | Refusal {
  const found = findRow(state, action, actor, access);
  if (!found.ok) return found;
  const { transition } = found;
  const fieldErrors = checkInput(transition, state, input);
  if (Object.keys(fieldErrors).length > 0)
    return { ok: false, kind: 'invalid', reason: 'incomplete', message: 'There is a problem', fieldErrors };
  const self = actor === 'system' ? null : actor.accountId;
  if (
    transition.differentPersonFrom === 'text_writer' &&
    [input.textWrittenBy, ...(input.gradedBy ?? [])].includes(self ?? '')
  )
    return forbidden('own_text', 'Somebody who neither wrote the text nor gave the grade must approve it');
  const secondPerson = secondPersonFor(transition, state, input);
  if (secondPerson === 'missing') return conflict('needs_second_person');
  const claimAfter = {
    self,
    nobody: null,
    colleague: input.colleague?.accountId ?? null,
    unchanged: state.claimedBy,
    fib_only: input.holderIsFib === true ? state.claimedBy : null,
  }[transition.claimAfter];
  return {
    ok: true,
    transition,
    to: becomes(transition, state, input),
    claimedBy: claimAfter,
    secondPerson,
  };
}
