import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';
import { ownerKeys, type OwnerKeys } from './task-owner.ts';
import { ownerChoices } from './task-owners.server.ts';
import { writeChange } from './change-task.server.ts';

/**
 * Gives the open tasks about a submission, which was moved to another queue, to that queue, where whoever had them can no
 * longer read what they are about: else they would be in nobody's list. `handled` is as it is after the move, locked.
 */
export async function giveTasksToQueue(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<void> {
  // What the supervisors have, they have wherever the submission is.
  const tasks = await tx.task.findMany({
    where: { submissionId: submission.id, state: 'open', ownerRole: null },
  });
  if (tasks.length === 0) return;
  const may = (await ownerChoices(tx, ctx, submission)).map(({ keys }) => written(keys));
  for (const task of tasks) {
    if (may.includes(written(task))) continue;
    await writeChange(
      tx,
      ctx,
      { row: task, about: { kind: task.itemId === null ? 'submission' : 'item' } },
      {
        kind: 'reassigned',
        comment: 'The submission was moved to this queue.',
        owner: { ownerAccountId: null, ownerRole: null, ownerQueueId: submission.primaryQueueId },
      },
    );
  }
}

const written = (keys: OwnerKeys): string => JSON.stringify(ownerKeys(keys));
