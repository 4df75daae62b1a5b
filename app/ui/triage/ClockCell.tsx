import type { Status } from '#app/domain/triage/statuses.ts';
import { DueTime } from '#app/ui/layout/DueTime.tsx';

export type ClockCellProps = {
  dueAt: Date | null;
  now: Date;
  waitsFor: string;
  /** Null where the reader may not know it. */
  status: Status | null;
};

/** The clock that runs now and what it waits for; without one, why none runs. */
export function ClockCell({ dueAt, now, waitsFor, status }: ClockCellProps) {
  if (dueAt)
    return (
      <>
        <DueTime due={dueAt} now={now} />
        <br />
        <span className="portal-secondary">{waitsFor}</span>
      </>
    );
  if (status === 'clarification') return <span className="portal-secondary">Paused: waiting on partner</span>;
  return <span className="portal-secondary">No clock runs</span>;
}
