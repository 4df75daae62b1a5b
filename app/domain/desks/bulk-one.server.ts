import { transaction } from '#app/platform/db/transaction.ts';
import { relateIn, relateSubmissions } from '../connections/matching/relate-submissions.server.ts';
import { standingRelations } from '../connections/matching/relations.server.ts';
import { createTask } from '../connections/tasks/create-task.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { lockSubmission } from '../submission/load-submission.server.ts';
import { endLocked } from '../triage/actions/end-report.server.ts';
import { linkPlanItem } from '../triage/actions/link-plan-item.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { isMoving, type BulkAction, type Pick } from '../triage/queues/bulk.ts';

/** What a bulk action asks for, for all of its submissions; empty where it does not. */
export type BulkFields = {
  /** Why they are moved, linked or duplicates. */
  comment: string;
  /** Codes of a queue and an account. */
  otherQueue: string;
  colleague: string;
  /** Of duplicates: the reference of their original, who takes on what is left, and what their partners read. */
  original: string;
  handedOn: string;
  message: string;
  /** How they are linked, or the code of an item of the plan. */
  kind: string;
  item: string;
  /** A task, with an id for each submission that was made with the page. */
  text: string;
  owner: string;
  dueOn: string;
  taskIds: readonly Id<'Task'>[];
};

/** The one to which the others are linked: their original, or the first of those selected. */
export type Hub = { submissionId: Id<'Submission'>; reference: string };

/**
 * Does it with one of several, by the rules that hold for it alone, in one transaction.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function doOne(
  ctx: Ctx,
  action: BulkAction,
  { submissionId, expectedVersion }: Pick,
  fields: BulkFields & { taskId: Id<'Task'> | undefined; hub: Hub | null },
): Promise<void> {
  if (isMoving(action)) {
    const { comment, otherQueue, colleague } = fields;
    return performAction(ctx, { submissionId, action, comment, otherQueue, colleague, expectedVersion });
  }
  const reason = fields.comment;
  const { hub } = fields;
  switch (action) {
    case 'duplicate':
      if (hub === null || hub.submissionId === submissionId)
        throw new Conflict('It is the original, and stays as it is');
      return endAsDuplicate(ctx, { submissionId, expectedVersion }, hub, fields);
    case 'relate':
      if (hub === null || hub.submissionId === submissionId) return;
      return relateSubmissions(ctx, { submissionId, reference: hub.reference, kind: fields.kind, reason });
    case 'task': {
      const { text, owner, dueOn, taskId } = fields;
      if (taskId === undefined) throw new Conflict('A part of the form did not arrive. Select it again');
      return createTask(ctx, { place: { kind: 'submission', submissionId }, taskId, text, owner, dueOn });
    }
    case 'plan':
      return linkPlanItem(ctx, { submissionId, item: fields.item, reason });
  }
}

/** Links it to its original, where it is not linked so yet, and ends it with that. */
async function endAsDuplicate(
  ctx: Ctx,
  { submissionId, expectedVersion }: Pick,
  { submissionId: originalId, reference }: Hub,
  { comment, handedOn, message }: BulkFields,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const standing = await standingRelations(tx, submissionId);
    const linked = standing.some(
      ({ kind, outgoing, otherId }) => kind === 'duplicate_of' && outgoing && otherId === originalId,
    );
    if (!linked) await relateIn(tx, ctx, { submissionId, reference, kind: 'duplicate_of', reason: comment });
    const submission = await lockSubmission(tx, ctx, submissionId);
    const words = { whyNoItem: comment, message, handedOn };
    await endLocked(tx, ctx, submission, { end: 'duplicate', ...words, expectedVersion });
  });
}
