import type { Id } from '#app/domain/kernel/id.ts';

/**
 * Every audit event, by type, with its data. Data names things by id and code and never repeats content: the trail is
 * read by people who may not read reports. Stored events outlive this code, so a type is added to and never reshaped.
 */
export type AuditEvents = {
  // Identity
  /** `emergency`: with one of the two accounts that are kept for when the directory of the force is away. */
  'account.signed_in': { method: 'password' | 'directory'; emergency?: boolean };
  /** `with_directory`: the password was right, and is none of those that open the portal. */
  'account.sign_in_failed': {
    reason: 'unknown' | 'wrong_password' | 'not_active' | 'limited' | 'with_directory';
  };
  /** The directory vouched for somebody whom the portal let in nowhere. */
  'account.sign_on_refused': { reason: SignOnRefusal };
  /** The first sign-in with the directory: of an account that it made, or that there was. */
  'account.linked': { made: boolean };
  /** By themselves at the provider, or as the directory says that they are no longer who they were. */
  'account.sign_on_ended': { why: 'left' | 'no_group' | 'signed_out'; sessions: number };
  /** By the command of the server: one of the two accounts for when the directory is away, or no longer. */
  'account.emergency_marked': { marked: boolean };
  'account.signed_out': Record<string, never>;
  'account.invited': { roles: string[] };
  'account.password_set': { by: 'invitation' | 'reset' | 'change' };
  /** The current password was wrong where somebody who is signed in wanted to change it. */
  'account.password_change_refused': Record<string, never>;
  /** Whoever is signed in proved who they are, to make the session whole or for what asks for a recent proof; or could not. */
  'account.proved': { by: 'password' | 'directory' | 'passkey' | 'code_app' | 'recovery_code' };
  'account.proof_refused': { by: 'password' | 'directory' | 'passkey' | 'code_app' | 'recovery_code' };
  /** A second factor, by its owner. */
  'account.factor_added': { kind: 'passkey' | 'code_app' };
  'account.factor_removed': { kind: 'passkey' | 'code_app' };
  'account.recovery_codes_made': Record<string, never>;
  /** That somebody lost theirs waits for a second person; what became of it. */
  'account.factor_lost': { reason: string };
  'account.factor_loss_decided': { decision: 'approved' | 'refused' | 'withdrawn' };
  /** By their owner, from the list of their own. */
  'account.sessions_ended': { sessions: number };
  /** A link for a new password; no subject where nobody has the address that was asked for. */
  'account.reset_asked': { by: 'anyone' | 'command' };
  'account.suspended': { reason: string };
  /** Of an account that was still to be opened: its links open nothing any more. */
  'account.invitation_withdrawn': { reason: string };
  'account.restored': { reason: string };
  /** By an administrator: which of name, address and site, never what they say. */
  'account.changed': { fields: string[] };
  'account.roles_changed': { roles: string[]; by?: 'directory' };
  /**
   * Roles of the police, or another address, wait for a second administrator; what became of it. A role of an area stands as
   * "spoc <id of the area>".
   */
  'account.roles_asked': { roles: string[]; address?: true };
  'account.roles_decided': {
    decision: 'approved' | 'refused' | 'withdrawn';
    roles: string[];
    address?: true;
  };
  /** Single keys for triage, by the person for themselves. */
  'account.keys_switched': { on: boolean };
  'account.sound_switched': { on: boolean };
  /** How they are reached, by themselves: which parts they gave, never what they say; and what they usually wish. */
  'account.contact_changed': {
    telephone: boolean;
    safeTimes: boolean;
    anotherWay: boolean;
    sharingLimit?: string | null;
    callFirst?: boolean | null;
  };
  'session.expired': { why: 'idle' | 'absolute' };
  // Partners
  'organisation.created': { kind: string };
  'organisation.changed': { fields: string[] };
  /** Names of organisations are no content: the one that it had stays findable here. */
  'organisation.renamed': { from: string; to: string };
  /** Numbers and addresses of its own offices, which are public. */
  'organisation.own_contacts_changed': { added: string[]; removed: string[] };
  /** `people`: how many were signed out and could not sign in as before. */
  'organisation.suspended': { reason: string; people: number };
  'organisation.closed': { reason: string; people: number };
  /** A suspension was lifted, or a closed organisation opened again. */
  'organisation.restored': { reason: string; from: 'suspended' | 'closed' };
  'organisation.site_added': { site: string };
  'organisation.site_changed': { site: string; fields: string[] };
  'organisation.accreditation_withdrawn': { site: string; reason: string };
  /** Told so many days before the agreement ends; 0: that it has ended. */
  'organisation.agreement_told': { days: number; endsOn: string };
  // Drafts and submissions
  'draft.started': { formVersion: number };
  /** By an officer, for a partner who telephoned or wrote on paper; `reportedBy` is the account of whoever did. */
  'draft.started_for_partner': {
    formVersion: number;
    channel: string;
    organisationId: Id<'Organisation'>;
    reportedBy: string | null;
  };
  /** By a colleague of `from`, where the organisation's agreement lets one stand in for another. */
  'draft.taken_over': { from: string };
  /** As whoever wrote it can no longer sign in. */
  'draft.given': { from: string; to: string };
  'draft.warned': Record<string, never>;
  /** A draft that says danger rested: how many of the steps were taken by then, the last of them to the partner's lead. */
  'draft.reminded': { reminders: number };
  /** Its time had run out, and it says that somebody is in danger: it stays, and its writer is reminded anew. */
  'draft.kept_in_danger': Record<string, never>;
  'draft.deleted': { why: 'by_hand' | 'expired' };
  'source.sealed': { draftId: Id<'Draft'> };
  /** A text was held against the words of the sealed record, which nobody saw: how many of its words were found there. */
  'source.words_checked': { found: number };
  /** Somebody asks to open the sealed record of a report, or did at once because of danger. */
  'source.opening_asked': { request: Id<'SourceRequest'>; atOnce: boolean };
  'source.opening_decided': { request: Id<'SourceRequest'>; agreed: boolean };
  /** The sealed record was opened and shown to whoever asked. */
  'source.read': { request: Id<'SourceRequest'> };
  'source.requests_read': { request: Id<'SourceRequest'> | null };
  'submission.submitted': {
    formVersion: number;
    channel: string;
    priority: string;
    queue: string;
    rule: string;
    restricted: boolean;
  };
  /** Sealed with the report as it was sent; with no part, its sender said that there is no safe way. */
  'contact_record.sealed': { telephone: boolean; safeTimes: boolean; anotherWay: boolean };
  /** An officer read how to reach whoever sent the report. */
  'contact_record.read': Record<string, never>;
  'submission.read': { part: 'original' | 'own' | 'own_copy' | 'cover' | 'status' };
  /** Information added to a report after it was sent; `raised`: it made the report High. */
  'supplement.added': { danger: string; raised: boolean; reopened?: boolean };
  'supplement.told': { danger: boolean; recipients: number };
  'supplement.marked_read': { count: number };
  'submission.moved': { action: string; from: string; to: string };
  'submission.fell': { from: string; to: string };
  'submission.rerouted': { from: string; to: string };
  'submission.transfer_declined': { from: string; to: string };
  /** By hand, where routing found none or the wrong one; codes of areas. */
  'submission.area_set': { from: string | null; to: string };
  /** Read by FIB alone from now on, by an officer's word; the queue that it left, or null. */
  'submission.restricted': { from: string | null };
  'submission.restriction_lifted': Record<string, never>;
  /** A supervisor put somebody onto the access list of a restricted submission, or took them off it. */
  'submission.access_given': { accountId: Id<'Account'> };
  'submission.access_taken': { accountId: Id<'Account'> };
  'submission.plan_linked': { item: string };
  'submission.plan_unlinked': { item: string };
  'submission.exported': { exportId: Id<'SubmissionExport'>; format: string; purpose: string };
  /** Several at once; what became of each is in events of its own. */
  'submission.bulk': { action: string; asked: number; done: number };
  /** A note for those who may read the original; what it says is not in the trail. */
  'submission.note_written': Record<string, never>;
  'submission.notes_read': Record<string, never>;
  'submission.readings_read': Record<string, never>;
  /** `shown`: the submissions or disseminations of which the list showed the first words. */
  'submission.listed': { queue: string; view: string; shown?: string[] };
  /** Which other submissions were shown as possible matches, by id, and how many were only counted. */
  'matches.read': { shown: string[]; elsewhere: number };
  /** The page of a vehicle, contact, person, place or business: which submissions and disseminations it showed, by id. */
  'entity.read': { kind: string; shown: string[] };
  /** Two are one from now on, or are not: by their ids, which say nothing. */
  'entity.merged': { kind: string; other: Id<'Entity'> };
  'entity.detached': { merge: Id<'EntityMerge'> };
  'submission.related': { kind: string; other: string };
  'submission.unrelated': { kind: string; other: string };
  /** What kind of thing was looked for and how much was found. What was typed is not kept, not even as a hash. */
  /** `page`: of results that were paged by number. */
  'search.made': { kind: string; found: number; page?: number; shown: string[] };
  // Files of a report
  'attachment.added': { draftId: Id<'Draft'>; state: 'clean' | 'quarantined' | 'refused' };
  /** To a report that was sent before. */
  'attachment.sent_later': {
    submissionId: Id<'Submission'>;
    state: 'clean' | 'quarantined' | 'refused';
  };
  'attachment.removed': { draftId: Id<'Draft'>; why: 'by_hand' };
  /** `found` is the scanner's own name of what it found; empty when it found nothing. */
  'attachment.scanned': {
    verdict: 'clean' | 'virus' | 'password' | 'unscannable' | 'unreadable';
    found: string;
  };
  'attachment.opened': { submissionId: Id<'Submission'>; part: 'copy' | 'original' };
  // Triage
  'item.created': { submissionId: Id<'Submission'>; number: number };
  'item.graded': { grade: string };
  /** `kept`: what points at few people and stays; `widened`: what the writer made wider when asked. */
  'item.sanitised': { version: number; warnings: number; kept: number; widened: number };
  'item.approved': { version: number; afterTheFact: boolean };
  /** A second person found that what had gone out at once, and was recalled, should not have gone. */
  'item.sent_back': { version: number; afterTheFact: boolean };
  'item.release_judged_wrong': { version: number; afterTheFact: boolean };
  /** It was a mistake; `number` of its submission. */
  'item.voided': { number: number };
  'item.read': { part: 'whole' | 'sanitised' };
  'item.disseminated': ToWhom & { conditions: boolean };
  'dissemination.acknowledged': ToWhom;
  'dissemination.recalled': ToWhom;
  /** What a recipient said came of it, by its code; FIB's reply, with how many warnings it was kept against. */
  'dissemination.answered': ToWhom & { result: string };
  'dissemination.replied': ToWhom & { warnings: number };
  'dissemination.answers_read': { count: number };
  /** Of one that left the force: what an officer recorded, and how it was done; never with whom. */
  'dissemination.step_recorded': { recipient: string; step: string; means: string };
  'dissemination.step_corrected': { recipient: string; step: string; means: string };
  'dissemination.sheet_read': { as: 'page' | 'pdf' };
  /** The intelligence report of an item. */
  'item.sheet_read': { as: 'page' | 'pdf' | 'json' };
  'dissemination.listed': { view: string };
  'partner.answered': { outcome: string };
  'partner.asked': Record<string, never>;
  /** Somebody without an account was told what was written to them: by which part, in which way, on which day. */
  'partner.told': { to: string; how: string; on: string };
  /** A message that may ask the partner to find out more was confirmed by its writer: kinds of passage, never the words. */
  'partner.written_despite_warning': { warnings: string[] };
  /** `danger` and `raised` as of a supplement. */
  'partner.replied': { danger?: string; raised?: boolean };
  /** By whoever sent the report, of the newest answer: choices alone. */
  'answer.judged': { useful: string; wishes: string[]; again: boolean };
  'partner_message.read': { by: 'partner' | 'police' };
  'high.told': { step: string; recipients: number };
  'high.alert_called': { step: string };
  /** A list of a queue under a name, which the trail does not repeat. */
  'view.saved': { queue: string; shared: boolean };
  'view.removed': { queue: string; shared: boolean };
  /** A text for answers or questions to partners, by its version; taken away: nobody is offered it any more. */
  'reusable_text.written': { for: string; version: number };
  'reusable_text.taken_away': { for: string; version: number };
  // The duty roster; `position` is a step of the duty list
  'duty.entered': { position: string; duties: number };
  'duty.ended': { position: string; running: boolean };
  'duty.absence_recorded': Record<string, never>;
  'duty.absence_ended': Record<string, never>;
  'duty.gap_told': { gaps: number; recipients: number };
  // Tasks
  'task.created': { about: TaskSubject };
  'task.changed': {
    about: TaskSubject;
    change: 'reassigned' | 'due_changed' | 'done' | 'cancelled';
  };
  'task.read': { about: TaskSubject };
  'task.listed': { view: string };
  /** By the partner, of their own report: what did not come by the day that they were promised. */
  /** How often within a month, and the task of the supervisors that it made. */
  'submission.seen_again': { inMonth: number; taskId: Id<'Task'> | null };
  'promise.raised': { next: string; taskId: Id<'Task'> };
  // Records elsewhere and contact with a victim: kinds and versions, never a reference or a text
  'record_link.added': { kind: string; givenByPartner: boolean };
  'record_link.changed': { kind: string; version: number };
  'record_link.removed': { kind: string };
  'record_links.read': Record<string, never>;
  'contact_plan.written': { version: number };
  'contact_plan.contact_recorded': { next: boolean };
  'contact_plan.read': Record<string, never>;
  // Plan and reporting
  'plan.evidence_added': { item: string };
  'plan.status_set': { item: string; status: string };
  'plan.owner_named': { item: string; named: boolean };
  'plan.proposed': { item: string; kind: 'status' | 'evidence' };
  'plan.proposal_decided': { item: string; kind: 'status' | 'evidence'; decision: 'approved' | 'returned' };
  'plan.reviews_told': { items: number };
  'plan.submissions_listed': { item: string };
  'plan.made': { from: string };
  'plan.described': Record<string, never>;
  'plan.item_written': { item: string; change: 'added' | 'changed' | 'ended' };
  'plan.discarded': { from: string };
  'plan.published': { from: string };
  'plan.closed': { from: string };
  'plan.exported': { from: string };
  'plan.words_withheld': { exemption: string; texts: number };
  'plan.words_lifted': { exemption: string };
  'plan.edition_published': { from: string; number: number; withheld: number };
  'plan.edition_taken': { from: string; number: number; as: 'pdf' | 'csv' };
  'plan.relink_asked': { version: number };
  'plan.relinked': { version: number; looked: number; gains: number; losses: number };
  'plan.event_written': { change: 'added' | 'changed'; on: string };
  /** `shown`: the entities that it named. */
  'report.viewed': { report: string; months: string; shown?: string[] };
  /** A product for a meeting or another body, which of them and as what; and once for each report of which it says something. */
  'product.read': { product: string; as: 'page' | 'pdf' };
  'figures.frozen': { quarter: string };
  'audit.read': { filter: string };
  /** As JSON lines, with the same filter: every event of it that was there by then. */
  'audit.exported': { filter: string };
  /** The trail was held against its chain. */
  'audit.verified': { whole: boolean; seal: string; findings: number };
  // Routing rules. `draft` is the id of the draft, `rule` the code of a rule.
  'routing.draft_started': { draft: string; basedOn: number };
  'routing.draft_changed': { draft: string; revision: number; change: string; rule: string };
  'routing.draft_ended': { draft: string; how: 'withdrawn' | 'rejected' };
  'routing.replayed': { draft: string; revision: number; counted: number; differing: number };
  'routing.replay_read': { draft: string; revision: number };
  'routing.publication_asked': { draft: string; revision: number };
  'routing.published': { draft: string; version: number };
  // Retention. `rule` is a code of the pack
  'retention.listed': { view: string };
  'retention.read': Record<string, never>;
  'retention.rules_read': Record<string, never>;
  'retention.shortened': { pack: string };
  /** A report whose time had run out is kept until another day. */
  'retention.kept': { until: string; grounds: string[] };
  'retention.hold_set': Record<string, never>;
  'retention.hold_lifted': Record<string, never>;
  'retention.disposal_proposed': { rule: string };
  'retention.disposal_refused': Record<string, never>;
  /** The report is gone; of which table how many rows went. "attachment" is its files. */
  'retention.disposed': { rule: string; gone: Record<string, number> };
  /** What no person decides about: how many rows a job removed. */
  'retention.cleared': {
    sessions: number;
    invitations: number;
    resets: number;
    limits: number;
    searches?: number;
  };
  /** Everything about a named person was looked for: in how many reports and accounts it was found, never what was typed. */
  'person.looked_for': { reports: number; accounts: number };
  'person.exported': { reports: number; accounts: number };
  // Administration
  /** A part of the settings changed on screen, as a version, from a day on; asked for where it takes another administrator. */
  'setting.changed': { part: string; version: number; from: string; asked: boolean };
  'setting.decided': { part: string; version: number; decision: string };
  /** What was approved for later has begun to hold. */
  'setting.began': { part: string; version: number };
  'pack.loaded': { pack: string; hash: string };
  /** All of the database and so many files left the portal, or came back into it, in a backup sealed for its own key. */
  'backup.made': { files: number };
  'backup.restored': { files: number };
  /** Jobs that were given up have all their tries again: of which name, and how many. */
  'jobs.sent_again': { job: string; count: number };
  /** Records sealed anew under the current key: of which table, how many, and the id of the key. */
  'key.resealed': { what: string; count: number; key: string };
  'demonstration.prepared': Record<string, never>;
};

