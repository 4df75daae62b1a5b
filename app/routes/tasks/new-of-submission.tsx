import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { addNewTask, prepareNewTask } from './new-task.server.ts';
import { NewTask } from './new-task.tsx';
import type { Route } from './+types/new-of-submission.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  return prepareNewTask(
    args,
    { kind: 'submission', submissionId },
    { backHref: link('triage/submission', { submissionId }) },
  );
}

export const action = addNewTask(({ params: { submissionId } }: Route.ActionArgs) => ({
  place: { kind: 'submission', submissionId },
  backHref: link('triage/submission', { submissionId }),
}));

export default NewTask;
