import { randomUUID } from 'node:crypto';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { submissionDueDates } from '../../force/clocks.ts';
import { workingCalendar } from '../../force/clocks-calendar.ts';
import { reloadSubmission, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import type { Said } from '../../form/said.ts';
import { extractAddition } from './extract-addition.server.ts';
import { raiseForDanger, type Raised } from './raise-to-high.server.ts';
import { saysDanger, type SupplementKept } from './supplement.ts';

/**
 * Keeps what was added to a submission, in sight until an officer has marked it as read. Danger makes it High. The
 * submission must be locked, and the writer be its submitter. `report` is what a part of the form says by meaning.
 */
export async function keepSupplement(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { answers, ...kept }: SupplementKept & { id: string },
  report: Said | null = null,
): Promise<void> {
  await tx.supplement.create({
    data: {
      ...kept,
      ...(answers ? { answers: answers as Prisma.InputJsonObject } : {}),
      submissionId: submission.id,
      addedBy: ctx.actor.accountId,
      addedAt: ctx.clock.now(),
    },
  });
  await extractAddition(tx, ctx, submission.id, kept.text, report);
  const { raised, reopened } = await bringToSight(tx, ctx, submission, kept.danger);
  await noteAddition(tx, ctx, submission, saysDanger(kept.danger));
  await record(tx, ctx, {
    type: 'supplement.added',
    data: { danger: kept.danger, raised, reopened },
    subject: { type: 'submission', id: submission.id },
  });
}

/**
 * Brings what the partner just wrote to an officer's eyes: on the queue until somebody has marked it as read, and by a
 * message without content. Where it says that somebody is in danger, the submission is High and told as one.
 */
export async function bringToSight(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  danger: string,
): Promise<Raised> {
  const now = ctx.clock.now();
  const urgent = saysDanger(danger);
  const done = urgent ? await raiseForDanger(tx, ctx, submission) : { raised: false, reopened: false };
  const { newInformationAt, newDangerDueAt } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { newInformationAt: true, newDangerDueAt: true },
  });
  await tx.submission.update({
    where: { id: submission.id },
    data: {
      newInformationAt: newInformationAt ?? now,
      ...(urgent ? { newDangerDueAt: newDangerDueAt ?? (await readBy(tx, ctx, now)) } : {}),
    },
  });
  await enqueue(tx, { name: 'tell-new-information', data: { submissionId: submission.id } });
  if (urgent) await enqueue(tx, { name: 'tell-high', data: { submissionId: submission.id } });
  return done;
}

/** By when somebody must have read of danger: in the time in which a High submission must be seen. */
async function readBy(tx: Tx, ctx: Pick<Ctx, 'packHash'>, now: Date): Promise<Date> {
  const { clocks, workingHours } = await currentForce(tx, ctx);
  return submissionDueDates(now, 'high', clocks, workingCalendar(workingHours)).firstSeen;
}

/** The version goes on, so that nobody decides on a page that does not show the addition. */
async function noteAddition(tx: Tx, ctx: Ctx, submission: LoadedSubmission, danger: boolean): Promise<void> {
  const { state } = await reloadSubmission(tx, ctx, submission);
  await tx.submission.update({ where: { id: submission.id }, data: { version: { increment: 1 } } });
  await tx.submissionEvent.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      happenedAt: ctx.clock.now(),
      action: 'add_information',
      fromStatus: state.status,
      toStatus: state.status,
      actorId: ctx.actor.accountId,
      data: { danger },
    },
  });
}
