import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../kernel/failures.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import { tellPartner } from '../notify/tell-partner.server.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { dueDates } from './due-dates.server.ts';
import type { ActionInput } from './action-input.ts';
import { decideTransition, type DecidedTransition, type Refusal } from './decide-transition.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import { refuseStale } from './refuse-stale.server.ts';
import { isFinal, type Status } from '../kernel/statuses.ts';
import { accessTo, type LoadedSubmission } from './load-submission.server.ts';
import { actions, type Action } from './actions.ts';
import { putOnAccessList } from './access-list.server.ts';
import { recordAgreement } from './agreement.server.ts';
import { unheldSince } from './without-holder.server.ts';

export type TakenAction = {
  action: Action;
  input?: ActionInput;
  /** The version the actor saw; null where the action does not depend on it. */
  expectedVersion?: number | null;
  /** More that the use case changes on the submission. */
  change?: {
    primaryQueueId?: Id<'Queue'>;
    fellFrom?: Id<'Queue'>;
    areaId?: Id<'Area'>;
    priority?: 'medium' | 'low';
    restricted?: boolean;
    outcome?: Outcome;
    withdrawalRequestedAt?: Date | null;
    stopLookingAskedAt?: Date;
    loweringAskedBy?: string | null;
    endingAskedBy?: string | null;
    endingAsked?: Ending | null;
    liftingAskedBy?: string | null;
    immigrationAskedBy?: string | null;
  };
  /** Replaces the comment in the history where the partner must not find it there. */
  note?: string;
  /** Kept in the history besides the comment: numbers and codes, and of a request the words to the partner. */
  data?: Record<string, string | number | boolean | null>;
};

/**
 * The only writer of status, claim and primary queue: asks the table of transitions, writes what it says with the
 * history, audit and mail it names, in the caller's transaction. The submission must be locked.
 * @throws Forbidden, Conflict, Invalid
 */
export async function transition(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  submission: LoadedSubmission,
  taken: TakenAction,
): Promise<DecidedTransition> {
  await refuseStale(tx, ctx, submission, taken.expectedVersion ?? null);
  const decided = decideTransition(
    submission.state,
    taken.action,
    ctx.actor ?? 'system',
    accessTo(ctx, submission),
    taken.input ?? {},
  );
  if (!decided.ok) throw failureOf(decided);
  const { decides, agrees } = actions[taken.action];
  const now = ctx.clock.now();
  if (decides && agrees && ctx.actor) await recordAgreement(tx, ctx, submission, decides, now);
  const claimChanged = decided.claimedBy !== submission.state.claimedBy;
  const givenToAnother =
    claimChanged && decided.claimedBy !== null && decided.claimedBy !== ctx.actor?.accountId;
  // Whoever works on what they hold has it, opened or not.
  const holderActs = submission.state.claimedBy === ctx.actor?.accountId;
  const unopenedSince = givenToAnother ? ((await unheldSince(tx, submission.id, now)) ?? now) : null;
  await tx.submission.update({
    where: { id: submission.id },
    data: {
      version: { increment: 1 },
      status: decided.to,
      ...(decided.to === submission.state.status ? {} : { statusChangedAt: now }),
      ...(claimChanged ? claim(decided.claimedBy, now) : {}),
      ...(claimChanged || holderActs ? { unopenedSince } : {}),
      ...(reopens(submission, decided.to) ? anew(now) : reached(submission, decided, now, taken.action)),
      ...(endsPause(submission, decided.to) ? await dueDates(tx, ctx, submission, now) : {}),
      ...lapsed(decided.to),
      // Somebody has taken it on, moved it or ended it: it lies with those further up no more.
      ...(claimChanged || taken.change?.primaryQueueId || isFinal(decided.to) ? { fellFrom: null } : {}),
      ...taken.change,
    },
  });
  await tx.submissionEvent.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      happenedAt: now,
      action: taken.action,
      fromStatus: submission.state.status,
      toStatus: decided.to,
      actorId: ctx.actor?.accountId ?? null,
      comment: (taken.note ?? taken.input?.comment)?.trim() || null,
      data: taken.data ?? {},
    },
  });
  if (claimChanged && decided.claimedBy && submission.state.restricted)
    await putOnAccessList(tx, ctx, submission.id, decided.claimedBy, 'Took it on');
  // The other events that the row names carry data that only the use case has.
  if (decided.transition.audits.includes('submission.moved')) {
    await record(tx, ctx, {
      type: 'submission.moved',
      data: { action: taken.action, from: submission.state.status, to: decided.to },
      subject: { type: 'submission', id: submission.id },
    });
  }
  if (decided.transition.tellsPartner) await tellPartner(tx, 'answer-waiting', submission.id);
  if (claimChanged && decided.claimedBy && submission.state.priority === 'high')
    await tellWhoHolds(tx, submission.id);
  return decided;
}

