import { trailVerified } from '#emails/messages.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import type { Log } from '#app/platform/log.ts';
import { headText } from '../audit/seal.ts';
import { verifyTrail } from '../audit/verify-trail.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { deliver, type Post } from '../notify/send-mail.server.ts';

/**
 * Each night: holds the trail against its chain, and keeps its newest head outside the database, in the log and in a mail to
 * every auditor. Who cuts the end off the trail has to reach those as well.
 */
export async function verifyTrailNightly(ctx: SystemCtx, log: Log): Promise<void> {
  const verification = await verifyTrail(ctx, 'recent');
  const { id, seal, events, findings } = verification;
  const line = { seal: String(seal), head: headText(verification), events: String(events), findings };
  if (findings > 0) log.error(line, 'the audit trail is not as it was sealed');
  else log.info(line, 'the audit trail is as it was sealed');
  await transaction(ctx.db, async (tx) => {
    for (const accountId of await roleHolders(tx, 'auditor'))
      await enqueue(tx, { name: 'send-trail-head', data: { accountId, verificationId: id } });
  });
}

/** One mail to one auditor, without content: what the look found, in number, and the newest head. */
export async function sendTrailHead(
  ctx: SystemCtx,
  post: Post,
  { accountId, verificationId }: Jobs['send-trail-head'],
): Promise<void> {
  const to = await ctx.db.account.findFirst({ where: { id: accountId, status: 'active' } });
  const verification = await ctx.db.auditVerification.findUnique({ where: { id: verificationId } });
  if (!to || !verification) return;
  const { startedAt: at, seal, findings } = verification;
  const { force, portalUrl, addressOf } = post;
  const path = addressOf('trail-verification');
  const message = trailVerified({
    force,
    portalUrl,
    path,
    at,
    findings,
    seal,
    head: headText(verification),
  });
  await deliver(post, to.email, message);
}
