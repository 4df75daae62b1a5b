import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict } from '../kernel/failures.ts';
import type { Action } from './actions.ts';
import type { RequestKind } from './actions/row.ts';
import type { DangerAct } from './danger-act.ts';
import type { LoadedSubmission } from './load-submission.server.ts';

/** Keeps what was done about the danger, as whoever asks says. */
export async function recordDangerAct(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  act: DangerAct,
): Promise<void> {
  await tx.dangerAct.create({
    data: {
      ...act,
      id: randomUUID(),
      submissionId: submission.id,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.clock.now(),
    },
  });
}

/**
 * Keeps that a second person agrees to what was asked of the submission as it is now. Without it the database lets nothing
 * that is High end, be lowered or be opened to others (docs/decisions/0059), and nothing go to immigration enforcement
 * (docs/decisions/0080). `now` is the moment of what it agrees to, by
 * which the list of ended High ones finds it. @throws Conflict
 */
export async function recordAgreement(
  tx: Tx,
  ctx: Ctx,
  { id: submissionId, version, state }: LoadedSubmission,
  kind: RequestKind,
  now: Date,
): Promise<void> {
  const askedBy = {
    lowering: state.loweringAskedBy,
    ending: state.endingAskedBy,
    lifting: state.liftingAskedBy,
    immigration_use: state.immigrationAskedBy,
  }[kind];
  // The table has refused what nobody asked for.
  if (askedBy === null) throw new Conflict();
  // What was done about a danger that is over says nothing of one that came since.
  const came = await tx.submissionEvent.findFirst({
    where: { submissionId, action: { in: ['raise_to_high', 'reopen'] satisfies Action[] } },
    orderBy: { happenedAt: 'desc' },
    select: { happenedAt: true },
  });
  const act = await tx.dangerAct.findFirst({
    where: { submissionId, recordedBy: askedBy, recordedAt: { gte: came?.happenedAt } },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  if (state.priority === 'high' && act === null && kind !== 'immigration_use')
    throw new Conflict(
      'It has been raised to High or opened again since this was asked. Keep it as it is, so that it is asked again with what was done about the danger',
    );
  await tx.agreement.create({
    data: {
      id: randomUUID(),
      submissionId,
      submissionVersion: version,
      kind,
      askedBy,
      dangerActId: act?.id ?? null,
      agreedBy: ctx.actor.accountId,
      agreedAt: now,
    },
  });
}
