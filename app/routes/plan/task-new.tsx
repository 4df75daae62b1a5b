import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { addNewTask, prepareNewTask } from '#app/routes/tasks/new-task.server.ts';
import { NewTask } from '#app/routes/tasks/new-task.tsx';
import type { Route } from './+types/task-new.ts';

export const handle = { access: 'tasks.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { code } = args.params;
  return prepareNewTask(
    args,
    { kind: 'plan', code },
    {
      backHref: link('plan/item', { code }),
    },
  );
}

export const action = addNewTask(({ params: { code } }: Route.ActionArgs) => ({
  place: { kind: 'plan', code },
  backHref: link('plan/item', { code }),
}));

export default NewTask;
