import { redirect } from 'react-router';
import { changeDueDate } from '#app/domain/connections/tasks/change-due-date.server.ts';
import { cancelTask, finishTask } from '#app/domain/connections/tasks/end-task.server.ts';
import { openTask } from '#app/domain/connections/tasks/open-task.server.ts';
import { reassignTask } from '#app/domain/connections/tasks/reassign-task.server.ts';
import { dateBoxes } from '#app/domain/kernel/written-date.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { doneWords } from '#app/http/forms/done.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { taskAddresses } from '#app/http/task-addresses.ts';
import { dueBoxes, dueFields } from '#app/http/forms/task-form.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { aboutWords } from '#app/ui/tasks/task-words.ts';
import { TaskForms } from '#app/ui/tasks/TaskForms.tsx';
import { TaskHistory } from '#app/ui/tasks/TaskHistory.tsx';
import { TaskStateTag } from '#app/ui/tasks/TaskStateTag.tsx';
import type { Route } from './+types/task.ts';

export async function loader(args: Route.LoaderArgs) {
  const task = await openTask(ctxOf(args), { taskId: args.params.taskId });
  return {
    task,
    marking:
      task.about.kind === 'plan'
        ? args.context.get(portalContext).force.force.markings.aggregate
        : submissionMarking(args),
    done: doneWords(args.url.searchParams.get('done')),
  };
}

export async function action(args: Route.ActionArgs) {
  const { taskId } = args.params;
  const ctx = ctxOf(args);
  const form = await readForm(args.request, [
    'intent',
    'result',
    'dueReason',
    'owner',
    'ownerNote',
    'cancelReason',
    ...dueFields,
    versionField,
  ]);
  const changes = {
    due: { done: 'task-date', write: changeDueDate },
    owner: { done: 'task-owner', write: reassignTask },
    cancel: { done: 'task-cancelled', write: cancelTask },
    done: { done: 'task-done', write: finishTask },
  } as const;
  const intent = form.get('intent');
  const change = isChange(intent) ? changes[intent] : changes.done;
  const written = {
    taskId,
    seenVersion: seenVersion(form),
    result: form.get('result'),
    reason: form.get(intent === 'due' ? 'dueReason' : 'cancelReason'),
    owner: form.get('owner'),
    note: form.get('ownerNote'),
    dueOn: dueBoxes(form),
  };
  const changed = await attemptOnVersion(form, () => change.write(ctx, written));
  if (!changed.ok) return changed.refused;
  throw redirect(`${taskAddresses.task(taskId)}?done=${change.done}`);
}

const isChange = (intent: string): intent is 'due' | 'owner' | 'cancel' =>
  ['due', 'owner', 'cancel'].includes(intent);

export default function Task({ loaderData: { task, marking, done }, actionData }: Route.ComponentProps) {
  const { day, month, year } = dateBoxes(task.dueOn);
  const state =
    actionData ??
    formState({
      owner: task.ownerValue,
      'dueOn-day': day,
      'dueOn-month': month,
      'dueOn-year': year,
    });
  return (
    <Page
      title="Task"
      backHref={taskAddresses.list()}
      backText="Tasks"
      marking={marking}
      errors={state.errors}
      fieldIds={{ dueOn: 'dueOn-day' }}
      success={done ?? undefined}
    >
      <TwoThirds>
        <PageHeading caption={aboutWords(task.about)}>Task</PageHeading>
        <p className="govuk-body-l portal-verbatim">{task.text}</p>
        <SummaryList
          rows={[
            { key: 'State', value: <TaskStateTag state={task.state} overdue={task.overdue} /> },
            { key: 'Owner', value: task.owner },
            { key: 'Due', value: <DateTime at={task.dueOn} dateOnly /> },
            {
              key: 'About',
              value: (
                <a className="govuk-link" href={taskAddresses.about(task.about)}>
                  {aboutWords(task.about)}
                </a>
              ),
            },
            {
              key: 'Added',
              value: (
                <>
                  {task.createdBy}, <DateTime at={task.createdAt} />
                </>
              ),
            },
          ]}
        />
        {task.mayChange ? (
          <TaskForms
            owners={task.owners}
            version={task.version}
            typed={(field) => valueOf(state, field)}
            errorOf={(field) => errorOf(state, field)}
          />
        ) : null}
        <h2 className="govuk-heading-m">History</h2>
        <TaskHistory lines={task.history} />
      </TwoThirds>
    </Page>
  );
}
