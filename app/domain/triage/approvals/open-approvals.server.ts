import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import {
  readyForApproval,
  sentAtOnce,
  type ReadyForApproval,
  type SentAtOnce,
} from './approvals-waiting.server.ts';
import { requestsWaiting, type RequestLine } from './protection-requests.server.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';

export type Approvals = {
  now: Date;
  sent: SentAtOnce[];
  ready: (ReadyForApproval & { own: boolean })[];
  requests: (RequestLine & { own: boolean })[];
};

/**
 * Everything that an FIB supervisor has to approve or decide. `own`: they wrote or graded it, or asked for it, so
 * another supervisor must. @throws NotFound
 */
export async function openApprovals(ctx: Ctx): Promise<Approvals> {
  if (!isFibSupervisor(ctx.actor)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    await record(tx, ctx, { type: 'submission.listed', data: { queue: 'approvals', view: 'waiting' } });
    const ready = await readyForApproval(tx);
    const requests = await requestsWaiting(tx);
    const me = ctx.actor.accountId;
    return {
      now: ctx.clock.now(),
      sent: await sentAtOnce(tx, ctx),
      ready: ready.map((text) => ({ ...text, own: text.makers.includes(me) })),
      requests: requests.map((request) => ({ ...request, own: request.askedById === me })),
    };
  });
}
