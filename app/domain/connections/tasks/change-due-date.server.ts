import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import type { DateBoxes } from '../../kernel/written-date.ts';
import { lockTask } from './task-for.server.ts';
import { dayOf, readDueDay, readText } from './task-input.ts';
import { writeChange } from './write-change.server.ts';

/** Sets another day for a task, with the reason. @throws NotFound, Forbidden, Conflict, Invalid */
export async function changeDueDate(
  ctx: Ctx,
  input: { taskId: string; dueOn: DateBoxes; reason: string; seenVersion: number },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await lockTask(tx, ctx, input);
    const due = readDueDay(input.dueOn, forceDay(ctx.clock.now()));
    const reason = readText(input.reason, { missing: 'Enter why the date changes', name: 'Reason' });
    if (due.value === null || reason.value === null)
      throw new Invalid({
        ...(due.problem ? { dueOn: due.problem } : {}),
        ...(reason.problem ? { dueReason: reason.problem } : {}),
      });
    await writeChange(tx, ctx, found, {
      kind: 'due_changed',
      comment: reason.value,
      dueOn: dayOf(due.value),
    });
  });
}
