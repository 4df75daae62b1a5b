import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { lockTask } from './task-for.server.ts';
import { dayOf, faultOfDueDay } from './task-input.ts';
import { writeChange } from './write-change.server.ts';

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
