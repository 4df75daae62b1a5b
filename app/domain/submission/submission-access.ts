import { forceWide, isFib, isFibSupervisor, isSpoc, type Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import { isQueueRef, type RecipientRef } from '#app/domain/kernel/recipients.ts';
import type { QueueRef, Status, SubmissionState } from '#app/domain/kernel/statuses.ts';

/** The facts about the actor and this submission that the caller has looked up. Anything not known is false. */
export type AccessFacts = {
  /** On the duty list at this moment. */
  onDutyList?: boolean;
  /** The organisation's agreement lets its reporters and leads stand in for the submitter. */
  coversSubmitter?: boolean;
};

/** How the actor stands to one submission. */
export type SubmissionAccess = {
  holdsPrimaryQueue: boolean;
  onDutyList: boolean;
  coversSubmitter: boolean;
};

/**
 * Whether the actor is an officer of this queue: FIB staff of the FIB queue, the SPOC of an area of that area's queue,
 * the SPOC without an area of the force SPOC queue.
 */
export function isQueueOfficer(actor: Actor, queue: QueueRef): boolean {
  if (actor.side !== 'police') return false;
  if (queue.kind === 'fib') return isFib(actor);
  if (queue.kind === 'force_spoc') return forceWide(actor, 'spoc');
  return (
    queue.areaId !== null &&
    actor.roles.some(({ role, areaId }) => role === 'spoc' && areaId === queue.areaId)
  );
}

export const primaryQueueOf = (state: SubmissionState): QueueRef => ({
  kind: state.primaryQueueKind,
  areaId: state.primaryAreaId,
});

/**
 * Restriction wins: outside FIB a restricted submission has no holders, even in the queue that holds it. Of FIB it is read
 * by those on its access list and by supervisors, who keep the list; by everybody until somebody has taken it on, and
 * while it is High by whoever is on duty, so that it never waits unseen. Its twin for lists is `clearedFor` of
 * queue-sql.server.ts.
 */
export function clearedFor(actor: Actor, state: SubmissionState, { onDutyList }: AccessFacts = {}): boolean {
  if (!state.restricted) return true;
  if (!isFib(actor)) return false;
  if (isFibSupervisor(actor) || state.accessList === null) return true;
  return state.accessList.includes(actor.accountId) || (state.priority === 'high' && onDutyList === true);
}

export function holdsPrimaryQueue(actor: Actor, state: SubmissionState): boolean {
  return clearedFor(actor, state) && isQueueOfficer(actor, primaryQueueOf(state));
}

/**
 * High never waits: those on the duty list who read raw text by role, and every FIB supervisor (the duty inspector is
 * one), may open and claim a High submission whichever queue holds it.
 */
export function coversHigh(actor: Actor, state: SubmissionState, accessFacts: AccessFacts): boolean {
  if (state.priority !== 'high' || actor.side !== 'police') return false;
  if (!clearedFor(actor, state, accessFacts)) return false;
  if (isFibSupervisor(actor)) return true;
  return accessFacts.onDutyList === true && (isFib(actor) || isSpoc(actor));
}

/** Whether the actor sent it, or stands in for whoever did. */
export function isSubmitter(actor: Actor, state: SubmissionState, accessFacts: AccessFacts): boolean {
  if (actor.side !== 'partner' || actor.organisationId !== state.organisationId) return false;
  if (!may(actor, 'reports.read')) return false;
  return actor.accountId === state.submittedBy || accessFacts.coversSubmitter === true;
}

export function accessFor(actor: Actor, state: SubmissionState, facts: AccessFacts = {}): SubmissionAccess {
  return {
    holdsPrimaryQueue: holdsPrimaryQueue(actor, state),
    onDutyList: facts.onDutyList === true,
    coversSubmitter: facts.coversSubmitter === true,
  };
}

/** From here on, sanitising for those outside the area falls to FIB, which needs the original for it. */
export const sanitisedByFib: readonly Status[] = ['accepted', 'disseminated', 'closed'];

/**
 * Whether the actor may read the original text.
 *
 * Partners: the submitter. Police: whoever holds the primary queue, whoever holds the claim, the duty list for a High
 * one, and FIB once another queue has accepted it. Never by the roles area lead, MDS lead, source custodian, plan
 * contributor, administrator or auditor; and after a withdrawal, of which police keep only a tombstone, nobody.
 */
export function maySeeRawText(actor: Actor, state: SubmissionState, accessFacts: AccessFacts = {}): boolean {
  if (state.status === 'withdrawn') return false;
  if (isSubmitter(actor, state, accessFacts)) return true;
  if (actor.side !== 'police' || !clearedFor(actor, state, accessFacts)) return false;
  if (holdsPrimaryQueue(actor, state) || coversHigh(actor, state, accessFacts)) return true;
  const readsRaw = isFib(actor) || isSpoc(actor);
  if (readsRaw && state.claimedBy === actor.accountId) return true;
  return isFib(actor) && sanitisedByFib.includes(state.status);
}

/** Whether the actor may open how to reach whoever sent it: whoever holds it; while nobody does, the duty list. */
export function mayReadContact(actor: Actor, state: SubmissionState, accessFacts: AccessFacts): boolean {
  if (actor.side !== 'police' || !maySeeRawText(actor, state, accessFacts)) return false;
  return state.claimedBy === null ? accessFacts.onDutyList === true : state.claimedBy === actor.accountId;
}

/**
 * Whether the actor may know that the submission exists: its reference, priority, area, holder and clock, no text.
 * `watchers` are the queues that watch it.
 */
export function maySeeExists(
  actor: Actor,
  state: SubmissionState,
  watchers: readonly QueueRef[],
  accessFacts: AccessFacts = {},
): boolean {
  if (maySeeRawText(actor, state, accessFacts) || isSubmitter(actor, state, accessFacts)) return true;
  if (actor.side === 'partner')
    return may(actor, 'organisation.lead') && actor.organisationId === state.organisationId;
  if (!clearedFor(actor, state, accessFacts)) return false;
  if (isFibSupervisor(actor) || holdsPrimaryQueue(actor, state)) return true;
  if (watchers.some((queue) => isQueueOfficer(actor, queue))) return true;
  if (state.priority === 'high' && forceWide(actor, 'mds_lead')) return true;
  return actor.roles.some(
    ({ role, areaId }) => role === 'area_lead' && areaId !== null && areaId === state.areaId,
  );
}

/** Whether what is disseminated to this recipient is for the actor to read and acknowledge. */
export function isRecipient(actor: Actor, recipient: RecipientRef): boolean {
  if (isQueueRef(recipient)) return isQueueOfficer(actor, recipient);
  return recipient.kind === 'mds_lead' && forceWide(actor, 'mds_lead');
}

/**
 * Whether the actor may read sanitised text disseminated to this recipient. A restricted item that two people let out is
 * read by whoever it went to: the recipient sees the item, not the submission. FIB, which sends every item and hears back
 * of it, reads that whatever became of the report; of a restricted one, those who may open it.
 */
export function maySeeSanitisedText(
  actor: Actor,
  state: SubmissionState,
  recipient: RecipientRef,
  accessFacts: AccessFacts = {},
): boolean {
  if (actor.side !== 'police') return false;
  if (isRecipient(actor, recipient)) return true;
  return (isFib(actor) && clearedFor(actor, state, accessFacts)) || maySeeRawText(actor, state, accessFacts);
}
