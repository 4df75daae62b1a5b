import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type SummaryAction, SummaryActionLink, SummaryList, type SummaryListProps } from './SummaryList.tsx';

export type SummaryCardProps = Omit<HTMLAttributes<HTMLDivElement>, 'title'> & {
  title: ReactNode;
  /** The title in words, for the hidden part of its links, where the title itself holds a link or a tag. */
  titleInWords?: string | undefined;
  headingLevel?: 2 | 3 | 4;
  titleClassName?: string;
  actions?: readonly SummaryAction[];
  actionsClassName?: string;
  /** Rows of a summary list; other content comes as children. */
  rows?: SummaryListProps['rows'];
  listAttributes?: Omit<SummaryListProps, 'rows' | 'cardTitle'>;
};

/** One of several things of a kind: a person, a vehicle, a place. The title tells them apart. */
export function SummaryCard({
  title,
  titleInWords,
  headingLevel = 2,
  titleClassName,
  actions = [],
  actionsClassName,
  rows,
  listAttributes,
  className,
  children,
  ...rest
}: SummaryCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div {...rest} className={classNames('govuk-summary-card', className)}>
      <div className="govuk-summary-card__title-wrapper">
        <Heading className={classNames('govuk-summary-card__title', titleClassName)}>{title}</Heading>
        <CardActions actions={actions} title={titleInWords ?? title} className={actionsClassName} />
      </div>
      <div className="govuk-summary-card__content">
        {rows ? <SummaryList {...listAttributes} rows={rows} cardTitle={titleInWords ?? title} /> : null}
        {children}
      </div>
    </div>
  );
}

type CardActionsProps = {
  actions: readonly SummaryAction[];
  title: ReactNode;
  className: string | undefined;
};

function CardActions({ actions, title, className }: CardActionsProps) {
  const [first, ...others] = actions;
  if (!first) return null;
  const classes = classNames('govuk-summary-card__actions', className);
  if (others.length === 0) {
    return (
      <div className={classes}>
        <SummaryActionLink action={first} cardTitle={title} />
      </div>
    );
  }
  return (
    <ul className={classes}>
      {actions.map((action, index) => (
        <li key={index} className="govuk-summary-card__action">
          <SummaryActionLink action={action} cardTitle={title} />
        </li>
      ))}
    </ul>
  );
}
