import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ownerKeys, type OwnerKeys } from './task-owner.ts';
import type { TaskAbout } from './task-words.ts';

export type TaskChange = {
  kind: 'reassigned' | 'due_changed' | 'done' | 'cancelled';
  comment: string | null;
  dueOn?: Date;
  owner?: OwnerKeys;
};

/** What of a task a change looks at. */
export type ChangedTask = {
  row: OwnerKeys & { id: string; version: number; dueOn: Date };
  about: Pick<TaskAbout, 'kind'>;
};

/** Writes a change of a locked task: the task as it is now, the event that tells of it, and the trail. */
export async function writeChange(
  tx: Tx,
  ctx: Ctx,
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
      actorId: ctx.actor.accountId,
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
