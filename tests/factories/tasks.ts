import { randomUUID } from 'node:crypto';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';

/** A task that the actor of `ctx` adds for themselves, due a week after the start of the demonstration. Gives its id. */
export async function addedTask(ctx: Ctx, place: TaskPlace, text = 'Ring the council.'): Promise<string> {
  const taskId = randomUUID();
  const dueOn = '2016-01-25';
  await createTask(ctx, { place, taskId, text, owner: `account:${ctx.actor.accountId}`, dueOn });
  return taskId;
}
