import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { lockTask } from './task-for.server.ts';
import { readText } from './task-input.ts';
import { writeChange } from './write-change.server.ts';

/** Ends a task as done, with its result. @throws NotFound, Forbidden, Conflict, Invalid */
export async function finishTask(
  ctx: Ctx,
  input: { taskId: string; result: string; seenVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    const result = readText(input.result, { missing: 'Enter the result', name: 'Result' });
    if (result.value === null) throw new Invalid({ result: result.problem });
    await writeChange(tx, ctx, found, { kind: 'done', comment: result.value });
  });
}

/** Ends a task that is not to be done after all, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function cancelTask(
  ctx: Ctx,
  input: { taskId: string; reason: string; seenVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    const reason = readText(input.reason, { missing: 'Enter why it is cancelled', name: 'Reason' });
    if (reason.value === null) throw new Invalid({ cancelReason: reason.problem });
    await writeChange(tx, ctx, found, { kind: 'cancelled', comment: reason.value });
  });
}
