import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';

import type { Confidence } from '../kernel/confidence.ts';
import type { FiveByFive } from '../kernel/five-by-five.ts';
import type { Grade } from '../kernel/grading.ts';
import { type DisseminationMessage, messageOf, messagesInclude } from './recipient-messages.ts';
import { recordedSteps, type RecordedStep } from './outside-steps.server.ts';
import { recipientName, type Awaits, type RecipientKind } from '../kernel/recipients.ts';
import { needsSecondPerson } from './second-person.ts';
import { maySeeRawText } from './submission-access.ts';
import { itemState } from './item-actions.ts';
import { lockSubmission, loadSubmission, type LoadedSubmission } from './load-submission.server.ts';

/** A grade as it was given. `number` counts the gradings of the item. */
export type GivenGrade = Grade & {
  id: Id<'ItemGrade'>;
  number: number;
  confidence: Confidence;
  /** As the item was graded by the scheme of its time, where it was. */
  fiveByFive: FiveByFive | null;
  /** Why it is free to share although the partner set a limit. */
  limitReason: string | null;
  gradedById: Id<'Account'>;
  gradedBy: string;
  gradedAt: Date;
};

export type SanitisedVersion = {
  id: Id<'SanitisedText'>;
  version: number;
  text: string;
  writtenById: Id<'Account'>;
  writtenBy: string;
  writtenAt: Date;
  /** How many warnings the writer looked at and kept. */
  warnings: number;
  /** With the grade that the item has now: a new grade asks for a new approval. */
  approval: Approval | null;
  /** Sent back to its writer by a second person: this version never goes out, whatever its grade. */
  sentBack: Approval | null;
  /** With each grade that a second person judged it with. */
  approvals: Approval[];
};

/**
 * What a second person found. Not approved: it was sent back before it went out, or went out, was recalled, and should not
 * have gone, for the reason.
 */
export type Approval = {
  gradeId: Id<'ItemGrade'>;
  by: string;
  at: Date;
  afterTheFact: boolean;
  approved: boolean;
  reason: string | null;
};

export type SentDissemination = {
  id: Id<'Dissemination'>;
  kind: RecipientKind;
  recipient: string;
  /** Why it went to the MDS lead or out of the force; null for a queue. */
  reason: string | null;
  outsideReference: string | null;
  awaits: Awaits | null;
  steps: RecordedStep[];
  /** The messages between its recipients and FIB, oldest first. */
  messages: DisseminationMessage[];
  unreadSince: Date | null;
  version: number;
  gradeId: Id<'ItemGrade'>;
  sentById: Id<'Account'>;
  sentBy: string;
  sentAt: Date;
  acknowledgeBy: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  conditions: string | null;
  recalled: { by: string; at: Date; reason: string } | null;
};

/** An intelligence item with everything that was done to it; versions newest first. */
export type Item = {
  id: Id<'IntelligenceItem'>;
  submissionId: Id<'Submission'>;
  number: number;
  title: string;
  mopiGroup: number | null;
  /** The day of its first review, "2026-01-18". */
  reviewOn: string | null;
  createdById: Id<'Account'>;
  createdBy: string;
  createdAt: Date;
  /** It was a mistake, and nothing is done with it any more. */
  voided: { by: string; at: Date; reason: string } | null;
  grade: GivenGrade | null;
  earlierGrades: GivenGrade[];
  versions: SanitisedVersion[];
  disseminations: SentDissemination[];
  /** The two-person rule holds for what goes out with its grade. */
  needsSecondPerson: boolean;
  /** And nobody has approved its newest version with that grade yet. */
  awaitsApproval: boolean;
};

const name = { select: { displayName: true } } as const;
const include = {
  createdByAccount: name,
  itemVoid: { include: { voidedByAccount: name } },
  itemGrades: { orderBy: { number: 'desc' }, include: { gradedByAccount: name } },
  sanitisedTexts: {
    orderBy: { version: 'desc' },
    include: { writtenByAccount: name, itemApprovals: { include: { approvedByAccount: name } } },
  },
  disseminations: {
    orderBy: { disseminatedAt: 'desc' },
    include: {
      queue: { select: { name: true } },
      sanitisedText: { select: { version: true } },
      disseminatedByAccount: name,
      acknowledgedByAccount: name,
      disseminationRecall: { include: { recalledByAccount: name } },
      disseminationSteps: { include: { recordedByAccount: name } },
      disseminationMessages: messagesInclude,
    },
  },
} satisfies Prisma.IntelligenceItemInclude;

type Row = Prisma.IntelligenceItemGetPayload<{ include: typeof include }>;

/** `grade`: the one that the item has now. */
function versionOf(text: Row['sanitisedTexts'][number], grade: GivenGrade | null): SanitisedVersion {
  const approvals = text.itemApprovals.map((given) => ({
    gradeId: given.itemGradeId,
    by: given.approvedByAccount.displayName,
    at: given.approvedAt,
    afterTheFact: given.afterTheFact,
    approved: given.approved,
    reason: given.reason,
  }));
  return {
    id: text.id,
    version: text.version,
    text: text.text,
    writtenById: text.writtenBy,
    writtenBy: text.writtenByAccount.displayName,
    writtenAt: text.writtenAt,
    warnings: Array.isArray(text.warningsAccepted) ? text.warningsAccepted.length : 0,
    sentBack: approvals.find(({ approved, afterTheFact }) => !approved && !afterTheFact) ?? null,
    approval: approvals.find(({ approved, gradeId }) => approved && gradeId === grade?.id) ?? null,
    approvals,
  };
}

