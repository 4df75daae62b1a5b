import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { SubmittedDocument } from '../form/document.ts';
import { formOfVersion } from '../form/forms.server.ts';
import { entitiesIn, type Named } from '../connections/entities/entities-in.server.ts';
import { tasksOf } from '../connections/tasks/tasks-of.server.ts';
import type { TaskLine } from '../connections/tasks/task-words.ts';
import type { ConfidenceMatrix } from '../kernel/confidence.ts';
import { proposeGrade, type GradeProposal } from '../triage/items/grade-proposal.ts';
import { isOfFiveByFiveTime, type FiveByFivePack } from '../kernel/five-by-five.ts';
import { itemFor, recordItemRead, type Item } from '../submission/items.server.ts';
import { transitionsFor } from '../submission/decide-transition.ts';
import { proposeReviewDate, mopiGroups } from '../triage/items/mopi.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { answersGiven, saidIn } from '../submission/said-of.server.ts';
import { partnerCautions, type PartnerCautions } from '../submission/partner-cautions.ts';
import type { Priority, Status } from '../kernel/statuses.ts';
import { isItemAction, type ItemAction } from '../submission/actions.ts';
import { accessTo } from '../submission/load-submission.server.ts';

export type OpenedItem = PartnerCautions & {
  item: Item;
  submissionId: Id<'Submission'>;
  reference: string;
  version: number;
  status: Status;
  priority: Priority;
  restricted: boolean;
  /** As submitted, unchanged. */
  document: SubmittedDocument;
  sourceSealed: boolean;
  /** What the partner's answers suggest; shown, never chosen. */
  proposal: GradeProposal;
  /** The proposed day of review of each MoPI group. */
  reviewDays: { group: number; day: string }[];
  /** What a grade given now would mean. */
  confidence: ConfidenceMatrix;
  /** The scheme before 3x5x2, where the force has one, and whether the report is of its time. */
  fiveByFive: { pack: FiveByFivePack | null; ofItsTime: boolean };
  actions: ItemAction[];
  /** The newest version may not go out before a second person approves it. */
  needsApproval: boolean;
  /** Queues to which items go. */
  queues: { code: string; name: string }[];
  /** What its newest sanitised text names. */
  named: Named[];
  tasks: TaskLine[];
  me: string;
  now: Date;
};

/**
 * Opens an item for work: with the original beside it, so that is recorded as read too. @throws NotFound
 */
export async function openItem(ctx: Ctx, input: { itemId: Id<'IntelligenceItem'> }): Promise<OpenedItem> {
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'read');
    const row = await tx.submission.findUniqueOrThrow({
      where: { id: submission.id },
      select: {
        formVersion: true,
        ...answersGiven,
        submissionContent: { select: { answers: true, document: true } },
        sourceRecord: { select: { id: true } },
      },
    });
    await recordItemRead(tx, ctx, { submissionId: submission.id, itemId: item.id });
    const document = row.submissionContent?.document as SubmittedDocument;
    const form = await formOfVersion(tx, row.formVersion);
    const report = saidIn(form, row);
    const now = ctx.clock.now();
    const { restricted, status, priority } = submission.state;
    const force = await currentForce(tx, ctx);
    const [newest] = item.versions;
    return {
      item,
      submissionId: submission.id,
      reference: submission.reference,
      version: submission.version,
      status,
      priority,
      restricted,
      document,
      sourceSealed: row.sourceRecord !== null,
      proposal: proposeGrade(report),
      reviewDays: mopiGroups.map(({ group }) => ({
        group,
        day: proposeReviewDate(force.retention, group, now),
      })),
      confidence: force.confidence,
      fiveByFive: {
        pack: force.fiveByFive,
        ofItsTime: isOfFiveByFiveTime(force.fiveByFive, forceDay(submission.submittedAt)),
      },
      actions: transitionsFor(submission.state, ctx.actor, accessTo(ctx, submission)).flatMap(({ action }) =>
        isItemAction(action) ? [action] : [],
      ),
      ...partnerCautions(form, document, report),
      named: newest ? await entitiesIn(tx, { sanitisedTextId: newest.id }) : [],
      needsApproval: item.awaitsApproval,
      queues: (await forceQueues(tx))
        .filter(({ kind }) => kind !== 'fib')
        .map(({ code, name }) => ({ code, name })),
      tasks: await tasksOf(tx, ctx, { itemId: item.id }),
      me: ctx.actor.accountId,
      now,
    };
  });
}
