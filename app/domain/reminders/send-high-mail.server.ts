import { highWaiting, type HighRecipient } from '#emails/messages.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { recordDelivery } from './high-delivery.server.ts';
import { highWaiting as highWaitingNow } from './urgent-overdue.server.ts';
import type { Post } from '../notify/send-mail.server.ts';

const recipientOf: Record<Jobs['send-high-mail']['position'], HighRecipient> = {
  duty_officer: 'duty_list',
  deputy: 'deputy',
  fib_supervisor: 'fib_supervisor',
  duty_inspector: 'duty_inspector',
};

/** Tells one person in line how many High submissions wait and for how long. Once none waits, it tells nothing. @throws MailNotSent */
export async function sendHighMail(ctx: SystemCtx, post: Post, data: Jobs['send-high-mail']): Promise<void> {
  const account = await ctx.db.account.findFirst({
    where: { id: data.accountId, status: 'active' },
    select: { email: true },
  });
  const { count, since } = await highWaitingNow(ctx.db, ctx.clock.now());
  if (!account || count === 0 || !since) return;
  const minutes = Math.max(0, Math.floor((ctx.clock.now().getTime() - since.getTime()) / 60_000));
  const link = { force: post.force, portalUrl: post.portalUrl, path: post.addressOf('urgent') };
  // An address that is refused for good fails as well: the duty list then has a hole, which must be seen.
  await post.mailer.send({
    to: account.email,
    ...highWaiting({
      ...link,
      recipient: data.standIn ? 'stand_in' : recipientOf[data.position],
      waiting: count,
      minutes,
    }),
  });
  await transaction(ctx.db, (tx) => recordDelivery(tx, ctx, data.noticeId, 'mail'));
}
