import { forceWide, isFib, isFibSupervisor, isSpoc, type Actor } from '../kernel/actor.ts';
import { may } from '../kernel/permissions.ts';
import { isQueueRef, type RecipientRef } from '#app/domain/kernel/recipients.ts';
import type { QueueRef, Status, Subject } from '#app/domain/kernel/statuses.ts';

/** What the caller has looked up about the actor and this submission. Anything not known is false. */
export type Circumstances = {
  /** On the duty list at this moment. */
  onDutyList?: boolean;
  /** The organisation's agreement lets its reporters and leads stand in for the submitter. */
  coversSubmitter?: boolean;
};

/** How recently a second factor was shown; `not_in_use` where the force has none yet. */
export type SecondFactor = 'recent' | 'stale' | 'not_in_use';

/** How the actor stands to one submission. */
export type Standing = {
  holdsPrimaryQueue: boolean;
  onDutyList: boolean;
  coversSubmitter: boolean;
  secondFactor: SecondFactor;
};

/**
 * Whether the actor is an officer of this queue: FIB staff of the FIB queue, the SPOC of an area of that area's queue,
 * the SPOC without an area of the force SPOC queue.
 */
export function queueStanding(actor: Actor, queue: QueueRef): boolean {
  if (actor.side !== 'police') return false;
  if (queue.kind === 'fib') return isFib(actor);
  if (queue.kind === 'force_spoc') return forceWide(actor, 'spoc');
  return (
    queue.areaId !== null && actor.roles.some((held) => held.role === 'spoc' && held.areaId === queue.areaId)
  );
}

export const primaryQueueOf = (subject: Subject): QueueRef => ({
  kind: subject.primaryQueueKind,
  areaId: subject.primaryAreaId,
});

/** Restriction wins: outside FIB a restricted submission has no holders, even in the queue that holds it. */
const clearedFor = (actor: Actor, subject: Subject): boolean => !subject.restricted || isFib(actor);

export function holdsPrimaryQueue(actor: Actor, subject: Subject): boolean {
  return clearedFor(actor, subject) && queueStanding(actor, primaryQueueOf(subject));
}

/**
 * High never waits: those on the duty list who read raw text by role, and every FIB supervisor (the duty inspector is
 * one), may open and claim a High submission whichever queue holds it.
 */
export function coversHigh(actor: Actor, subject: Subject, circumstances: Circumstances): boolean {
  if (subject.priority !== 'high' || actor.side !== 'police' || !clearedFor(actor, subject)) return false;
  if (isFibSupervisor(actor)) return true;
  return circumstances.onDutyList === true && (isFib(actor) || isSpoc(actor));
}

/** Whether the actor sent it, or stands in for whoever did. */
export function isSubmitter(actor: Actor, subject: Subject, circumstances: Circumstances): boolean {
  if (actor.side !== 'partner' || actor.organisationId !== subject.organisationId) return false;
  if (!may(actor, 'reports.read')) return false;
  return actor.accountId === subject.submittedBy || circumstances.coversSubmitter === true;
}

export function standingFor(
  actor: Actor,
  subject: Subject,
  circumstances: Circumstances & { secondFactor: SecondFactor },
): Standing {
  return {
    holdsPrimaryQueue: holdsPrimaryQueue(actor, subject),
    onDutyList: circumstances.onDutyList === true,
    coversSubmitter: circumstances.coversSubmitter === true,
    secondFactor: circumstances.secondFactor,
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
export function maySeeRawText(actor: Actor, subject: Subject, circumstances: Circumstances = {}): boolean {
  if (subject.status === 'withdrawn') return false;
  if (isSubmitter(actor, subject, circumstances)) return true;
  if (actor.side !== 'police' || !clearedFor(actor, subject)) return false;
  if (holdsPrimaryQueue(actor, subject) || coversHigh(actor, subject, circumstances)) return true;
  const readsRaw = isFib(actor) || isSpoc(actor);
  if (readsRaw && subject.claimedBy === actor.accountId) return true;
  return isFib(actor) && sanitisedByFib.includes(subject.status);
}

/**
 * Whether the actor may know that the submission exists: its reference, priority, area, holder and clock, no text.
 * `watchers` are the queues that watch it.
 */
export function maySeeExists(
  actor: Actor,
  subject: Subject,
  watchers: readonly QueueRef[],
  circumstances: Circumstances = {},
): boolean {
  if (maySeeRawText(actor, subject, circumstances) || isSubmitter(actor, subject, circumstances)) return true;
  if (actor.side === 'partner')
    return may(actor, 'organisation.lead') && actor.organisationId === subject.organisationId;
  if (!clearedFor(actor, subject)) return false;
  if (isFibSupervisor(actor) || holdsPrimaryQueue(actor, subject)) return true;
  if (watchers.some((queue) => queueStanding(actor, queue))) return true;
  if (subject.priority === 'high' && forceWide(actor, 'mds_lead')) return true;
  return actor.roles.some(
    (held) => held.role === 'area_lead' && held.areaId !== null && held.areaId === subject.areaId,
  );
}

/** Whether what is disseminated to this recipient is for the actor to read and acknowledge. */
export function isRecipient(actor: Actor, recipient: RecipientRef): boolean {
  if (isQueueRef(recipient)) return queueStanding(actor, recipient);
  return recipient.kind === 'mds_lead' && forceWide(actor, 'mds_lead');
}

/**
 * Whether the actor may read sanitised text disseminated to this recipient. A restricted item that two people let out is
 * read by whoever it went to: the recipient sees the item, not the submission. FIB, which sends every item and hears back
 * of it, reads that whatever became of the report.
 */
export function maySeeSanitisedText(actor: Actor, subject: Subject, recipient: RecipientRef): boolean {
  if (actor.side !== 'police') return false;
  if (isRecipient(actor, recipient)) return true;
  return isFib(actor) || maySeeRawText(actor, subject);
}
