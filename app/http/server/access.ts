import { has, type Actor, type Role } from '#app/domain/kernel/actor.ts';
import { taskRoles } from '#app/domain/kernel/actor.ts';

/**
 * Who may enter a route: anyone; whoever is signed in;
 * or the holders of one of these roles. What a person sees behind the door is decided again by the use case.
 */
export type Access = 'anyone' | 'signed_in' | readonly Role[];

const reporters = ['reporter'] as const;
const administrators = ['administrator'] as const;
const partnerLeads = ['partner_lead'] as const;
/** Leads read a report and answer about it where the agreement lets them stand in: the use case says. */
const reportReaders = [...reporters, ...partnerLeads] as const;
const fib = ['fib_officer', 'fib_supervisor'] as const;
const triage = ['fib_officer', 'fib_supervisor', 'spoc'] as const;
/** Partners write their own reports, officers what they enter for a partner: the use case tells the two apart. */
const writers = [...reporters, ...triage] as const;
/** What they see of a submission ranges from its text to its mere existence: the use case says. */
const submissionReaders = ['fib_officer', 'fib_supervisor', 'spoc', 'area_lead', 'mds_lead'] as const;
const ruleWriters = ['fib_supervisor'] as const;
const queueReaders = ['fib_officer', 'fib_supervisor', 'spoc', 'area_lead'] as const;
const planReaders = [
  'mds_lead',
  'plan_contributor',
  'fib_officer',
  'fib_supervisor',
  'spoc',
  'area_lead',
  'administrator',
] as const;

