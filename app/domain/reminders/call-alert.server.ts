import type { AlertKind, CallAlert } from '#app/platform/alert.ts';
import type { Db } from '#app/platform/db/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { record } from '../audit/record.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { countHighUnacknowledged } from '../triage/queues/high-unacknowledged.server.ts';
import { highWaiting, approvalsOverdue } from './urgent-overdue.server.ts';
import { fallenSubmissions } from './fallen-submissions.server.ts';
import { recordDelivery } from './high-delivery.server.ts';

/** How many still wait of what an alert is about. */
const waitingOf: Readonly<
  Record<Exclude<AlertKind, 'emergency_account' | 'test'>, (db: Db, now: Date) => Promise<number>>
> = {
  high_waiting: async (db, now) => (await highWaiting(db, now)).count,
  danger_unread: (db, now) => db.submission.count({ where: { newDangerDueAt: { lt: now } } }),
  approval_overdue: approvalsOverdue,
  acknowledgement_overdue: countHighUnacknowledged,
  queue_without_people: async (db, now) => (await fallenSubmissions(db, now)).all,
};

/**
 * Calls the force's alert address for one step, with a count and no content; not once nothing waits any more. A call that
 * fails is tried again by the job.
 */
export async function callHighAlert(
  ctx: SystemCtx,
  callAlert: CallAlert,
  job: Jobs['call-alert'],
): Promise<void> {
  const { submissionId, step } = job;
  const kind = 'kind' in job ? job.kind : 'high_waiting';
  const waiting = await waitingOf[kind](ctx.db, ctx.clock.now());
  if (waiting === 0) return;
  await callAlert({ kind, step, waiting });
  await transaction(ctx.db, async (tx) => {
    if ('noticeId' in job) await recordDelivery(tx, ctx, job.noticeId, 'alert');
    await record(tx, ctx, {
      type: 'high.alert_called',
      data: { step },
      subject: { type: 'submission', id: submissionId },
    });
  });
}
