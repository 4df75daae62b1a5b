import { link } from '#app/http/link.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { addNewTask, prepareNewTask } from '#app/routes/tasks/new-task.server.ts';
import { NewTask } from '#app/routes/tasks/new-task.tsx';
import type { Route } from './+types/task-new.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  return prepareNewTask(
    args,
    { kind: 'dissemination', disseminationId },
    { backHref: link('disseminations/dissemination', { disseminationId }) },
  );
}

export const action = addNewTask((args: Route.ActionArgs) => {
  const { disseminationId } = idsOf(args);
  return {
    place: { kind: 'dissemination', disseminationId },
    backHref: link('disseminations/dissemination', { disseminationId }),
  };
});

export default NewTask;
