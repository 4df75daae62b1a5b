import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';

import type { ResultsOf } from '../records/record-results.server.ts';
import { disseminationFor, mayAnswer } from '../../submission/dissemination.server.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { isFibSupervisor } from '../../kernel/actor.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import type { PlaceOfTask } from './possible-owners.server.ts';
import { ownerInclude, owns } from './task-owner.ts';
import { taskStates, type TaskAbout } from './task-words.ts';

const include = {
  ...ownerInclude,
  planItem: { select: { code: true } },
  item: { select: { number: true } },
  createdByAccount: { select: { displayName: true } },
  raisedPromise: { select: { promisedBy: true } },
} satisfies Prisma.TaskInclude;
type Row = Prisma.TaskGetPayload<{ include: typeof include }>;

/** A task that the actor may read, with what it is about as the rules see it. */
export type FoundTask = PlaceOfTask & { row: Row; about: TaskAbout; mayChange: boolean };

/**
 * A task, if the actor may read what it is about; otherwise it does not exist. About a submission it is changed by whoever
 * may read that, and by FIB supervisors where a partner raised a promise, which says nothing of the report; about a dissemination by its recipients, who keep it after a recall to end it; about the plan by its owner, by who added it and by the MDS lead. @throws NotFound
 */
export async function taskFor(tx: Tx, ctx: Ctx, taskId: Id<'Task'>): Promise<FoundTask> {
  const row = await tx.task.findUnique({ where: { id: taskId }, include });
  if (!row || ctx.actor.side !== 'police') throw new NotFound();
  if (row.submissionId !== null) {
    const submission = await loadSubmission(tx, ctx, row.submissionId);
    const supervises =
      row.raisedPromise !== null && isFibSupervisor(ctx.actor) && submission.state.status !== 'withdrawn';
    if (!supervises && !maySeeRawText(ctx.actor, submission.state, submission.accessFacts))
      throw new NotFound();
    return { row, about: aboutOf(row, submission.reference), submission, sentTo: null, mayChange: true };
  }
  if (row.disseminationId !== null) {
    const { row: sentTo, submission, recipient } = await disseminationFor(tx, ctx, row.disseminationId);
    const about: TaskAbout = {
      kind: 'dissemination',
      disseminationId: sentTo.id,
      number: sentTo.item.number,
      reference: submission.reference,
    };
    return { row, about, submission, sentTo, mayChange: recipient };
  }
  if (!may(ctx.actor, 'tasks.work')) throw new NotFound();
  const mayChange =
    may(ctx.actor, 'tasks.oversee') || row.createdBy === ctx.actor.accountId || owns(ctx.actor, row);
  return { row, about: aboutOf(row, ''), submission: null, sentTo: null, mayChange };
}

function aboutOf(row: Row, reference: string): TaskAbout {
  const { planItem, submissionId, itemId, item } = row;
  if (submissionId === null) return { kind: 'plan', code: planItem?.code ?? '' };
  if (itemId === null || item === null) return { kind: 'submission', submissionId, reference };
  return { kind: 'item', itemId, number: item.number, submissionId, reference };
}

/**
 * The report of which the end of a task may say what came; none for a task of the plan, one that a partner raised, and one
 * about an item that was recalled.
 */
export function resultsOf({ row, submission, sentTo }: FoundTask): ResultsOf | null {
  if (submission === null || row.raisedPromise !== null) return null;
  if (sentTo === null) {
    const item = row.itemId && row.item ? { id: row.itemId, number: row.item.number } : null;
    return { submissionId: submission.id, item, disseminationId: null };
  }
  if (!mayAnswer(sentTo, true)) return null;
  const item = { id: sentTo.itemId, number: sentTo.item.number };
  return { submissionId: submission.id, item, disseminationId: sentTo.id };
}

/** An open task to change, locked; `expectedVersion` is that of the page that the form was on. @throws NotFound, Forbidden, Conflict */
export async function lockTask(
  tx: Tx,
  ctx: Ctx,
  input: { taskId: Id<'Task'>; expectedVersion: number },
): Promise<FoundTask> {
  await tx.$queryRaw`SELECT 1 FROM task WHERE id = ${input.taskId}::uuid FOR NO KEY UPDATE`;
  const found = await taskFor(tx, ctx, input.taskId);
  if (!found.mayChange) throw new Forbidden();
  const state = found.row.state;
  if (state !== 'open') throw new Conflict(`This task is ${taskStates[state].toLowerCase()} already`);
  if (found.row.version !== input.expectedVersion)
    throw new Conflict('Somebody has changed this task since you opened it. Look at it again');
  return found;
}
