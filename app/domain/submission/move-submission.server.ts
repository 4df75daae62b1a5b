import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../kernel/failures.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import { tellPartner } from '../notify/tell-partner.server.ts';
import type { Ending } from '#app/domain/kernel/endings.ts';
import { dueDates } from './due-dates.server.ts';
import type { Given } from './given.ts';
import { apply, type Moved, type Refusal } from './move.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import { refuseStale } from './refuse-stale.server.ts';
import { isFinal, type Status } from '../kernel/statuses.ts';
import { standingTo, type Handled } from './subject.server.ts';
import type { Action } from './actions.ts';
import { unheldSince } from './without-holder.server.ts';

export type MoveInput = {
  action: Action;
  given?: Given;
  /** The version the actor saw; null where the action does not depend on it. */
  seenVersion?: number | null;
  /** More that the use case changes on the submission. */
  change?: {
    primaryQueueId?: string;
    areaId?: string;
    restricted?: boolean;
    outcome?: Outcome;
    withdrawalRequestedAt?: Date | null;
    loweringAskedBy?: string | null;
    endingAskedBy?: string | null;
    endingAsked?: Ending | null;
    liftingAskedBy?: string | null;
  };
  /** Replaces the comment in the history where the partner must not find it there. */
  note?: string;
  /** What the history keeps of the action besides the comment: numbers and codes, and of a request the words to the partner. */
  data?: Record<string, string | number | boolean | null>;
};

/**
 * The only writer of status, claim and primary queue: asks the table of transitions, writes what it says with the
 * history, audit and mail it names, in the caller's transaction. The submission must be locked.
 * @throws Forbidden, Conflict, Invalid
 */
export async function moveSubmission(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  handled: Handled,
  input: MoveInput,
): Promise<Moved> {
  await refuseStale(tx, ctx, handled, input.seenVersion ?? null);
  const moved = apply(
    handled.subject,
    input.action,
    ctx.actor ?? 'system',
    standingTo(ctx, handled),
    input.given ?? {},
  );
  if (!moved.ok) throw failureOf(moved);
  const now = ctx.clock.now();
  const claimChanged = moved.claimedBy !== handled.subject.claimedBy;
  const given = claimChanged && moved.claimedBy !== null && moved.claimedBy !== ctx.actor?.accountId;
  // Whoever works on what they hold has it, opened or not.
  const holderActs = handled.subject.claimedBy === ctx.actor?.accountId;
  const unopenedSince = given ? ((await unheldSince(tx, handled.id, now)) ?? now) : null;
  await tx.submission.update({
    where: { id: handled.id },
    data: {
      version: { increment: 1 },
      status: moved.to,
      ...(moved.to === handled.subject.status ? {} : { statusChangedAt: now }),
      ...(claimChanged ? claim(moved.claimedBy, now) : {}),
      ...(claimChanged || holderActs ? { unopenedSince } : {}),
      ...(reopens(handled, moved.to) ? anew(now) : reached(handled, moved.to, now, input.action)),
      ...(endsPause(handled, moved.to) ? await dueDates(tx, ctx, handled, now) : {}),
      ...lapsed(moved.to),
      ...input.change,
    },
  });
  await tx.submissionEvent.create({
    data: {
      id: randomUUID(),
      submissionId: handled.id,
      happenedAt: now,
      action: input.action,
      fromStatus: handled.subject.status,
      toStatus: moved.to,
      actorId: ctx.actor?.accountId ?? null,
      comment: (input.note ?? input.given?.comment)?.trim() || null,
      data: input.data ?? {},
    },
  });
  // The other events that the row names carry data that only the use case has.
  if (moved.transition.audits.includes('submission.moved')) {
    await record(tx, ctx, {
      type: 'submission.moved',
      data: { action: input.action, from: handled.subject.status, to: moved.to },
      subject: { type: 'submission', id: handled.id },
    });
  }
  if (moved.transition.tellsPartner) await tellPartner(tx, 'answer-waiting', handled.id);
  if (claimChanged && moved.claimedBy && handled.subject.priority === 'high')
    await tellWhoHolds(tx, handled.id);
  return moved;
}

/** The MDS lead hears who holds a High submission, without content. */
async function tellWhoHolds(tx: Tx, submissionId: string): Promise<void> {
  for (const accountId of await roleHolders(tx, 'mds_lead')) {
    await enqueue(tx, { name: 'send-mail', data: { kind: 'high-held', accountId, submissionId } });
  }
}

/** What has ended is not lowered or ended any more, and of what was withdrawn nothing is left to read: nobody has to decide. */
function lapsed(to: Status): MoveInput['change'] {
  if (!isFinal(to)) return {};
  return {
    loweringAskedBy: null,
    endingAskedBy: null,
    endingAsked: null,
    ...(to === 'withdrawn' ? { liftingAskedBy: null } : {}),
  };
}

const endsPause = (handled: Handled, to: Status): boolean =>
  handled.subject.status === 'clarification' && to !== 'clarification' && !isFinal(to);

function claim(
  by: string | null,
  now: Date,
): { claimedBy: string | null; claimedAt: Date | null; waitingSince?: Date } {
  return by ? { claimedBy: by, claimedAt: now } : { claimedBy: null, claimedAt: null, waitingSince: now };
}

const reopens = (handled: Handled, to: Status): boolean => isFinal(handled.subject.status) && !isFinal(to);

/** As if it had just come: nobody has seen, assessed or answered it. When that was done before stays in the history. */
function anew(now: Date) {
  const first = { firstSeenAt: null, assessedAt: null, answeredAt: null, closedAt: null };
  return { ...first, outcome: null, waitingSince: now };
}

/** The moments that stop a clock. */
function reached(
  handled: Handled,
  to: Status,
  now: Date,
  action: Action,
): { firstSeenAt?: Date; assessedAt?: Date; answeredAt?: Date; closedAt?: Date } {
  const ended = isFinal(to) && to !== handled.subject.status;
  // Nobody has seen what is only given to somebody: they, or whoever gives it, open it first.
  const seen = action === 'claim' || action === 'take_over' || ended;
  return {
    ...(handled.firstSeenAt === null && seen ? { firstSeenAt: now } : {}),
    ...(handled.assessedAt === null && (to === 'accepted' || ended) ? { assessedAt: now } : {}),
    ...(handled.answeredAt === null && ended ? { answeredAt: now } : {}),
    ...(ended ? { closedAt: now } : {}),
  };
}

/** The failure that a refusal answers to. */
export function failureOf(refusal: Refusal): Error {
  if (refusal.kind === 'invalid') return new Invalid(refusal.fieldErrors, refusal.message);
  return refusal.kind === 'conflict' ? new Conflict(refusal.message) : new Forbidden(refusal.message);
}
