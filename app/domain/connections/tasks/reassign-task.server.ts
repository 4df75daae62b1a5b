import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { possibleOwners } from './possible-owners.server.ts';
import { lockTask } from './task-for.server.ts';
import { writeChange } from './write-change.server.ts';

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