/** The items of this submission in their order, or one of them. The caller has asked who looks. */
export async function readItems(
  tx: Tx,
  { id: submissionId, state }: LoadedSubmission,
  itemId?: Id<'IntelligenceItem'>,
): Promise<Item[]> {
  const where = { submissionId, ...(itemId === undefined ? {} : { id: itemId }) };
  const rows = await tx.intelligenceItem.findMany({ where, include, orderBy: { number: 'asc' } });
  return rows.map((row) => {
    const [grade = null, ...earlierGrades] = row.itemGrades.map((given): GivenGrade => ({
      id: given.id,
      number: given.number,
      source: String(given.sourceGrade) as Grade['source'],
      assessment: given.assessmentGrade,
      handling: given.handlingCode,
      actionCode: given.actionCode,
      sanitisationCode: given.sanitisationCode,
      usage: given.usageText,
      reason: given.reason,
      provenance: given.provenance,
      confidence: given.confidence,
      fiveByFive: given.fiveByFive,
      limitReason: given.limitReason,
      gradedById: given.gradedBy,
      gradedBy: given.gradedByAccount.displayName,
      gradedAt: given.gradedAt,
    }));
    const versions = row.sanitisedTexts.map((text) => versionOf(text, grade));
    const twoPersons = needsSecondPerson({
      handling: grade?.handling ?? null,
      restricted: state.restricted,
    });
    return {
      id: row.id,
      submissionId: row.submissionId,
      number: row.number,
      title: row.title,
      mopiGroup: row.mopiGroup,
      reviewOn: row.reviewOn?.toISOString().slice(0, 10) ?? null,
      createdById: row.createdBy,
      createdBy: row.createdByAccount.displayName,
      createdAt: row.createdAt,
      voided: row.itemVoid && {
        by: row.itemVoid.voidedByAccount.displayName,
        at: row.itemVoid.voidedAt,
        reason: row.itemVoid.reason,
      },
      grade,
      earlierGrades,
      versions,
      needsSecondPerson: twoPersons,
      awaitsApproval:
        row.itemVoid === null &&
        twoPersons &&
        versions[0]?.approval === null &&
        versions[0].sentBack === null,
      disseminations: row.disseminations.map((sent) => ({
        id: sent.id,
        kind: sent.recipientKind,
        recipient: recipientName(sent),
        reason: sent.reason,
        outsideReference: sent.reference,
        awaits: sent.awaits,
        steps: recordedSteps(sent.disseminationSteps),
        messages: sent.disseminationMessages.map(messageOf),
        unreadSince: sent.unreadSince,
        version: sent.sanitisedText.version,
        gradeId: sent.itemGradeId,
        sentById: sent.disseminatedBy,
        sentBy: sent.disseminatedByAccount.displayName,
        sentAt: sent.disseminatedAt,
        acknowledgeBy: sent.acknowledgeBy,
        acknowledgedBy: sent.acknowledgedByAccount?.displayName ?? null,
        acknowledgedAt: sent.acknowledgedAt,
        conditions: sent.conditions,
        recalled: sent.disseminationRecall && {
          by: sent.disseminationRecall.recalledByAccount.displayName,
          at: sent.disseminationRecall.recalledAt,
          reason: sent.disseminationRecall.reason,
        },
      })),
    };
  });
}

/**
 * An item whose submission the actor may read in the original, with the submission as the rules see it for an action on
 * that item; for a change the submission is locked first. Otherwise it does not exist. @throws NotFound
 */
export async function itemFor(
  tx: Tx,
  ctx: Ctx,
  itemId: Id<'IntelligenceItem'>,
  purpose: 'read' | 'change',
): Promise<{ item: Item; submission: LoadedSubmission }> {
  const found = await tx.intelligenceItem.findUnique({
    where: { id: itemId },
    select: { submissionId: true },
  });
  if (!found) throw new NotFound();
  const submission =
    purpose === 'change'
      ? await lockSubmission(tx, ctx, found.submissionId)
      : await loadSubmission(tx, ctx, found.submissionId);
  if (ctx.actor.side !== 'police' || !maySeeRawText(ctx.actor, submission.state, submission.accessFacts))
    throw new NotFound();
  const [item] = await readItems(tx, submission, itemId);
  if (!item) throw new NotFound();
  const { state } = submission;
  return {
    item,
    submission: { ...submission, state: { ...state, item: itemState(item, state.restricted) } },
  };
}

/** An item is read with the original beside it, so both are recorded as read. */
export const recordItemRead = (
  tx: Tx,
  ctx: Ctx,
  { submissionId, itemId }: { submissionId: Id<'Submission'>; itemId: Id<'IntelligenceItem'> },
): Promise<void> =>
  record(
    tx,
    ctx,
    { type: 'item.read', data: { part: 'whole' }, subject: { type: 'intelligence_item', id: itemId } },
    {
      type: 'submission.read',
      data: { part: 'original' },
      subject: { type: 'submission', id: submissionId },
    },
  );
