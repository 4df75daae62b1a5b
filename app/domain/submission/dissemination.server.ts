import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/failures.ts';

import type { Grade } from '../kernel/grading.ts';
import { messagesInclude } from './recipient-messages.ts';
import { isOutsideKind, type RecipientKind, type RecipientRef } from '../kernel/recipients.ts';
import type { QueueRef } from '../kernel/statuses.ts';
import { isRecipient, maySeeSanitisedText } from './submission-access.ts';
import { isFib } from '../kernel/actor.ts';
import { loadSubmissionUnchecked, type LoadedSubmission } from './load-submission.server.ts';

const include = {
  item: { select: { number: true } },
  sanitisedText: {
    select: { text: true, version: true, itemApprovals: { select: { itemGradeId: true, approved: true } } },
  },
  itemGrade: true,
  queue: true,
  disseminatedByAccount: { select: { displayName: true } },
  acknowledgedByAccount: { select: { displayName: true } },
  disseminationRecall: { include: { recalledByAccount: { select: { displayName: true } } } },
  disseminationSteps: { include: { recordedByAccount: { select: { displayName: true } } } },
  disseminationMessages: messagesInclude,
} as const;

/** Without asking who looks. */
export const findDissemination = (tx: Tx, id: Id<'Dissemination'>) =>
  tx.dissemination.findUnique({ where: { id }, include });

export type DisseminationRow = NonNullable<Awaited<ReturnType<typeof findDissemination>>>;

/** Whether a second person has approved what went out: the text with its grade. */
export const isApproved = ({ sanitisedText, itemGradeId }: DisseminationRow): boolean =>
  sanitisedText.itemApprovals.some((judged) => judged.approved && judged.itemGradeId === itemGradeId);

/** Who it went to, as the rules see them. */
export function recipientRef(sent: { recipientKind: RecipientKind; queue: QueueRef | null }): RecipientRef {
  const { recipientKind: kind, queue } = sent;
  if (queue) return { kind: queue.kind, areaId: queue.areaId };
  return { kind: isOutsideKind(kind) ? kind : 'mds_lead' };
}

/** A grade as recipients read it: without the provenance and the reason, which tell of the source. */
export type ReleasedGrade = Pick<
  Grade,
  'source' | 'assessment' | 'handling' | 'actionCode' | 'sanitisationCode' | 'usage'
>;

export const releasedGrade = (grade: DisseminationRow['itemGrade']): ReleasedGrade => ({
  source: String(grade.sourceGrade) as Grade['source'],
  assessment: grade.assessmentGrade,
  handling: grade.handlingCode,
  actionCode: grade.actionCode,
  sanitisationCode: grade.sanitisationCode,
  usage: grade.usageText,
});

/** How the trail names who it went to: the code of a queue, or what kind of recipient it is. */
export const recipientInTrail = (sent: {
  recipientKind: string;
  queue: { code: string } | null;
}): { queue: string } | { recipient: string } =>
  sent.queue ? { queue: sent.queue.code } : { recipient: sent.recipientKind };

/**
 * A dissemination that the actor may read: it went to a queue of theirs or to the MDS lead that they are, they are FIB,
 * or they may read the original anyway. `recipient`: it is theirs to acknowledge.
 * @throws NotFound
 */
export async function disseminationFor(
  tx: Tx,
  ctx: Ctx,
  id: Id<'Dissemination'>,
): Promise<{ row: DisseminationRow; submission: LoadedSubmission; recipient: boolean }> {
  const row = await findDissemination(tx, id);
  const submission = row ? await loadSubmissionUnchecked(tx, ctx, row.submissionId) : null;
  if (!row || !submission) throw new NotFound();
  const recipient = recipientRef(row);
  if (!maySeeSanitisedText(ctx.actor, submission.state, recipient, submission.accessFacts))
    throw new NotFound();
  return { row, submission, recipient: isRecipient(ctx.actor, recipient) };
}

/** The same of one that left the force, for FIB, which passes it on and hears back; locked. @throws NotFound, Forbidden */
export async function outsideFor(
  tx: Tx,
  ctx: Ctx,
  id: Id<'Dissemination'>,
): Promise<{ row: DisseminationRow; submission: LoadedSubmission }> {
  await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await disseminationFor(tx, ctx, id);
  if (!isOutsideKind(found.row.recipientKind)) throw new NotFound();
  if (!isFib(ctx.actor)) throw new Forbidden();
  return found;
}

/** Whether its recipients may act on it and say so: they have acknowledged it, and it still counts. */
export const mayAnswer = (row: DisseminationRow, recipient: boolean): boolean =>
  recipient && row.acknowledgedAt !== null && row.disseminationRecall === null;

/** Refuses who may not answer, each for the first reason that holds. @throws Forbidden, Conflict */
export function refuseAnswer(row: DisseminationRow, recipient: boolean): void {
  if (!recipient) throw new Forbidden('Only the recipients of an item do this');
  if (row.disseminationRecall) throw new Conflict('This item has been recalled');
  if (row.acknowledgedAt === null) throw new Conflict('Acknowledge this item first');
}