/** The permission map: every pattern of routes.ts stands here exactly once (tested). What is not here is refused. */
export const access: Record<string, Access> = {
  '/': 'anyone',
  '/theme.css': 'anyone',
  '/health/live': 'anyone',
  '/health/ready': 'anyone',
  '/health/urgent': 'anyone',

  '/sign-in': 'anyone',
  '/sign-in/kept': 'anyone',
  '/stay-signed-in': 'signed_in',
  '/start-here': 'signed_in',
  '/sign-out': 'signed_in',
  '/invitation/:token': 'anyone',
  '/exit': 'anyone',

  '/reports': reporters,
  '/reports/new': reporters,
  '/reports/colleagues': reporters,
  '/reports/drafts/:draftId': writers,
  '/reports/drafts/:draftId/pages/:pageId': writers,
  '/reports/drafts/:draftId/lists/:sectionId': writers,
  '/reports/drafts/:draftId/lists/:sectionId/new': writers,
  '/reports/drafts/:draftId/lists/:sectionId/:itemId': writers,
  '/reports/drafts/:draftId/lists/:sectionId/:itemId/remove': writers,
  '/reports/drafts/:draftId/unfinished/:of/:id': writers,
  '/reports/drafts/:draftId/files': writers,
  '/reports/drafts/:draftId/files/:fileId/remove': writers,
  '/reports/drafts/:draftId/check': writers,
  '/reports/drafts/:draftId/take-over': reporters,
  '/reports/drafts/:draftId/delete': writers,
  '/reports/:submissionId': reportReaders,
  '/reports/:submissionId/sent': writers,
  '/reports/:submissionId/receipt.pdf': writers,
  '/reports/:submissionId/copy.pdf': reporters,
  '/reports/:submissionId/add': reporters,
  '/reports/:submissionId/reply': reportReaders,
  '/reports/:submissionId/withdraw': reporters,

  '/reporting': ['mds_lead', 'fib_supervisor'],
  '/reporting/published': ['area_lead', 'spoc', 'plan_contributor', 'mds_lead', 'fib_supervisor'],
  '/reporting/events/:eventId': ['mds_lead', 'fib_supervisor'],

  '/plan': planReaders,
  '/plan/:code': planReaders,
  '/plan/:code/status': planReaders,
  '/plan/:code/owner': ['mds_lead'],
  '/plan/:code/tasks/new': taskRoles,

  '/approvals': ['fib_supervisor'],
  '/queues': queueReaders,
  '/queues/urgent': triage,
  '/queues/mine': triage,
  '/queues/contacts': triage,
  '/queues/:queueCode': queueReaders,
  '/queues/:queueCode/views': triage,
  '/search': triage,
  '/submissions/new-for-partner': triage,
  '/submissions/new-for-partner/:organisationId': triage,
  '/queues/:queueCode/bulk': triage,
  '/submissions/:submissionId': submissionReaders,
  '/submissions/:submissionId/actions/:action': triage,
  '/submissions/:submissionId/new-information': triage,
  '/submissions/:submissionId/items/new': triage,
  '/submissions/:submissionId/notes/new': triage,
  '/submissions/:submissionId/told': triage,
  '/submissions/:submissionId/export': triage,
  '/exports/:exportId': triage,
  '/submissions/:submissionId/tasks/new': triage,
  '/submissions/:submissionId/plan-links': submissionReaders,
  '/submissions/:submissionId/records': triage,
  '/submissions/:submissionId/records/add/:kind': triage,
  '/submissions/:submissionId/records/:linkId': triage,
  '/submissions/:submissionId/contact-plan': triage,
  '/submissions/:submissionId/contact-plan/write': triage,
  '/submissions/:submissionId/matches': triage,
  '/submissions/:submissionId/links': triage,
  '/attachments/:attachmentId': triage,
  '/attachments/:attachmentId/original': triage,
  '/items/:itemId': triage,
  '/items/:itemId/history': triage,
  '/items/:itemId/tasks/new': triage,
  '/items/:itemId/sanitise': triage,
  '/items/:itemId/approve': triage,
  '/items/:itemId/disseminate': triage,
  '/items/:itemId/disseminate/outside': triage,
  '/items/:itemId/disseminate/lead': triage,
  '/disseminations': fib,
  '/high': ['mds_lead'],
  '/significant': ['mds_lead'],
  '/disseminations/:disseminationId': [...triage, 'mds_lead'],
  '/disseminations/:disseminationId/sheet': fib,
  '/disseminations/:disseminationId/sheet.pdf': fib,
  '/disseminations/:disseminationId/record/:step': fib,
  '/disseminations/:disseminationId/recall': triage,
  '/disseminations/:disseminationId/answer': [...triage, 'mds_lead'],
  '/disseminations/:disseminationId/reply': [...triage, 'mds_lead'],
  '/disseminations/:disseminationId/answers-read': [...triage, 'mds_lead'],
  '/disseminations/:disseminationId/tasks/new': [...triage, 'mds_lead'],

  '/duty': triage,
  '/duty/new': triage,
  '/duty/absences/new': triage,
  '/duty/absences/:absenceId/end': triage,
  '/duty/:entryId/end': triage,

  '/routing': ['fib_officer', 'fib_supervisor', 'mds_lead'],
  '/routing/draft': ruleWriters,
  '/routing/draft/new-rule': ruleWriters,
  '/routing/draft/rules/:ruleCode': ruleWriters,
  '/routing/draft/rules/:ruleCode/remove': ruleWriters,
  '/routing/draft/replay': ruleWriters,
  '/routing/draft/withdraw': ruleWriters,
  '/routing/draft/decide': ruleWriters,
  '/tasks': taskRoles,
  '/tasks/:taskId': taskRoles,

  '/administration/organisations': administrators,
  '/administration/organisations/new': administrators,
  '/administration/organisations/:organisationId': administrators,
  '/administration/accounts': administrators,
  '/administration/accounts/new': administrators,
  '/administration/accounts/:accountId': administrators,
  '/administration/areas': administrators,
  '/administration/form-versions': administrators,
  '/administration/form-versions/compare': administrators,
  '/administration/form-versions/:version/try': administrators,

  '/organisation': partnerLeads,
  '/organisation/invite': partnerLeads,

  '/audit': ['auditor'],

  '/demonstration/mail': 'anyone',
  '/demonstration/mail/:id': 'anyone',

  '/help': 'anyone',
  '/help/signs': 'anyone',
  '/help/examples': 'anyone',
  '/help/prompt-sheet': 'anyone',
  '/help/keyboard': triage,
  '/help/triage': triage,
  '/help/exit': 'anyone',
  '/privacy': 'anyone',
  '/cookies': 'anyone',
  '/accessibility': 'anyone',

  '/*': 'anyone',
};

export type Entry = 'enter' | 'sign_in' | 'not_found';

/** Whether this person may enter this route. A route they may not know of looks as if it did not exist. */
export function mayEnter(pattern: string, actor: Actor | null): Entry {
  const rule = access[pattern];
  if (rule === undefined) return 'not_found';
  if (rule === 'anyone') return 'enter';
  if (!actor) return 'sign_in';
  if (rule === 'signed_in') return 'enter';
  return has(actor, ...rule) ? 'enter' : 'not_found';
}