/** The MDS lead hears who holds a High submission, without content. */
async function tellWhoHolds(tx: Tx, submissionId: Id<'Submission'>): Promise<void> {
  for (const accountId of await roleHolders(tx, 'mds_lead')) {
    await enqueue(tx, { name: 'send-mail', data: { kind: 'high-held', accountId, submissionId } });
  }
}

/**
 * The end of a submission ends the requests to lower or to end it and to disclose anything of it; a withdrawal also ends
 * the request to lift its restriction, since nothing is left to read.
 */
function lapsed(to: Status): TakenAction['change'] {
  if (!isFinal(to)) return {};
  return {
    loweringAskedBy: null,
    endingAskedBy: null,
    endingAsked: null,
    immigrationAskedBy: null,
    ...(to === 'withdrawn' ? { liftingAskedBy: null } : {}),
  };
}

const endsPause = (submission: LoadedSubmission, to: Status): boolean =>
  submission.state.status === 'clarification' && to !== 'clarification' && !isFinal(to);

function claim(
  by: string | null,
  now: Date,
): { claimedBy: string | null; claimedAt: Date | null; waitingSince?: Date } {
  return by ? { claimedBy: by, claimedAt: now } : { claimedBy: null, claimedAt: null, waitingSince: now };
}

const reopens = (submission: LoadedSubmission, to: Status): boolean =>
  isFinal(submission.state.status) && !isFinal(to);

/**
 * Its clocks start as if it had just come: nobody has seen, assessed or answered it. When that was done before stays in the
 * history.
 */
function anew(now: Date) {
  const first = { firstSeenAt: null, assessedAt: null, answeredAt: null, closedAt: null };
  return { ...first, outcome: null, waitingSince: now };
}

/** The moments that stop a clock. */
function reached(
  submission: LoadedSubmission,
  { to, claimedBy }: DecidedTransition,
  now: Date,
  action: Action,
): { firstSeenAt?: Date; assessedAt?: Date | null; answeredAt?: Date; closedAt?: Date } {
  const ended = isFinal(to) && to !== submission.state.status;
  // Nobody has seen what is only given to somebody: they, or whoever gives it, open it first.
  const seen = action === 'claim' || action === 'take_over' || ended;
  // Opened again after it was accepted, it is assessed as soon as somebody takes it on.
  const assessed = ended || (claimedBy !== null && (to === 'accepted' || to === 'disseminated'));
  // Nothing is left of what was accepted: it has to be assessed by when it had to be.
  const back = to === 'in_assessment' && to !== submission.state.status && submission.assessedAt !== null;
  return {
    ...(submission.firstSeenAt === null && seen ? { firstSeenAt: now } : {}),
    ...(submission.assessedAt === null && assessed ? { assessedAt: now } : {}),
    ...(back ? { assessedAt: null } : {}),
    ...(submission.answeredAt === null && ended ? { answeredAt: now } : {}),
    ...(ended ? { closedAt: now } : {}),
  };
}

/** The failure that a refusal answers to. */
export function failureOf(refusal: Refusal): Error {
  if (refusal.kind === 'invalid') return new Invalid(refusal.fieldErrors, refusal.message);
  return refusal.kind === 'conflict' ? new Conflict(refusal.message) : new Forbidden(refusal.message);
}
