import type { RouteConfig, RouteConfigEntry } from '@react-router/dev/routes';

/** Plain data: links are made from it as well, where the router's tools are not installed. */
export type SiteEntry = RouteConfigEntry & { children?: SiteEntry[] };

const index = (file: string): SiteEntry => ({ index: true, file });
const route = (path: string, file: string): SiteEntry => ({ path, file });
const layout = (file: string, children: SiteEntry[]): SiteEntry => ({ file, children });

/**
 * The site map. Each route says in its handle who may enter, a layout how what is in it is marked and in which section it
 * is; `npm run routes` prints all of it as one table.
 */
export default [
  index('routes/home.tsx'),
  route('theme.css', 'routes/theme.ts'),
  route('health/live', 'routes/health/live.ts'),
  route('health/ready', 'routes/health/ready.ts'),
  route('health/urgent', 'routes/health/urgent.ts'),

  // Identity
  route('sign-in', 'routes/identity/sign-in.tsx'),
  route('sign-in/kept', 'routes/identity/kept-form.tsx'),
  route('sign-in/force', 'routes/identity/force-account.tsx'),
  route('sign-in/force/return', 'routes/identity/force-account-return.tsx'),
  route('sign-in/force/ended', 'routes/identity/force-account-ended.ts'),
  route('signed-out', 'routes/identity/signed-out.tsx'),
  route('confirm', 'routes/identity/confirm.tsx'),
  route('stay-signed-in', 'routes/identity/stay-signed-in.tsx'),
  route('account', 'routes/identity/account.tsx'),
  route('account/password', 'routes/identity/change-password.tsx'),
  route('account/sessions', 'routes/identity/sessions.tsx'),
  route('account/second-factor', 'routes/identity/factors.tsx'),
  route('account/second-factor/passkey', 'routes/identity/factor-passkey.tsx'),
  route('account/second-factor/app', 'routes/identity/factor-app.tsx'),
  route('account/second-factor/codes', 'routes/identity/recovery-codes.tsx'),
  route('danger-report', 'routes/identity/danger-report.tsx'),
  route('suspended', 'routes/identity/suspended.tsx'),
  route('start-here', 'routes/identity/start-here.tsx'),
  route('sign-out', 'routes/identity/sign-out.tsx'),
  route('invitation/:token', 'routes/identity/invitation.tsx'),
  route('forgotten-password', 'routes/identity/forgotten-password.tsx'),
  route('forgotten-password/asked', 'routes/identity/reset-asked.tsx'),
  route('reset-password/:token', 'routes/identity/reset-password.tsx'),
  route('exit', 'routes/identity/exit.ts'),

  // A partner's reports
  layout('routes/layouts/reports.ts', [
    route('reports', 'routes/reports/list.tsx'),
    route('reports/new', 'routes/reports/new.tsx'),
    route('reports/colleagues', 'routes/reports/colleagues.tsx'),
    route('reports/drafts/:draftId', 'routes/reports/draft.tsx'),
    route('reports/drafts/:draftId/pages/:pageId', 'routes/reports/page.tsx'),
    route('reports/drafts/:draftId/lists/:sectionId', 'routes/reports/items.tsx'),
    route('reports/drafts/:draftId/lists/:sectionId/new', 'routes/reports/item-new.ts'),
    route('reports/drafts/:draftId/lists/:sectionId/:itemId', 'routes/reports/item.tsx'),
    route('reports/drafts/:draftId/lists/:sectionId/:itemId/remove', 'routes/reports/item-remove.tsx'),
    route('reports/drafts/:draftId/unfinished', 'routes/reports/unfinished-remove-all.tsx'),
    route('reports/drafts/:draftId/unfinished/:of/:id', 'routes/reports/unfinished-remove.tsx'),
    route('reports/drafts/:draftId/files', 'routes/reports/files.tsx'),
    route('reports/drafts/:draftId/files/:fileId/remove', 'routes/reports/file-remove.tsx'),
    route('reports/drafts/:draftId/send-now', 'routes/reports/send-now.tsx'),
    route('reports/drafts/:draftId/check', 'routes/reports/check.tsx'),
    route('reports/drafts/:draftId/take-over', 'routes/reports/take-over.tsx'),
    route('reports/drafts/:draftId/delete', 'routes/reports/draft-delete.tsx'),
    route('reports/:submissionId', 'routes/reports/submission.tsx'),
    route('reports/:submissionId/sent', 'routes/reports/sent.tsx'),
    route('reports/:submissionId/receipt.pdf', 'routes/reports/receipt.ts'),
    route('reports/:submissionId/copy.pdf', 'routes/reports/copy.ts'),
    route('reports/:submissionId/add', 'routes/reports/add.tsx'),
    route('reports/:submissionId/add/:part', 'routes/reports/add-part.tsx'),
    route('reports/:submissionId/files', 'routes/reports/add-files.tsx'),
    route('reports/:submissionId/seen-again', 'routes/reports/seen-again.tsx'),
    route('reports/:submissionId/reply', 'routes/reports/reply.tsx'),
    route('reports/:submissionId/withdraw', 'routes/reports/withdraw.tsx'),
  ]),

  // Triage
  layout('routes/layouts/triage.ts', [
    route('approvals', 'routes/approvals.tsx'),
    route('queues', 'routes/queues/queues.tsx'),
    route('queues/urgent', 'routes/queues/urgent.tsx'),
    route('queues/postcode', 'routes/queues/postcode.tsx'),
    route('queues/handover', 'routes/queues/handover.tsx'),
    route('queues/mine', 'routes/queues/mine.tsx'),
    route('queues/away', 'routes/queues/away.tsx'),
    route('queues/news', 'routes/queues/news.ts'),
    route('queues/contacts', 'routes/queues/contacts.tsx'),
    route('queues/:queueCode', 'routes/queues/queue.tsx'),
    route('queues/:queueCode/bulk', 'routes/queues/bulk.tsx'),
    route('queues/:queueCode/views', 'routes/queues/views.tsx'),
    route('texts', 'routes/texts/texts.tsx'),
    route('texts/:textId', 'routes/texts/text.tsx'),
    route('submissions/new-for-partner', 'routes/submissions/new-for-partner.tsx'),
    route('submissions/new-for-partner/:organisationId', 'routes/submissions/for-partner.tsx'),
    route('submissions/:submissionId', 'routes/submissions/submission.tsx'),
    route('submissions/:submissionId/actions/:action', 'routes/submissions/action.tsx'),
    route('submissions/:submissionId/end', 'routes/submissions/end.tsx'),
    route('submissions/:submissionId/new-information', 'routes/submissions/new-information.tsx'),
    route('submissions/:submissionId/notes/new', 'routes/submissions/note-new.tsx'),
    route('submissions/:submissionId/reach', 'routes/submissions/reach.tsx'),
    route('submissions/:submissionId/source', 'routes/submissions/source.tsx'),
    route('submissions/:submissionId/source/ask', 'routes/submissions/source-ask.tsx'),
    route('submissions/:submissionId/told', 'routes/submissions/told.tsx'),
    route('submissions/:submissionId/export', 'routes/submissions/export.tsx'),
    route('exports/:exportId', 'routes/exports/exported.ts'),
    route('submissions/:submissionId/tasks/new', 'routes/submissions/task-new.tsx'),
    route('submissions/:submissionId/plan-links', 'routes/submissions/plan-links.tsx'),
    route('submissions/:submissionId/records', 'routes/submissions/records/records.tsx'),
    route('submissions/:submissionId/records/add/:kind', 'routes/submissions/records/add.tsx'),
    route('submissions/:submissionId/records/:linkId', 'routes/submissions/records/record.tsx'),
    route('submissions/:submissionId/contact-plan', 'routes/submissions/contact-plan/contact-plan.tsx'),
    route('submissions/:submissionId/contact-plan/write', 'routes/submissions/contact-plan/write.tsx'),
    route('submissions/:submissionId/matches', 'routes/submissions/matches.tsx'),
    route('submissions/:submissionId/links', 'routes/submissions/links.tsx'),
    route('submissions/:submissionId/report', 'routes/intelligence-report/submission.tsx'),
    route('submissions/:submissionId/report.pdf', 'routes/intelligence-report/submission-pdf.ts'),
    route('submissions/:submissionId/seen', 'routes/submissions/seen.tsx'),
    route('search', 'routes/search.tsx'),
    route('entities/:entityId', 'routes/entities/entity.tsx'),
    route('search/:searchId', 'routes/search/results.tsx'),
    route('attachments/:attachmentId', 'routes/attachments/open.ts'),
    route('attachments/:attachmentId/original', 'routes/attachments/original.ts'),
    route('items/:itemId', 'routes/items/item.tsx'),
    route('items/:itemId/report', 'routes/intelligence-report/item.tsx'),
    route('items/:itemId/report.pdf', 'routes/intelligence-report/item-pdf.ts'),
    route('items/:itemId/report.json', 'routes/intelligence-report/item-json.ts'),
    route('items/:itemId/history', 'routes/items/history.tsx'),
    route('items/:itemId/tasks/new', 'routes/items/task-new.tsx'),
    route('items/:itemId/void', 'routes/items/void.tsx'),
    route('items/:itemId/sanitise', 'routes/items/sanitise.tsx'),
    route('items/:itemId/approve', 'routes/items/approve.tsx'),
    route('items/:itemId/disseminate', 'routes/items/disseminate.tsx'),
    route('items/:itemId/disseminate/outside', 'routes/items/disseminate-outside.tsx'),
    route('items/:itemId/disseminate/lead', 'routes/items/disseminate-lead.tsx'),
    route('disseminations', 'routes/disseminations/disseminations.tsx'),
    route('high', 'routes/high.tsx'),
    route('high/ended', 'routes/high-ended.tsx'),
    route('significant', 'routes/significant.tsx'),
    route('disseminations/:disseminationId', 'routes/disseminations/dissemination.tsx'),
    route('disseminations/:disseminationId/sheet', 'routes/disseminations/sheet.tsx'),
    route('disseminations/:disseminationId/sheet.pdf', 'routes/disseminations/sheet-pdf.ts'),
    route('disseminations/:disseminationId/report', 'routes/intelligence-report/received.tsx'),
    route('disseminations/:disseminationId/report.pdf', 'routes/intelligence-report/received-pdf.ts'),
    route('disseminations/:disseminationId/record/:step', 'routes/disseminations/outside-step.tsx'),
    route('disseminations/:disseminationId/recall', 'routes/disseminations/recall.tsx'),
    route('disseminations/:disseminationId/answer', 'routes/disseminations/answer.tsx'),
    route('disseminations/:disseminationId/results/:linkId', 'routes/disseminations/result.tsx'),
    route('disseminations/:disseminationId/reply', 'routes/disseminations/reply.tsx'),
    route('disseminations/:disseminationId/answers-read', 'routes/disseminations/answers-read.tsx'),
    route('disseminations/:disseminationId/tasks/new', 'routes/disseminations/task-new.tsx'),
  ]),

  // Sealed sources
  layout('routes/layouts/sources.ts', [
    route('sources', 'routes/sources/requests.tsx'),
    route('sources/:openingId', 'routes/sources/request.tsx'),
  ]),

  // Retention
  layout('routes/layouts/retention.ts', [
    route('retention', 'routes/retention/list.tsx'),
    route('retention/selected', 'routes/retention/selected.tsx'),
    route('retention/find-person', 'routes/retention/find-person.tsx'),
    route('retention/:submissionId', 'routes/retention/report.tsx'),
    route('retention/:submissionId/keep', 'routes/retention/keep.tsx'),
    route('retention/:submissionId/hold', 'routes/retention/hold.tsx'),
    route('retention/:submissionId/dispose', 'routes/retention/dispose.tsx'),
  ]),

  // The duty roster
  layout('routes/layouts/duty.ts', [
    route('duty', 'routes/duty/roster.tsx'),
    route('duty/new', 'routes/duty/new.tsx'),
    route('duty/absences/new', 'routes/duty/absence-new.tsx'),
    route('duty/absences/:absenceId/end', 'routes/duty/absence-end.tsx'),
    route('duty/:entryId/end', 'routes/duty/end.tsx'),
  ]),

  // Reporting
  layout('routes/layouts/figures.ts', [
    route('reporting', 'routes/reporting/volumes.tsx'),
    route('reporting/published', 'routes/reporting/published.tsx'),
    route('reporting/published/file', 'routes/reporting/published-file.ts'),
    route('reporting/course', 'routes/reporting/course.tsx'),
    route('reporting/measures/:code', 'routes/reporting/measure.tsx'),
    route('reporting/areas/:areaId', 'routes/reporting/own-area.tsx'),
    route('reporting/events/:eventId', 'routes/reporting/event.tsx'),
  ]),

  // The delivery plan
  layout('routes/layouts/plan.ts', [
    route('plan', 'routes/plan/plan.tsx'),
    route('plan/:code', 'routes/plan/item.tsx'),
    route('plan/:code/status', 'routes/plan/status.tsx'),
    route('plan/:code/owner', 'routes/plan/owner.tsx'),
    route('plan/:code/tasks/new', 'routes/plan/task-new.tsx'),
    route('plan/:code/evidence/:evidenceId', 'routes/plan/supersede.tsx'),
    // Plans by year
    route('plans', 'routes/plans/plans.tsx'),
    route('plans/new', 'routes/plans/plan-new.tsx'),
    route('plans/proposals', 'routes/plans/proposals.tsx'),
    route('plans/proposals/:proposalId', 'routes/plans/proposal.tsx'),
    route('plans/events', 'routes/plans/events.tsx'),
    route('plans/events/new', 'routes/plans/event-new.tsx'),
    route('plans/events/:eventId', 'routes/plans/event.tsx'),
    route('plans/:planId', 'routes/plans/plan.tsx'),
    route('plans/:planId/details', 'routes/plans/plan-details.tsx'),
    route('plans/:planId/publish', 'routes/plans/publish.tsx'),
    route('plans/:planId/discard', 'routes/plans/discard.tsx'),
    route('plans/:planId/close', 'routes/plans/close.tsx'),
    route('plans/:planId/export', 'routes/plans/export.ts'),
    route('plans/:planId/add/:kind', 'routes/plans/item-new.tsx'),
    route('plans/:planId/items/:planItemId', 'routes/plans/item.tsx'),
    route('plans/:planId/items/:planItemId/end', 'routes/plans/item-end.tsx'),
  ]),

  // Tasks
  layout('routes/layouts/tasks.ts', [
    route('tasks', 'routes/tasks/tasks.tsx'),
    route('tasks/:taskId', 'routes/tasks/task.tsx'),
  ]),

  // Routing rules
  layout('routes/layouts/routing.ts', [
    route('routing', 'routes/routing/rules.tsx'),
    route('routing/draft', 'routes/routing/draft.tsx'),
    route('routing/draft/new-rule', 'routes/routing/rule-new.tsx'),
    route('routing/draft/rules/:ruleCode', 'routes/routing/rule.tsx'),
    route('routing/draft/rules/:ruleCode/remove', 'routes/routing/rule-remove.tsx'),
    route('routing/draft/replay', 'routes/routing/replay.tsx'),
    route('routing/draft/withdraw', 'routes/routing/withdraw.tsx'),
    route('routing/draft/decide', 'routes/routing/decide.tsx'),
  ]),

  // Administration
  route('administration/organisations', 'routes/administration/organisations.tsx'),
  route('administration/organisations/new', 'routes/administration/organisation-new.tsx'),
  route('administration/organisations/:organisationId', 'routes/administration/organisation.tsx'),
  route('administration/organisations/:organisationId/name', 'routes/administration/organisation-name.tsx'),
  route('administration/organisations/:organisationId/sites/new', 'routes/administration/site-new.tsx'),
  route('administration/organisations/:organisationId/sites/:siteId', 'routes/administration/site.tsx'),
  route(
    'administration/organisations/:organisationId/:change',
    'routes/administration/organisation-status.tsx',
  ),
  route('administration/accounts', 'routes/administration/accounts.tsx'),
  route('administration/accounts/new', 'routes/administration/account-new.tsx'),
  route('administration/accounts/:accountId', 'routes/administration/account.tsx'),
  route('administration/accounts/:accountId/details', 'routes/administration/account-details.tsx'),
  route('administration/accounts/:accountId/roles', 'routes/administration/account-roles.tsx'),
  route('administration/accounts/:accountId/suspend', 'routes/administration/account-suspend.tsx'),
  route('administration/accounts/:accountId/second-factor', 'routes/administration/lost-factor.tsx'),
  route('administration/role-requests', 'routes/administration/role-requests.tsx'),
  route('administration/role-requests/:requestId', 'routes/administration/role-request.tsx'),

  route('administration/retention', 'routes/administration/retention.tsx'),
  route('administration/jobs', 'routes/administration/jobs.tsx'),
  route('administration/areas', 'routes/administration/areas.tsx'),
  route('administration/form-versions', 'routes/administration/form-versions.tsx'),
  route('administration/form-versions/compare', 'routes/administration/form-versions-compare.tsx'),
  route('administration/form-versions/:version', 'routes/administration/form-version.tsx'),

  // A partner lead’s organisation
  route('organisation', 'routes/organisation/organisation.tsx'),
  route('organisation/lost-factor', 'routes/organisation/lost-factor.tsx'),
  route('organisation/invite', 'routes/organisation/invite.tsx'),
  route('organisation/members/:accountId', 'routes/organisation/member.tsx'),

  // Audit
  route('audit', 'routes/audit/trail.tsx'),
  route('audit/verification', 'routes/audit/verification.tsx'),
  route('audit/export', 'routes/audit/export.ts'),

  // The demonstration’s mail
  route('demonstration/mail', 'routes/demonstration/mail.tsx'),
  route('demonstration/mail/:id', 'routes/demonstration/message.tsx'),

  // About the portal
  route('help', 'routes/help/help.tsx'),
  route('help/signs', 'routes/help/signs.tsx'),
  route('help/examples', 'routes/help/examples.tsx'),
  route('help/prompt-sheet', 'routes/help/prompt-sheet.tsx'),
  route('help/sheets/:sheet', 'routes/help/sheet.ts'),
  route('help/keyboard', 'routes/help/keyboard.tsx'),
  route('help/sound', 'routes/help/sound.tsx'),
  route('help/triage', 'routes/help/triage.tsx'),
  route('help/exit', 'routes/help/exit.tsx'),
  route('privacy', 'routes/about/privacy.tsx'),
  route('cookies', 'routes/about/cookies.tsx'),
  route('accessibility', 'routes/about/accessibility.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
