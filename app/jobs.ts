import { randomUUID } from 'node:crypto';
import { sealEvents } from '#app/domain/audit/seal-events.server.ts';
import { sendInvitation } from '#app/domain/people/accounts/send-invitation.server.ts';
import { sendPasswordReset } from '#app/domain/people/accounts/send-password-reset.server.ts';
import { checkSignOns } from '#app/domain/admin/sign-on/check-sign-ons.server.ts';
import { sweepAttachments, clearFile } from '#app/domain/intake/attachments/sweep-attachments.server.ts';
import { depotOf } from '#app/domain/intake/attachments/depot.ts';
import { scanAttachment } from '#app/domain/intake/attachments/scan-attachment.server.ts';
import { callHighAlert } from '#app/domain/reminders/call-alert.server.ts';
import { sendHighMail } from '#app/domain/reminders/send-high-mail.server.ts';
import { sendMail, tellAddressChanged } from '#app/domain/notify/send-mail.server.ts';
import {
  remindAcknowledgements,
  sweepHighAcknowledgements,
} from '#app/domain/reminders/sweep-acknowledgements.server.ts';
import { sweepApprovals } from '#app/domain/reminders/sweep-approvals.server.ts';
import { sweepDangerDrafts } from '#app/domain/reminders/sweep-danger-drafts.server.ts';
import { sweepHigh } from '#app/domain/reminders/sweep-high.server.ts';
import { sweepQueues } from '#app/domain/reminders/sweep-queues.server.ts';
import { sweepNewInformation } from '#app/domain/reminders/sweep-new-information.server.ts';
import { tellNewInformation } from '#app/domain/reminders/tell-new-information.server.ts';
import { sendTrailHead, verifyTrailNightly } from '#app/domain/reminders/verify-trail-nightly.server.ts';
import { tellHigh } from '#app/domain/reminders/tell-high.server.ts';
import { sweepWatch } from '#app/domain/connections/watch/sweep-watch.server.ts';
import { sweepRoster } from '#app/domain/people/duty/sweep-roster.server.ts';
import { stopWaiting } from '#app/domain/triage/partner-messages/stop-waiting.server.ts';
import { expireDrafts } from '#app/domain/intake/drafts/expire-drafts.server.ts';
import { remindPlanReviews } from '#app/domain/reminders/remind-plan-reviews.server.ts';
import { warnAgreements } from '#app/domain/reminders/warn-agreements.server.ts';
import { beginSettings } from '#app/domain/force/begin-settings.server.ts';
import { warnDrafts } from '#app/domain/intake/drafts/warn-drafts.server.ts';
import { relinkPlan } from './domain/routing/relink-plan.server.ts';
import { addUpCounts } from '#app/domain/figures/count-facts.server.ts';
import { freezeFigures } from '#app/domain/figures/freeze-figures.server.ts';
import { clearExpired } from '#app/domain/retention/clear-expired.server.ts';
import { setDue } from '#app/domain/retention/set-due.server.ts';
import { addressOf } from '#app/http/address-of.ts';
import { alertCaller } from '#app/platform/alert.ts';
import type { JobHandlers, Workers } from '#app/platform/jobs/workers.ts';
import { startWorkers } from '#app/platform/jobs/workers.ts';
import { systemCtx, type Portal } from '#app/portal.ts';

/** Which use case works off which queue. */
export function jobHandlers(portal: Portal): JobHandlers {
  const { mailer, config, force } = portal;
  const post = { mailer, force: force.force.name, portalUrl: config.portalUrl, addressOf };
  const depot = depotOf(portal);
  const callAlert = alertCaller(config.alertUrl, config.alertToken);
  const ctx = (job: string) => systemCtx(portal, `Job ${job}`, randomUUID());
  return {
    'send-mail': (data) => sendMail(ctx('send-mail'), post, data),
    'send-invitation': (data) => sendInvitation(ctx('send-invitation'), post, data),
    'tell-address-changed': (data) => tellAddressChanged(post, data),
    'send-password-reset': (data) => sendPasswordReset(ctx('send-password-reset'), post, data),
    'tell-high': (data) =>
      tellHigh(ctx('tell-high'), { alertConfigured: config.alertUrl !== undefined }, data),
    'send-high-mail': (data) => sendHighMail(ctx('send-high-mail'), post, data),
    'call-alert': (data) => callHighAlert(ctx('call-alert'), callAlert, data),
    'call-emergency-alarm': async () => {
      await callAlert({ kind: 'emergency_account', step: 'signed-in', waiting: 1 });
    },
    'check-sign-ons': () => checkSignOns(ctx('check-sign-ons')),
    'tell-new-information': (data) =>
      tellNewInformation(
        ctx('tell-new-information'),
        { alertConfigured: config.alertUrl !== undefined },
        data,
      ),
    'sweep-danger-drafts': () => sweepDangerDrafts(ctx('sweep-danger-drafts')),
    'sweep-new-danger': () => sweepNewInformation(ctx('sweep-new-danger'), { danger: true }),
    'sweep-new-information': () => sweepNewInformation(ctx('sweep-new-information'), { danger: false }),
    'sweep-approvals': () =>
      sweepApprovals(ctx('sweep-approvals'), { alertConfigured: config.alertUrl !== undefined }),
    'sweep-acknowledgements': () =>
      sweepHighAcknowledgements(ctx('sweep-acknowledgements'), {
        alertConfigured: config.alertUrl !== undefined,
      }),
    'remind-acknowledgements': () => remindAcknowledgements(ctx('remind-acknowledgements')),
    'sweep-high': () => sweepHigh(ctx('sweep-high')),
    'sweep-queues': () =>
      sweepQueues(ctx('sweep-queues'), { alertConfigured: config.alertUrl !== undefined }),
    'sweep-watch': async () => void (await sweepWatch(ctx('sweep-watch'))),
    'sweep-roster': () => sweepRoster(ctx('sweep-roster')),
    'stop-waiting': () => stopWaiting(ctx('stop-waiting')),
    'begin-settings': () => beginSettings(ctx('begin-settings')),
    'warn-agreements': () => warnAgreements(ctx('warn-agreements')),
    'remind-plan-reviews': () => remindPlanReviews(ctx('remind-plan-reviews')),
    'warn-drafts': () => warnDrafts(ctx('warn-drafts')),
    'expire-drafts': () => expireDrafts(ctx('expire-drafts')),
    'set-due': () => setDue(ctx('set-due')),
    'relink-plan': () => relinkPlan(ctx('relink-plan')),
    'freeze-figures': async () => {
      await addUpCounts(portal.database.db);
      await freezeFigures(ctx('freeze-figures'));
    },
    'clear-expired': () => clearExpired(ctx('clear-expired')),
    'scan-attachment': (data) => scanAttachment(ctx('scan-attachment'), depot, data),
    'remove-file': (data) => clearFile(ctx('remove-file'), depot, data),
    'sweep-attachments': () => sweepAttachments(ctx('sweep-attachments'), depot),
    'seal-trail': async () => void (await sealEvents(ctx('seal-trail'))),
    'verify-trail': () => verifyTrailNightly(ctx('verify-trail'), portal.log),
    'send-trail-head': (data) => sendTrailHead(ctx('send-trail-head'), post, data),
  };
}

export function startJobs(portal: Portal): Promise<Workers> {
  const onError = (error: Error, name = 'queue') => {
    portal.metrics.jobFailed(name);
    portal.log.error({ err: error, job: name }, 'job failed');
  };
  return startWorkers(portal.database.pool, jobHandlers(portal), onError, {
    keptDays: portal.force.retention.cleared.jobs,
  });
}
