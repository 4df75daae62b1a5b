import { redirect } from 'react-router';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { prepareTask } from '#app/domain/connections/tasks/prepare-task.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { blankTask, readTaskForm } from '#app/http/forms/task-form.ts';

type Args = Parameters<typeof ctxOf>[0] & { request: Request };

/** What the page of a new task shows, wherever it is added: `backHref` is the page of the thing that it is about. */
export async function prepareNewTask(
  args: Args,
  place: TaskPlace,
  shown: { backHref: string; marking: string },
) {
  return { prepared: await prepareTask(ctxOf(args), place), blank: blankTask(), ...shown };
}

/** Adds the task that was posted and goes back to the thing, or gives the form back with its errors. */
export async function addNewTask(args: Args, place: TaskPlace, backHref: string) {
  const { form, written } = await readTaskForm(args.request);
  const added = await attempt(form, () => createTask(ctxOf(args), { place, ...written }));
  if (!added.ok) return added.refused;
  throw redirect(`${backHref}?done=task-added#tasks`);
}
