import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import type { QueueFilter } from '../../submission/queue-filter.ts';
import { queueViewOf } from '../../submission/queue-views.ts';
import { queuesHeld } from '../../submission/queues-held.server.ts';
import { neighboursIn, type Neighbours } from './queue-list.server.ts';

/**
 * What stands before and after a submission in the view from which it was opened, for who may list that view. Says nothing of
 * them, so it is no reading.
 */
export async function neighbours(
  ctx: Ctx,
  input: { queueCode: string; view: string; filter: QueueFilter; submissionId: Id<'Submission'> },
): Promise<Neighbours> {
  const view = queueViewOf(input.view);
  if (view?.scope !== 'primary') return { previous: null, next: null };
  return transaction(ctx.db, async (tx) => {
    const queue = (await queuesHeld(tx, ctx.actor)).find(({ code }) => code === input.queueCode);
    return queue ? neighboursIn(tx, ctx, queue, input) : { previous: null, next: null };
  });
}
