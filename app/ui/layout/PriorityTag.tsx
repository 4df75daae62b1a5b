import type { Priority } from '#app/domain/kernel/statuses.ts';

const WORDS: Record<Priority, string> = { high: 'High', medium: 'Medium', low: 'Low' };

export type PriorityTagProps = { priority: Priority };

/** High stands out by word, weight and shape, so that it does in grey and in print as well. */
export function PriorityTag({ priority }: PriorityTagProps) {
  return (
    <strong className={`govuk-tag portal-priority portal-priority--${priority}`}>
      {WORDS[priority]}
      <span className="govuk-visually-hidden"> priority</span>
    </strong>
  );
}
