import type { ReactNode } from 'react';

export type EmptyStateProps = { title: ReactNode; children?: ReactNode };

/** A list without rows says why, so that nobody waits for rows or doubts the filter. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="portal-empty">
      <p className="govuk-body portal-empty__title">{title}</p>
      {children ? <div className="govuk-body portal-empty__text">{children}</div> : null}
    </div>
  );
}
