import { submissionMarking } from '#app/http/server/marking.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { addNewTask, prepareNewTask } from './new-task.server.ts';
import { NewTask } from './new-task.tsx';
import type { Route } from './+types/new-of-dissemination.ts';

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = args.params;
  return prepareNewTask(
    args,
    { kind: 'dissemination', disseminationId },
    { backHref: triageAddresses.dissemination(disseminationId), marking: submissionMarking(args) },
  );
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId } = args.params;
  const back = triageAddresses.dissemination(disseminationId);
  return addNewTask(args, { kind: 'dissemination', disseminationId }, back);
}

export default NewTask;
