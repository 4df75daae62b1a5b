import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { maySeeRawText } from './standing.ts';
import { lockHandled, readHandled, type Handled } from './subject.server.ts';

/**
 * A submission whose original the officer may read, for what hangs on it and tells as much; for everybody else there is
 * nothing. A change locks it first. @throws NotFound
 */
export async function originalFor(
  tx: Tx,
  ctx: Ctx,
  submissionId: string,
  purpose: 'read' | 'change',
): Promise<Handled> {
  if (ctx.actor.side !== 'police') throw new NotFound();
  const handled =
    purpose === 'change'
      ? await lockHandled(tx, ctx, submissionId)
      : await readHandled(tx, ctx, submissionId);
  if (!maySeeRawText(ctx.actor, handled.subject, handled.circumstances)) throw new NotFound();
  return handled;
}
