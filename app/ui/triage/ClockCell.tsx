import type { WaitsFor } from '#app/domain/kernel/status-words.ts';
import type { Status } from '#app/domain/kernel/statuses.ts';
import { formatDayTime } from '#app/ui/format/date.ts';
import { formatDue } from '#app/ui/format/duration.ts';

export type ClockCellProps = {
  dueAt: Date | null;
  now: Date;
  waitsFor: WaitsFor;
  /** Null where the reader may not know it. */
  status: Status | null;
};

const verbs: Readonly<Record<ClockCellProps['waitsFor'], string>> = {
  'to be seen': 'See',
  'to be claimed': 'Claim',
  'to be assessed': 'Assess',
  'to be answered': 'Answer',
};

/** The clock that runs now and what it waits for; without one, why none runs. */
export function ClockCell({ dueAt, now, waitsFor, status }: ClockCellProps) {
  if (dueAt === null)
    return (
      <span className="portal-secondary">
        {status === 'clarification' ? 'Paused: waiting on partner' : 'No clock runs'}
      </span>
    );
  const { text, overdue } = formatDue(dueAt, now);
  return (
    <>
      <span className={overdue ? 'portal-overdue' : undefined}>{text}</span>
      <br />
      <span className="portal-secondary">
        {verbs[waitsFor]} by <time dateTime={dueAt.toISOString()}>{formatDayTime(dueAt)}</time>
      </span>
    </>
  );
}
