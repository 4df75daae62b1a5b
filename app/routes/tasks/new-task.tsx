import { errorOf, formState, valueOf, type FormState } from '#app/http/forms/form-state.ts';
import { NewTaskPage } from '#app/ui/tasks/NewTaskPage.tsx';
import type { prepareNewTask } from './new-task.server.ts';

export function NewTask(props: {
  loaderData: Awaited<ReturnType<typeof prepareNewTask>>;
  actionData?: FormState | undefined;
}) {
  const { prepared, blank, backHref, marking } = props.loaderData;
  const state = props.actionData ?? formState(blank);
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
