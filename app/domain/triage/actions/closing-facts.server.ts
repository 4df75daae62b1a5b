import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { strongUnseen } from '../../connections/matching/strong-unseen.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { RecipientKind } from '../../kernel/recipients.ts';
import type { ClosingFacts } from '../../submission/closing-gates.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { asksFib } from '../../submission/recipient-messages.ts';
import { needsSecondPerson } from '../../submission/second-person.ts';
import { supportedOutcomes } from '../../submission/supported-outcomes.server.ts';

/**
 * What hangs on the submission itself: one statement. A task of an item is one of its submission as well; an item that was
 * voided leaves its tasks and what its recipients asked, and nothing that an end could rest on.
 */
const closingParts = {
  tasks: { where: { state: 'open', raisedPromise: { is: null } }, select: { id: true } },
  submissionPlaces: { where: { areaId: { not: null } }, select: { id: true }, take: 1 },
  disseminations: {
    select: {
      item: { select: { itemVoid: { select: { id: true } } } },
      recipientKind: true,
      unreadSince: true,
      disseminationMessages: { select: { number: true, kind: true } },
    },
  },
  intelligenceItems: {
    where: { itemVoid: null },
    select: {
      mopiGroup: true,
      reviewOn: true,
      itemGrades: { select: { id: true, handlingCode: true }, orderBy: { number: 'desc' }, take: 1 },
      sanitisedTexts: {
        select: { itemApprovals: { where: { approved: true }, select: { itemGradeId: true } } },
        orderBy: { version: 'desc' },
        take: 1,
      },
      disseminations: { select: { id: true }, take: 1 },
    },
  },
} satisfies Prisma.SubmissionSelect;

type Parts = Prisma.SubmissionGetPayload<{ select: typeof closingParts }>;

/** Reads the facts for the gates before closing. The caller has asked who looks. */
export async function readClosingFacts(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
): Promise<ClosingFacts> {
  const { id, state } = submission;
  const parts = await tx.submission.findUniqueOrThrow({ where: { id }, select: closingParts });
  const { intelligenceItems: items, disseminations, tasks } = parts;
  return {
    informationRead: !state.unreadInformation,
    items: items.length,
    ungraded: items.filter((item) => item.itemGrades.length === 0).length,
    withoutMopi: items.filter((item) => item.mopiGroup === null || item.reviewOn === null).length,
    unsanitised: items.filter((item) => item.sanitisedTexts.length === 0).length,
    approvalOutstanding: state.approvalOutstanding,
    areaSettled: isAreaSettled(submission, parts),
    supported: await supportedOutcomes(tx, id),
    openQuestions: disseminations.filter(
      ({ unreadSince, disseminationMessages }) => unreadSince !== null && asksFib(disseminationMessages),
    ).length,
    inPreparation: items.filter((item) => isInPreparation(submission, item)).length,
    openTasks: tasks.length,
    contactUnplanned: submission.contactUnplanned,
    strongUnseen: await strongUnseen(tx, ctx, id),
  };
}

function isAreaSettled({ state }: LoadedSubmission, parts: Parts): boolean {
  if (state.areaId !== null) return true;
  // Whoever works on it for an area knows which one it is.
  if (state.primaryQueueKind === 'area') return false;
  // Who does the work has it then: an area or the force's SPOC, or the other force where it belongs.
  const worksOnIt: readonly RecipientKind[] = ['queue', 'other_force'];
  const sent = parts.disseminations.some(
    ({ recipientKind, item }) => worksOnIt.includes(recipientKind) && item.itemVoid === null,
  );
  return sent || parts.submissionPlaces.length === 0;
}

function isInPreparation(
  { state }: LoadedSubmission,
  { itemGrades: [grade], sanitisedTexts: [text], disseminations }: Parts['intelligenceItems'][number],
): boolean {
  if (!grade || !text || disseminations.length > 0) return false;
  if (!needsSecondPerson({ handling: grade.handlingCode, restricted: state.restricted })) return false;
  return text.itemApprovals.every(({ itemGradeId }) => itemGradeId !== grade.id);
}