/**
 * Why somebody who comes from the directory gets in nowhere.
 * - `away`, `declined`, `invalid`: it could not be asked, it let nobody in, or its answer is not one to this browser.
 * - `second_factor`: it does not say that one was used. `unchecked`: it gives nothing by which to ask again later.
 * - `address`: it vouches for no address of the force's own mail. `partner`, `emergency`: that is another kind of account.
 * - `suspended`: by the portal. `no_group`: none that brings a role. `stale`: they showed there who they are too long ago, or
 *   not anew when they were asked to.
 */
export type SignOnRefusal =
  | 'away'
  | 'declined'
  | 'invalid'
  | 'second_factor'
  | 'unchecked'
  | 'address'
  | 'partner'
  | 'emergency'
  | 'suspended'
  | 'no_group'
  | 'stale';

/** The code of a queue, or what kind of recipient without one: never a name. */
type ToWhom = { queue: string } | { recipient: string };

type TaskSubject = 'plan' | 'submission' | 'item' | 'dissemination';

export type AuditType = keyof AuditEvents;

export type SubjectType =
  | 'account'
  | 'session'
  | 'organisation'
  | 'area'
  | 'draft'
  | 'submission'
  | 'attachment'
  | 'intelligence_item'
  | 'entity'
  | 'dissemination'
  | 'plan'
  | 'plan_item'
  | 'task'
  | 'pack'
  | 'report'
  | 'queue'
  | 'reusable_text'
  | 'routing_draft';

/** One event; `subject` is what it is about, where there is one. */
export type AuditEvent = {
  [Type in AuditType]: { type: Type; data: AuditEvents[Type]; subject?: { type: SubjectType; id: string } };
}[AuditType];
