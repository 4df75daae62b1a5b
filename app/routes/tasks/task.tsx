import { z } from 'zod';
import {
  changeDueDate,
  reassignTask,
  cancelTask,
  finishTask,
} from '#app/domain/connections/tasks/change-task.server.ts';
import { openTask } from '#app/domain/connections/tasks/open-task.server.ts';
import { resultFields } from '#app/domain/connections/records/result-input.ts';
import { taskLimits } from '#app/domain/connections/tasks/task-words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { choice, dateValues, expectedVersion, optionalText, text } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { aboutLink } from './about-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { aboutWords } from '#app/ui/tasks/task-words.ts';
import { TaskForms } from './TaskForms.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskStateTag } from '#app/ui/tasks/TaskStateTag.tsx';
import { dueOn } from './new-task.server.ts';
import type { Route } from './+types/task.ts';

export const handle = { access: 'tasks.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const task = await openTask(ctxOf(args), { taskId: idsOf(args).taskId });
  return {
    task,
  };
}

const limit = taskLimits.comment;
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('done'),
    expectedVersion: expectedVersion(),
    result: text({ missing: 'Enter the result', name: 'Result', limit }),
    ...resultFields,
  }),
  z.object({
    intent: z.literal('due'),
    expectedVersion: expectedVersion(),
    dueOn: dueOn(),
    dueReason: text({ missing: 'Enter why the date changes', name: 'Reason', limit }),
  }),
  z.object({
    intent: z.literal('owner'),
    expectedVersion: expectedVersion(),
    owner: choice('Select who has the task'),
    ownerNote: optionalText({ name: 'Note', limit }),
  }),
  z.object({
    intent: z.literal('cancel'),
    expectedVersion: expectedVersion(),
    cancelReason: text({ missing: 'Enter why it is cancelled', name: 'Reason', limit }),
  }),
]);

export const action = formAction(form, async (change, args: Route.ActionArgs) => {
  const ctx = ctxOf(args);
  const { taskId } = idsOf(args);
  const task = { taskId, expectedVersion: change.expectedVersion };
  const address = link('tasks/task', { taskId });
  switch (change.intent) {
    case 'done':
      await finishTask(ctx, { ...task, result: change.result, came: change });
      return flash(address, 'task-done');
    case 'due':
      await changeDueDate(ctx, { ...task, dueOn: change.dueOn, reason: change.dueReason });
      return flash(address, 'task-date');
    case 'owner':
      await reassignTask(ctx, { ...task, owner: change.owner, note: change.ownerNote });
      return flash(address, 'task-owner');
    case 'cancel':
      await cancelTask(ctx, { ...task, reason: change.cancelReason });
      return flash(address, 'task-cancelled');
  }
});

export default function Task({ loaderData: { task } }: Route.ComponentProps) {
  return (
    <Page
      title="Task"
      backHref={link('tasks/tasks')}
      backText="Tasks"
      marking={task.about.kind === 'plan' ? 'aggregate' : undefined}
    >
      <TwoThirds>
        <PageHeading caption={aboutWords(task.about)}>Task</PageHeading>
        <p className="govuk-body-l portal-verbatim">{task.text}</p>
        <SummaryList
          rows={[
            { key: 'State', value: <TaskStateTag state={task.state} overdue={task.overdue} /> },
            { key: 'Owner', value: task.owner },
            { key: 'Due', value: <DateTime at={task.dueOn} dateOnly /> },
            task.promisedBy !== null && {
              key: 'Promised to the partner by',
              value: <DateTime at={task.promisedBy} />,
            },
            {
              key: 'About',
              value: (
                <a className="govuk-link" href={aboutLink(task.about)}>
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
            hasResults={task.hasResults}
            version={task.version}
            values={{ owner: task.ownerValue, ...dateValues('dueOn', task.dueOn) }}
          />
        ) : null}
        <h2 className="govuk-heading-m">History</h2>
        <TaskHistory lines={task.history} />
      </TwoThirds>
    </Page>
  );
}
