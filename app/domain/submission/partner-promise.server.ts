import type { Prisma } from '#app/platform/db/generated/client.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { promiseOf, type PartnerPromise, type PromisingForce } from './promise.ts';

/** That a missed promise was raised, and by which day a supervisor sees to it, "2016-01-20". */
export type Raised = { at: Date; seenToBy: string; late: boolean };

/** `mayRaise`: it was missed, and nobody has raised that yet. */
export type ReportPromise = PartnerPromise & { raised: Raised | null; mayRaise: boolean };

/** What the promise of a report is made of: read with its row, so that a list costs no statement more. */
export const promiseParts = {
  status: true,
  claimedBy: true,
  statusChangedAt: true,
  submittedAt: true,
  priority: true,
  firstSeenAt: true,
  submissionEvents: {
    where: {
      OR: [
        { fromStatus: 'clarification' },
        { toStatus: 'clarification' },
        {
          action: {
            in: ['raise_to_high', 'grant_lowering', 'reopen', 'add_information', 'partner_replies'],
          },
        },
      ],
    },
    orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }],
    select: {
      action: true,
      happenedAt: true,
      actorId: true,
      data: true,
      fromStatus: true,
      toStatus: true,
    },
  },
  raisedPromises: {
    orderBy: { raisedAt: 'desc' },
    take: 1,
    select: { promisedBy: true, raisedAt: true, task: { select: { state: true, dueOn: true } } },
  },
} satisfies Prisma.SubmissionSelect;

export type PromiseParts = Prisma.SubmissionGetPayload<{ select: typeof promiseParts }>;

export function reportPromise(row: PromiseParts, force: PromisingForce, now: Date): ReportPromise {
  const promise = promiseOf(row, force, now);
  const raised = promise.missed ? raisedOf(row, promise, now) : null;
  return { ...promise, raised, mayRaise: promise.missed && raised === null };
}

/** What was raised of this promise, or of one before that a supervisor still has. */
function raisedOf({ raisedPromises }: PromiseParts, { due }: PartnerPromise, now: Date): Raised | null {
  const [last] = raisedPromises;
  if (!last) return null;
  const { task, promisedBy, raisedAt } = last;
  if (task.state !== 'open' && promisedBy.getTime() !== due?.at.getTime()) return null;
  const seenToBy = task.dueOn.toISOString().slice(0, 10);
  return { at: raisedAt, seenToBy, late: forceDay(now) > seenToBy };
}
