import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../force/current-force.server.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import type { Form } from '../form/held-forms.ts';
import type { SubmittedDocument } from '../form/document.ts';
import type { Ctx } from '../kernel/context.ts';
import { isOfFiveByFiveTime } from '../kernel/five-by-five.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { transitionsFor } from '../submission/decide-transition.ts';
import { isUnfinished } from '../submission/item-actions.ts';
import type { Item } from '../submission/items.server.ts';
import { accessTo, type LoadedSubmission } from '../submission/load-submission.server.ts';
import { partnerCautions, type PartnerCautions } from '../submission/partner-cautions.ts';
import { saidIn } from '../submission/said-of.server.ts';
import { hasLimit } from '../submission/sharing-limits.ts';
import { supplementsInOrder } from '../submission/supplements.server.ts';
import type { ReusableText } from '../triage/partner-messages/reusable-text.ts';
import { textsToReuse } from '../triage/partner-messages/reusable-texts.server.ts';
import { proposeGrade, type GradeProposal } from '../triage/items/grade-proposal.ts';
import { proposeProvenance, proposeTitle } from '../triage/items/item-proposal.ts';

/** What the form beside a submission needs: the work of whoever holds it, from the item to the answer to its partner. */
export type AssessmentSheet = {
  /** The item that is worked on; null for one that is to be made, and where only the end is left. */
  item: Item | null;
  /** What may be filled in, once the submission is accepted as well. */
  may: { grade: boolean; write: boolean; send: boolean; close: boolean };
  title: string;
  provenance: string;
  proposal: GradeProposal;
  ofFiveByFiveTime: boolean;
  cautions: PartnerCautions;
  /** Queues to which an item goes, and the one that is chosen already where nothing speaks against it. */
  recipients: { code: string; name: string }[];
  likely: string;
  /** What FIB keeps for answers to partners. */
  texts: ReusableText[];
};

/** What it needs of the row of a submission, besides what its page reads. */
export const assessmentParts = {
  sentAtOnce: true,
  submissionContent: { select: { answers: true, document: true } },
  supplements: {
    ...supplementsInOrder,
    select: { ...supplementsInOrder.select, part: true, answers: true },
  },
} satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof assessmentParts }>;

/**
 * The sheet, for an officer who has something to fill in; null for anybody else. `asked` is the item whose turn it is, or
 * "new"; without one the first that has not gone out, or a new one where there is none.
 */
export async function assessmentOf(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  row: Row,
  form: Form,
  items: readonly Item[],
  asked: string | null,
): Promise<AssessmentSheet | null> {
  const { state } = submission;
  const offered = (status: typeof state.status) =>
    transitionsFor({ ...state, status }, ctx.actor, accessTo(ctx, submission)).map(({ action }) => action);
  const now = offered(state.status);
  if (!now.includes('grade')) return null;
  // Saving accepts a submission before anything leaves: what may be done then is filled in now.
  const then = now.includes('accept') ? offered('accepted') : now;
  const standing = items.filter(({ voided }) => voided === null);
  const unfinished = standing.filter(isUnfinished);
  const item = asked === 'new' ? null : (unfinished.find(({ id }) => id === asked) ?? unfinished[0] ?? null);
  const works = item !== null || asked === 'new' || standing.length === 0;
  const parts = row.supplements.filter(({ part }) => part !== null);
  const report = saidIn(form, { ...row, supplements: parts });
  const cautions = partnerCautions(form, row.submissionContent?.document as SubmittedDocument, report);
  const may = {
    grade: works,
    write: works && now.includes('sanitise'),
    send: works && then.includes('disseminate') && !state.restricted,
    close: then.includes('answer_and_close'),
  };
  // As where a High report waits for a second person, or its end is asked for on a page of its own.
  if (!may.grade && !may.close) return null;
  const queues = may.send ? (await forceQueues(tx)).filter(({ kind }) => kind !== 'fib') : [];
  const open = cautions.guessed === 'no' && !hasLimit(cautions.limits);
  const ofArea = queues.find(({ areaId }) => areaId !== null && areaId === state.areaId);
  const { fiveByFive } = await currentForce(tx, ctx);
  return {
    item,
    may,
    title: proposeTitle(report),
    provenance: proposeProvenance(report),
    proposal: proposeGrade(report),
    ofFiveByFiveTime: isOfFiveByFiveTime(fiveByFive, forceDay(submission.submittedAt)),
    cautions,
    recipients: queues.map(({ code, name }) => ({ code, name })),
    likely: open && ofArea ? ofArea.code : '',
    texts: may.close ? await textsToReuse(tx, ctx, 'answers') : [],
  };
}
