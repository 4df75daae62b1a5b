import { randomUUID } from 'node:crypto';
import type { CreateTaskInput } from '#app/domain/connections/tasks/create-task.server.ts';
import type { DateBoxes } from '#app/domain/kernel/written-date.ts';
import type { PostedForm } from './posted-form.ts';
import { readForm } from './read-form.ts';

export const dueFields = ['dueOn-day', 'dueOn-month', 'dueOn-year'] as const;

export const dueBoxes = (form: PostedForm): DateBoxes => ({
  day: form.get('dueOn-day'),
  month: form.get('dueOn-month'),
  year: form.get('dueOn-year'),
});

/** A new form: its task has its id before it is sent, so that sending it twice makes one. */
export const blankTask = () => ({ task: randomUUID() });

/** The form of a new task, and what it holds for the use case. */
export async function readTaskForm(
  request: Request,
): Promise<{ form: PostedForm; written: Omit<CreateTaskInput, 'place'> }> {
  const form = await readForm(request, ['task', 'text', 'owner', ...dueFields]);
  return {
    form,
    written: {
      taskId: form.get('task'),
      text: form.get('text'),
      owner: form.get('owner'),
      dueOn: dueBoxes(form),
    },
  };
}
