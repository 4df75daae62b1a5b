import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tag, type TagProps } from './Tag.tsx';

/** Where a task stands: plain words when it is done, a tag when something is left to do. */
export type TaskStatus =
  { text: ReactNode; cannotStartYet?: boolean; className?: string } | { tag: TagProps; className?: string };

export type TaskItem = {
  title: ReactNode;
  /** Left out while the task can't be started. */
  href?: string | undefined;
  hint?: ReactNode;
  status: TaskStatus;
  className?: string | undefined;
  titleClassName?: string | undefined;
};

export type TaskListProps = Omit<HTMLAttributes<HTMLUListElement>, 'children'> & {
  items: readonly (TaskItem | null | false)[];
  idPrefix?: string;
};

/** The parts of a long form, to be done in any order. */
export function TaskList({ items, idPrefix = 'task-list', className, ...rest }: TaskListProps) {
  return (
    <ul {...rest} className={classNames('govuk-task-list', className)}>
      {items.map((item, index) =>
        item ? <Task key={index} item={item} id={`${idPrefix}-${index + 1}`} /> : null,
      )}
    </ul>
  );
}

function Task({ item, id }: { item: TaskItem; id: string }) {
  const described = classNames(Boolean(item.hint) && `${id}-hint`, `${id}-status`);
  return (
    <li
      className={classNames(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.className,
      )}
    >
      <div className="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            className={classNames('govuk-link govuk-task-list__link', item.titleClassName)}
            href={item.href}
            aria-describedby={described}
          >
            {item.title}
          </a>
        ) : (
          <div className={item.titleClassName}>{item.title}</div>
        )}
        {item.hint ? (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {item.hint}
          </div>
        ) : null}
      </div>
      <Status status={item.status} id={`${id}-status`} />
    </li>
  );
}

function Status({ status, id }: { status: TaskStatus; id: string }) {
  const waits = 'text' in status && status.cannotStartYet;
  return (
    <div
      className={classNames(
        'govuk-task-list__status',
        waits && 'govuk-task-list__status--cannot-start-yet',
        status.className,
      )}
      id={id}
    >
      {'tag' in status ? <Tag {...status.tag} /> : status.text}
    </div>
  );
}
