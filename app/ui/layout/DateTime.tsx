import { formatDate, formatDateTime, formatShortDate, formatShortDateTime } from '#app/ui/format/date.ts';

export type DateTimeProps = {
  /** An instant, or its ISO text as a loader gives it. */
  at: Date | string;
  dateOnly?: boolean;
  /** For columns of a table. */
  short?: boolean;
};

/** An instant in British time, for people and for machines. */
export function DateTime({ at, dateOnly = false, short = false }: DateTimeProps) {
  const instant = new Date(at);
  const format = dateOnly
    ? short
      ? formatShortDate
      : formatDate
    : short
      ? formatShortDateTime
      : formatDateTime;
  return <time dateTime={instant.toISOString()}>{format(instant)}</time>;
}
