import { formatShortDateTime } from '#app/ui/format/date.ts';
import { formatDue } from '#app/ui/format/duration.ts';

export type DueTimeProps = {
  due: Date | string;
  /** The portal's time, which in a demonstration is not the clock's. */
  now: Date | string;
};

/** How long is left and until when. Overdue says so in words and weight, not in colour alone. */
export function DueTime({ due, now }: DueTimeProps) {
  const instant = new Date(due);
  const { text, overdue } = formatDue(instant, new Date(now));
  return (
    <>
      <span className={overdue ? 'portal-overdue' : undefined}>{text}</span>
      <br />
      <time className="portal-secondary" dateTime={instant.toISOString()}>
        {formatShortDateTime(instant)}
      </time>
    </>
  );
}
