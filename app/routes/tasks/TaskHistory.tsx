import type { TaskEventLine } from '#app/domain/connections/tasks/open-task.server.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

function told({ kind, owner, dueOn }: TaskEventLine): string {
  switch (kind) {
    case 'created':
      return `Added for ${owner}, due ${formatDate(new Date(dueOn))}`;
    case 'reassigned':
      return `Given to ${owner}`;
    case 'due_changed':
      return `Due date changed to ${formatDate(new Date(dueOn))}`;
    case 'cancelled':
      return 'Cancelled';
    default:
      return 'Done';
  }
}

/** What happened to a task, newest first. */
export function TaskHistory({ lines }: { lines: readonly TaskEventLine[] }) {
  return (
    <ol className="govuk-list portal-history">
      {lines.map((line) => (
        <li key={line.id} className="portal-history__line">
          <strong>{told(line)}</strong>
          <br />
          <span className="portal-secondary">
            {line.by}, <DateTime at={line.at} />
          </span>
          {line.comment ? (
            <div className="portal-verbatim portal-history__comment">{line.comment}</div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
