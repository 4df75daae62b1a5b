import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lockTask } from './task-for.server.ts';
import { writeChange } from './write-change.server.ts';

/** Ends a task as done, with its result. @throws NotFound, Forbidden, Conflict */
export async function finishTask(
  ctx: Ctx,
  input: { taskId: Id<'Task'>; result: string; expectedVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
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
    await writeChange(tx, ctx, found, { kind: 'cancelled', comment: input.reason });
  });
}
