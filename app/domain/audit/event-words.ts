import type { AuditType } from './events.ts';

/** Every type of event in words, in the order of a list to choose from. A new type does not compile without its words. */
export const auditWords: Readonly<Record<AuditType, string>> = {
  'account.signed_in': 'Signed in',
  'account.sign_in_failed': 'Sign-in failed',
  'account.signed_out': 'Signed out',
  'account.invited': 'Account invited',
  'account.password_set': 'Password set',
  'account.suspended': 'Account suspended',
  'account.restored': 'Account restored',
  'account.roles_changed': 'Roles changed',
  'session.expired': 'Session ended',
  'organisation.created': 'Organisation registered',
  'organisation.changed': 'Organisation changed',
  'draft.started': 'Draft started',
  'draft.deleted': 'Draft deleted',
  'source.sealed': 'Source sealed',
  'source.words_checked': 'Text checked against a sealed source',
  'submission.submitted': 'Submission received',
  'submission.read': 'Submission read',
  'submission.moved': 'Submission moved on',
  'submission.rerouted': 'Submission re-routed',
  'submission.plan_linked': 'Submission linked to the plan',
  'submission.plan_unlinked': 'Link to the plan removed',
  'submission.listed': 'Submissions listed',
  'attachment.added': 'File added to a draft',
  'attachment.removed': 'File removed from a draft',
  'attachment.scanned': 'File scanned',
  'attachment.opened': 'File opened',
  'item.created': 'Item created',
  'item.graded': 'Item graded',
  'item.sanitised': 'Item sanitised',
  'item.approved': 'Item approved',
  'item.read': 'Item read',
  'item.disseminated': 'Item disseminated',
  'dissemination.acknowledged': 'Dissemination acknowledged',
  'partner.answered': 'Partner answered',
  'partner.asked': 'Partner asked',
  'partner.written_despite_warning': 'Message to a partner sent despite a warning',
  'partner.replied': 'Partner replied',
  'partner_message.read': 'Messages with a partner read',
  'high.told': 'Duty list told of a High submission',
  'high.alert_called': 'Alert address called',
  'duty.entered': 'Duty entered in the roster',
  'duty.ended': 'Duty ended or taken out of the roster',
  'duty.absence_recorded': 'Absence recorded',
  'duty.absence_ended': 'Absence ended',
  'duty.gap_told': 'Supervisors told of a gap in the roster',
  'plan.evidence_added': 'Evidence added to the plan',
  'report.viewed': 'Figures viewed',
  'figures.frozen': 'Figures of a month frozen',
  'audit.read': 'Audit trail read',
  'pack.loaded': 'Force pack loaded',
  'demonstration.prepared': 'Demonstration prepared',
};

export const auditTypes = Object.keys(auditWords) as AuditType[];

/** The words of a stored type; one that this version no longer knows shows as it is stored. */
export const auditTypeWords = (type: string): string => (isAuditType(type) ? auditWords[type] : type);

export const isAuditType = (type: string): type is AuditType => Object.hasOwn(auditWords, type);
