import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Stale } from './stale.ts';
import { maySeeRawText } from './standing.ts';
import type { Handled } from './subject.server.ts';
import { readHistory, type HistoryLine } from './submission-parts.server.ts';

/** What is told of the changes; whoever missed more reads the history. */
const mostChanges = 20;

/**
 * Refuses what somebody decided on a state that has passed, and says who changed what. The submission must be locked.
 * `seenVersion` is the version that the page was made from; null where the action does not depend on it.
 * @throws Stale
 */
export async function refuseStale(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  handled: Handled,
  seenVersion: number | null,
): Promise<void> {
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
  throw new Stale(
    `${name} has changed this submission since you opened it. Read what has changed, then decide again`,
    await changesSince(tx, ctx, handled, seenVersion),
  );
}

/** Each version has its event in the history. What the events say is for whoever may read the original. */
async function changesSince(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  handled: Handled,
  seenVersion: number,
): Promise<HistoryLine[]> {
  const { actor } = ctx;
  if (actor?.side !== 'police' || !maySeeRawText(actor, handled.subject, handled.circumstances)) return [];
  if (seenVersion < 1 || seenVersion > handled.version) return [];
  const history = await readHistory(tx, ctx, handled.id);
  return history
    .filter(({ action }) => action !== 'read_information')
    .slice(0, Math.min(handled.version - seenVersion, mostChanges));
}
