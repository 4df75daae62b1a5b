import { submissionMarking } from '#app/http/server/marking.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { addNewTask, prepareNewTask } from './new-task.server.ts';
import { NewTask } from './new-task.tsx';
import type { Route } from './+types/new-of-submission.ts';

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  return prepareNewTask(
    args,
    { kind: 'submission', submissionId },
    { backHref: triageAddresses.submission(submissionId), marking: submissionMarking(args) },
  );
}

export const action = addNewTask(({ params: { submissionId } }: Route.ActionArgs) => ({
  place: { kind: 'submission', submissionId },
  backHref: triageAddresses.submission(submissionId),
}));

export default NewTask;
