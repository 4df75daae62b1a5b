import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Retention } from '../../force/retention.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import { refuseSealedWords } from '../../intake/sources/refuse-sealed-words.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { boxes, shownAtTimes } from '../../kernel/fields.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { confidence } from '../../kernel/confidence.ts';
import { isOfFiveByFiveTime, readFiveByFive, type FiveByFive } from '../../kernel/five-by-five.ts';
import { gradeLabel, gradeSchema, type Grade } from '../../kernel/grading.ts';
import { tellReadyForApproval } from '../approvals/tell-approvers.server.ts';
import { itemFor } from '../../submission/items.server.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import {
  isAgainstLimits,
  limitReasonMissing,
  sharingLimits,
  type SharingLimits,
} from '../../submission/sharing-limits.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';
import { blankDate, isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';
import { transition } from '../../submission/transition.server.ts';
import { monthsOfGroup } from '../../force/retention.ts';
import { proposeReviewDate, readMopiGroup, type MopiGroup, reviewTooLate } from './mopi.ts';

/**
 * The form of a grade: the fields of `gradeSchema`, the grade of the scheme before it, the MoPI group and the review
 * date.
 */
export const gradeForm = z.object({
  source: shownAtTimes(),
  assessment: shownAtTimes(),
  reason: z.string(),
  handling: shownAtTimes(),
  limitReason: shownAtTimes(),
  actionCode: shownAtTimes(),
  sanitisationCode: shownAtTimes(),
  usage: z.string(),
  provenance: z.string(),
  fiveByFive: shownAtTimes(),
  mopiGroup: shownAtTimes(),
  reviewOn: boxes(),
});
export type PostedGrade = Partial<z.output<typeof gradeForm>>;

type Graded = {
  limitReason: string | null;
  grade: Grade;
  fiveByFive: FiveByFive | null;
  mopiGroup: MopiGroup;
  reviewOn: string;
};

type GradeInput = { itemId: Id<'IntelligenceItem'>; posted: PostedGrade; expectedVersion: number | null };

/**
 * Grades an item anew: earlier grades stay and the newest counts. The confidence is derived from the force's table as
 * it is now, never chosen. Without a review date the one proposed for the MoPI group holds. @throws NotFound,
 * Forbidden, Conflict, Invalid
 */
export async function gradeItem(ctx: Ctx, input: GradeInput): Promise<{ submissionId: Id<'Submission'> }> {
  await refuseSealedWords(ctx, { itemId: input.itemId }, readByPolice(input.posted));
  return transaction(ctx.db, (tx) => giveGrade(tx, ctx, input));
}

/** What of a grade other police read, though no recipient does: it holds no word of the sealed source. */
export const readByPolice = ({
  provenance = '',
  reason = '',
  limitReason = '',
}: PostedGrade): Record<string, string> => ({ provenance, reason, limitReason });

/** The same inside a transaction, of words that were held against the sealed source. */
export async function giveGrade(
  tx: Tx,
  ctx: Ctx,
  input: GradeInput,
): Promise<{ submissionId: Id<'Submission'> }> {
  const { item, submission } = await itemFor(tx, ctx, input.itemId, 'change');
  const now = ctx.clock.now();
  const force = await currentForce(tx, ctx);
  const { grade, fiveByFive, limitReason, mopiGroup, reviewOn } = readGrade(
    input.posted,
    now,
    force.retention,
    isOfFiveByFiveTime(force.fiveByFive, forceDay(submission.submittedAt)),
    sharingLimits(await saidOf(tx, submission.id)),
  );
  await transition(tx, ctx, submission, {
    action: 'grade',
    expectedVersion: input.expectedVersion,
    data: { item: item.number, grade: gradeLabel(grade), mopiGroup, reviewOn },
  });
  await tx.itemGrade.create({
    data: {
      id: randomUUID(),
      itemId: item.id,
      number: (item.grade?.number ?? 0) + 1,
      sourceGrade: Number(grade.source),
      assessmentGrade: grade.assessment,
      handlingCode: grade.handling,
      actionCode: grade.actionCode,
      sanitisationCode: grade.sanitisationCode,
      usageText: grade.usage,
      reason: grade.reason,
      provenance: grade.provenance,
      confidence: confidence(grade, force.confidence),
      fiveByFive,
      limitReason,
      gradedBy: ctx.actor.accountId,
      gradedAt: now,
    },
  });
  await tx.intelligenceItem.update({
    where: { id: item.id },
    data: { mopiGroup, reviewOn: new Date(`${reviewOn}T00:00:00Z`), version: { increment: 1 } },
  });
  await record(tx, ctx, {
    type: 'item.graded',
    data: { grade: gradeLabel(grade) },
    subject: { type: 'intelligence_item', id: item.id },
  });
  await tellReadyForApproval(tx, submission.id, item.id);
  return { submissionId: submission.id };
}

/** Every problem of the form at once, each at its field. */
function readGrade(
  posted: PostedGrade,
  now: Date,
  retention: Retention,
  ofFiveByFiveTime: boolean,
  limits: SharingLimits,
): Graded {
  const errors: Record<string, string> = {};
  const read = gradeSchema.safeParse(posted);
  if (!read.success) for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message;
  const fiveByFive = readFiveByFive(posted.fiveByFive, {
    ofItsTime: ofFiveByFiveTime,
    handling: read.success ? read.data.handling : null,
  });
  if ('problem' in fiveByFive) errors[fiveByFive.field] ??= fiveByFive.problem;
  const limitReason = posted.limitReason?.trim() ?? '';
  const against = read.success && isAgainstLimits(read.data.handling, limits);
  if (against && limitReason === '') errors['limitReason'] = limitReasonMissing;
  if (against && limitReason.length > textLimits.conditions)
    errors['limitReason'] = `The reason must be ${charactersOrLess(textLimits.conditions)}`;
  const mopiGroup = readMopiGroup(posted.mopiGroup);
  if (!mopiGroup) errors['mopiGroup'] = 'Select the MoPI group';
  const review = readReviewDate(posted.reviewOn ?? blankDate, now);
  if ('problem' in review) errors['reviewOn'] = review.problem;
  else if (mopiGroup && review.day !== null && reviewTooLate(retention, mopiGroup, review.day, now))
    errors['reviewOn'] =
      `Review date must be within ${monthsOfGroup(retention, mopiGroup) / 12} years for MoPI group ${mopiGroup}`;
  if (
    Object.keys(errors).length > 0 ||
    !read.success ||
    !mopiGroup ||
    'problem' in review ||
    'problem' in fiveByFive
  )
    throw new Invalid(errors);
  return {
    grade: read.data,
    fiveByFive: fiveByFive.grade,
    limitReason: against ? limitReason : null,
    mopiGroup,
    reviewOn: review.day ?? proposeReviewDate(retention, mopiGroup, now),
  };
}

function readReviewDate(boxes: DateBoxes, now: Date): { day: string | null } | { problem: string } {
  if (isBlankDate(boxes)) return { day: null };
  if (Object.values(boxes).some((box) => box.trim() === ''))
    return { problem: 'Review date must include a day, a month and a year' };
  const day = readWrittenDate(boxes);
  if (day === null) return { problem: 'Review date must be a real date' };
  return day > forceDay(now) ? { day } : { problem: 'Review date must be in the future' };
}
