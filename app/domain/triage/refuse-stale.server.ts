import type { Tx } from '#app/platform/db/transaction.ts';
import { Conflict } from '../failures.ts';
import type { Handled } from './subject.server.ts';

/**
 * Refuses what somebody decided on a state that has passed, and says who changed it. The submission must be locked.
 * `seenVersion` is the version that the page was made from; null where the action does not depend on it.
 * @throws Conflict
 */
export async function refuseStale(tx: Tx, handled: Handled, seenVersion: number | null): Promise<void> {
  if (seenVersion === null || seenVersion === handled.version) return;
  const last = await tx.submissionEvent.findFirst({
    where: { submissionId: handled.id },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    select: { actorId: true },
  });
  const who = last?.actorId
    ? await tx.account.findUnique({ where: { id: last.actorId }, select: { displayName: true, side: true } })
    : null;
  const name = who?.side === 'police' ? who.displayName : who ? 'The partner' : 'Somebody';
  throw new Conflict(
    `${name} has changed this submission since you opened it. Read what has changed, then decide again`,
  );
}
