import { newId } from '#app/domain/kernel/id.ts';
import { z } from 'zod';
import { createTask, prepareTask } from '#app/domain/connections/tasks/create-task.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';
import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { choice, day, text, madeWithPage } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { formAction, type FormArgs } from '#app/http/forms/form-action.ts';

/** What the page of a new task shows, wherever it is added: `backHref` is the page of the thing that it is about. */
export async function prepareNewTask(args: FormArgs, place: TaskPlace, shown: { backHref: string }) {
  // The task has its id before it is sent, so that sending it twice makes one.
  const backHref = carry(shown.backHref, listOf(new URL(args.request.url)));
  return { prepared: await prepareTask(ctxOf(args), place), blank: { taskId: newId<'Task'>() }, backHref };
}

const notReal = 'Due date must be a real date, like 20 1 2016';
export const dueOn = () => day({ missing: notReal, wrong: notReal });

const form = z.object({
  taskId: madeWithPage<'Task'>(),
  text: text({ missing: 'Enter what is to be done', name: 'Task', limit: taskLimits.text }),
  owner: choice('Select who has the task'),
  dueOn: dueOn(),
});

/** The action that adds the task and goes back to the thing. */
export const addNewTask = <Route extends FormArgs>(
  of: (route: Route) => { place: TaskPlace; backHref: string },
) =>
  formAction(form, async (task, route: Route) => {
    const { place, backHref } = of(route);
    await createTask(ctxOf(route), { place, ...task });
    return flash(`${backHref}#tasks`, 'task-added');
  });
