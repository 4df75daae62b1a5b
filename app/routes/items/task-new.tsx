import { link } from '#app/http/link.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { addNewTask, prepareNewTask } from '#app/routes/tasks/new-task.server.ts';
import { NewTask } from '#app/routes/tasks/new-task.tsx';
import type { Route } from './+types/task-new.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { itemId } = idsOf(args);
  return prepareNewTask(args, { kind: 'item', itemId }, { backHref: link('items/item', { itemId }) });
}

export const action = addNewTask((args: Route.ActionArgs) => {
  const { itemId } = idsOf(args);
  return { place: { kind: 'item', itemId }, backHref: link('items/item', { itemId }) };
});

export default NewTask;
