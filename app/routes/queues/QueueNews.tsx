import { formatDate, formatTime } from '#app/ui/format/date.ts';

export type QueueNewsProps = {
  now: Date;
  /** What came since the reader last loaded the list; null where they have not asked. */
  cameSince: { at: Date; count: number } | null;
  againHref: string;
};

/** When the list was loaded, and a link that loads it again. Rows never move by themselves under a pointer. */
export function QueueNews({ now, cameSince, againHref }: QueueNewsProps) {
  return (
    <p className="govuk-body portal-queue__news" role="status">
      {cameSince
        ? `${cameSince.count} new in this list since ${formatDate(cameSince.at)}, ${formatTime(cameSince.at)}. `
        : null}
      Loaded at {formatTime(now)}.{' '}
      <a className="govuk-link govuk-link--no-visited-state" href={againHref}>
        Look for new submissions
      </a>
    </p>
  );
}
