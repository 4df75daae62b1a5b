import type { TaskLine } from '#app/domain/connections/tasks/task-words.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { TaskTable } from './TaskTable.tsx';

export type TasksHereProps = {
  lines: readonly TaskLine[];
  hrefOf: (taskId: Id<'Task'>) => string;
  /** Where a task is added; null for who may not. */
  newHref: string | null;
};

/** The tasks of the thing that the page is about. */
export function TasksHere({ lines, hrefOf, newHref }: TasksHereProps) {
  return (
    <>
      {lines.length === 0 ? (
        <p className="govuk-body">There are no tasks.</p>
      ) : (
        <TaskTable caption="Tasks" lines={lines} hrefOf={hrefOf} />
      )}
      {newHref ? (
        <p className="govuk-body">
          <a className="govuk-link" href={newHref}>
            Add a task
          </a>
        </p>
      ) : null}
    </>
  );
}
