import { redirect } from 'react-router';
import { createTask } from '#app/domain/tasks/create-task.server.ts';
import { prepareTask } from '#app/domain/tasks/prepare-task.server.ts';
import { attempt } from '#app/http/attempt.ts';
import { ctxOf, portalContext } from '#app/http/context.ts';
import { errorOf, formState, valueOf } from '#app/http/form-state.ts';
import { planItemAddress } from '#app/http/plan-addresses.ts';
import { blankTask, readTaskForm } from '#app/http/task-form.ts';
import { NewTaskPage } from '#app/ui/tasks/NewTaskPage.tsx';
import type { Route } from './+types/new-of-plan.ts';

export async function loader(args: Route.LoaderArgs) {
  const { code } = args.params;
  const prepared = await prepareTask(ctxOf(args), { kind: 'plan', code });
  return {
    prepared,
    blank: blankTask(),
    backHref: planItemAddress(code),
    marking: args.context.get(portalContext).force.force.markings.aggregate,
  };
}

export async function action(args: Route.ActionArgs) {
  const { code } = args.params;
  const { form, written } = await readTaskForm(args.request);
  const added = await attempt(form, () =>
    createTask(ctxOf(args), { place: { kind: 'plan', code }, ...written }),
  );
  if (!added.ok) return added.refused;
  throw redirect(`${planItemAddress(code)}?done=task-added#tasks`);
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
