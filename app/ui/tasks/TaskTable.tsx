import { shortText } from '#app/domain/kernel/short-text.ts';
import type { TaskAbout, TaskLine } from '#app/domain/connections/tasks/task-words.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { aboutWords } from './task-words.ts';
import { TaskStateTag } from './TaskStateTag.tsx';

export type TaskTableProps = {
  caption: string;
  lines: readonly TaskLine[];
  hrefOf: (taskId: Id<'Task'>) => string;
  /** Where what a task is about is shown; left out where every line is about the thing on the page. */
  hrefOfAbout?: (about: TaskAbout) => string;
};

/** Tasks with who has them and by when. */
export function TaskTable({ caption, lines, hrefOf, hrefOfAbout }: TaskTableProps) {
  return (
    <CardTable
      caption={caption}
      captionHidden
      columns={[
        { header: 'Task' },
        ...(hrefOfAbout ? [{ header: 'About' }] : []),
        { header: 'Owner' },
        { header: 'Due', nowrap: true },
        { header: 'State' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        overdue: line.overdue,
        cells: [
          <a
            key="task"
            className="govuk-link govuk-link--no-visited-state portal-name"
            href={hrefOf(line.id)}
          >
            {shortText(line.text, 140)}
          </a>,
          ...(hrefOfAbout
            ? [
                <a key="about" className="govuk-link" href={hrefOfAbout(line.about)}>
                  {aboutWords(line.about)}
                </a>,
              ]
            : []),
          line.owner,
          <DateTime key="due" at={line.dueOn} dateOnly short />,
          <TaskStateTag key="state" state={line.state} overdue={line.overdue} />,
        ],
      }))}
    />
  );
}
