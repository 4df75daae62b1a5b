import { link } from '#app/http/link.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { addNewTask, prepareNewTask } from '#app/routes/tasks/new-task.server.ts';
import { NewTask } from '#app/routes/tasks/new-task.tsx';
import type { Route } from './+types/task-new.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return prepareNewTask(
    args,
    { kind: 'submission', submissionId },
    { backHref: link('submissions/submission', { submissionId }) },
  );
}

export const action = addNewTask((args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  return {
    place: { kind: 'submission', submissionId },
    backHref: link('submissions/submission', { submissionId }),
  };
});

export default NewTask;
