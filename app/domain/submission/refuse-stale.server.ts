import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { maySeeRawText } from './submission-access.ts';
import type { LoadedSubmission } from './load-submission.server.ts';
import { readHistory, type HistoryLine } from './submission-parts.server.ts';
import { Conflict } from '../kernel/failures.ts';

/** The most changes that are listed; whoever missed more reads the history. */
const mostChanges = 20;

/**
 * Refuses what somebody decided on a state that has passed, and says who changed what. The submission must be locked.
 * `expectedVersion` is the version that the page was made from; null where the action does not depend on it.
 * @throws Stale
 */
export async function refuseStale(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submission: LoadedSubmission,
  expectedVersion: number | null,
): Promise<void> {
  if (expectedVersion === null || expectedVersion === submission.version) return;
  const last = await tx.submissionEvent.findFirst({
    where: { submissionId: submission.id },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    select: { actorId: true },
  });
  const who = last?.actorId
    ? await tx.account.findUnique({ where: { id: last.actorId }, select: { displayName: true, side: true } })
    : null;
  const name = who?.side === 'police' ? who.displayName : who ? 'The partner' : 'Somebody';
  throw new Stale(
    `${name} has changed this submission since you opened it. Read what has changed, then decide again`,
    await changesSince(tx, ctx, submission, expectedVersion),
  );
}

/** Each version has its event in the history. What the events say is for whoever may read the original. */
async function changesSince(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submission: LoadedSubmission,
  expectedVersion: number,
): Promise<HistoryLine[]> {
  const { actor } = ctx;
  if (actor?.side !== 'police' || !maySeeRawText(actor, submission.state, submission.accessFacts)) return [];
  if (expectedVersion < 1 || expectedVersion > submission.version) return [];
  const history = await readHistory(tx, ctx, submission.id);
  return history
    .filter(({ action }) => action !== 'read_information')
    .slice(0, Math.min(submission.version - expectedVersion, mostChanges));
}

/**
 * The submission has changed since the actor looked at it. `changes`: what happened since, newest first, for whoever
 * may read it.
 */
export class Stale extends Conflict {
  readonly changes: readonly HistoryLine[];

  constructor(message: string, changes: readonly HistoryLine[]) {
    super(message);
    this.changes = changes;
  }
}
