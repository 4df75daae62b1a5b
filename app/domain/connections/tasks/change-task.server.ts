import { randomUUID } from 'node:crypto';
import { type Tx, transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { ownerKeys, type OwnerKeys } from './task-owner.ts';
import type { TaskAbout } from './task-words.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { promiseParts, reportPromise } from '../../submission/partner-promise.server.ts';
import { recordResults } from '../records/record-results.server.ts';
import type { WrittenResults } from '../records/result-input.ts';
import { lockTask, resultsOf, type FoundTask } from './task-for.server.ts';
import { dayOf, faultOfDueDay } from './task-input.ts';
import { possibleOwners } from './possible-owners.server.ts';

type TaskChange = {
  kind: 'reassigned' | 'due_changed' | 'done' | 'cancelled';
  comment: string | null;
  dueOn?: Date;
  owner?: OwnerKeys;
};

/** What of a task a change looks at. */
type ChangedTask = {
  row: OwnerKeys & { id: string; version: number; dueOn: Date };
  about: Pick<TaskAbout, 'kind'>;
};

/** Writes a change of a locked task: the task as it is now, the event that tells of it, and the trail. */
export async function writeChange(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { row, about }: ChangedTask,
  change: TaskChange,
): Promise<void> {
  const now = ctx.clock.now();
  const dueOn = change.dueOn ?? row.dueOn;
  const owner = change.owner ?? ownerKeys(row);
  const { kind } = change;
  const version = row.version + 1;
  await tx.task.update({
    where: { id: row.id },
    data: {
      version,
      dueOn,
      ...owner,
      ...(kind === 'done' || kind === 'cancelled' ? { state: kind, endedAt: now } : {}),
    },
  });
  await tx.taskEvent.create({
    data: {
      id: randomUUID(),
      taskId: row.id,
      number: version,
      happenedAt: now,
      actorId: ctx.actor?.accountId ?? null,
      kind,
      dueOn,
      ...owner,
      comment: change.comment,
    },
  });
  await record(tx, ctx, {
    type: 'task.changed',
    data: { about: about.kind, change: kind },
    subject: { type: 'task', id: row.id },
  });
}

/** Sets another day for a task, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function changeDueDate(
  ctx: Ctx,
  input: { taskId: Id<'Task'>; dueOn: string; reason: string; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    const fault = faultOfDueDay(input.dueOn, forceDay(ctx.clock.now()));
    if (fault) throw new Invalid({ dueOn: fault });
    await writeChange(tx, ctx, found, {
      kind: 'due_changed',
      comment: input.reason,
      dueOn: dayOf(input.dueOn),
    });
  });
}

/** Gives a task to somebody else, with a word to them if there is one. @throws NotFound, Forbidden, Conflict, Invalid */
export async function reassignTask(
  ctx: Ctx,
  input: { taskId: Id<'Task'>; owner: string; note: string | null; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    const owner = (await possibleOwners(tx, ctx, found)).find(({ value }) => value === input.owner);
    if (!owner) throw new Invalid({ owner: 'Select who has the task' });
    await writeChange(tx, ctx, found, {
      kind: 'reassigned',
      comment: input.note,
      owner: owner.keys,
    });
  });
}

/** Ends a task as done, with its result and what came of the report by it. @throws NotFound, Forbidden, Conflict, Invalid */
export async function finishTask(
  ctx: Ctx,
  input: { taskId: Id<'Task'>; result: string; came?: WrittenResults; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    await refuseWhileMissed(tx, ctx, found);
    const of = resultsOf(found);
    const problems = of && input.came ? await recordResults(tx, ctx, of, input.came) : {};
    if (Object.keys(problems).length > 0) throw new Invalid(problems);
    await writeChange(tx, ctx, found, { kind: 'done', comment: input.result });
  });
}

/** Ends a task that is not to be done after all, with the reason. @throws NotFound, Forbidden, Conflict */
export async function cancelTask(
  ctx: Ctx,
  input: { taskId: Id<'Task'>; reason: string; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    await refuseWhileMissed(tx, ctx, found);
    await writeChange(tx, ctx, found, { kind: 'cancelled', comment: input.reason });
  });
}

/** What a partner raised ends once they have what they were promised: until then its day is their next one. @throws Conflict */
async function refuseWhileMissed(tx: Tx, ctx: Ctx, { row }: FoundTask): Promise<void> {
  if (row.raisedPromise === null || row.submissionId === null) return;
  const parts = await tx.submission.findUniqueOrThrow({
    where: { id: row.submissionId },
    select: promiseParts,
  });
  if (!reportPromise(parts, await currentForce(tx, ctx), ctx.clock.now()).missed) return;
  throw new Conflict(
    'The partner still waits for what they were promised. See that it happens, or change the due date: they are shown the new day',
  );
}
