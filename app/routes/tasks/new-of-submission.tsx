import { redirect } from 'react-router';
import { createTask } from '#app/domain/tasks/create-task.server.ts';
import { prepareTask } from '#app/domain/tasks/prepare-task.server.ts';
import { attempt } from '#app/http/attempt.ts';
import { ctxOf } from '#app/http/context.ts';
import { errorOf, formState, valueOf } from '#app/http/form-state.ts';
import { submissionMarking } from '#app/http/marking.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { blankTask, readTaskForm } from '#app/http/task-form.ts';
import { NewTaskPage } from '#app/ui/tasks/NewTaskPage.tsx';
import type { Route } from './+types/new-of-submission.ts';

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  const prepared = await prepareTask(ctxOf(args), { kind: 'submission', submissionId });
  return {
    prepared,
    blank: blankTask(),
    backHref: triageAddresses.submission(submissionId),
    marking: submissionMarking(args),
  };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const { form, written } = await readTaskForm(args.request);
  const added = await attempt(form, () =>
    createTask(ctxOf(args), { place: { kind: 'submission', submissionId }, ...written }),
  );
  if (!added.ok) return added.refused;
  throw redirect(`${triageAddresses.submission(submissionId)}?done=task-added#tasks`);
}

export default function NewTask({ loaderData, actionData }: Route.ComponentProps) {
  const { prepared, blank, backHref, marking } = loaderData;
  const state = actionData ?? formState(blank);
  return (
    <NewTaskPage
      about={prepared.about}
      owners={prepared.owners}
      backHref={backHref}
      marking={marking}
      errors={state.errors}
      typed={(field) => valueOf(state, field)}
      errorOf={(field) => errorOf(state, field)}
    />
  );
}
