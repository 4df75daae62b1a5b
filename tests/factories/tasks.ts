import type { Ctx } from '#app/domain/kernel/context.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';

/** A task that the actor of `ctx` adds for themselves, due a week after the start of the demonstration. Gives its id. */
export async function addedTask(ctx: Ctx, place: TaskPlace, text = 'Ring the council.'): Promise<Id<'Task'>> {
  const taskId = newId<'Task'>();
  const dueOn = '2016-01-25';
  await createTask(ctx, { place, taskId, text, owner: `account:${ctx.actor.accountId}`, dueOn });
  return taskId;
}
