import { link } from '#app/http/link.ts';
import { formatDate, formatTime } from '#app/ui/format/date.ts';

export type LiveNewsProps = {
  /** When what the page shows was read. */
  now: Date;
  /** This page once more, as it will be then. */
  againHref: string;
  /** What came to this list since the reader last loaded it; null where they have not asked. */
  cameSince?: { at: Date; count: number } | null;
};

/**
 * When the page was read, and a link that reads it again. With the portal's script it looks by itself and says what came
 * at the foot of the window: rows never move by themselves under a pointer.
 */
export function LiveNews({ now, againHref, cameSince = null }: LiveNewsProps) {
  return (
    <>
      <p className="govuk-body portal-queue__news" role="status">
        {cameSince
          ? `${cameSince.count} new in this list since ${formatDate(cameSince.at)}, ${formatTime(cameSince.at)}. `
          : null}
        Loaded at {formatTime(now)}.{' '}
        <a className="govuk-link govuk-link--no-visited-state" href={againHref}>
          Look for new submissions
        </a>
      </p>
      <div
        className="portal-news"
        data-module="portal-news"
        data-news={link('queues/news', {}, { since: now.toISOString() })}
        data-again={againHref}
        data-unreached="The portal cannot be reached, so nothing new is shown. Try again"
        data-ended="This page no longer looks for what is new. Load it again"
      >
        <div className="portal-news__high" role="alert" data-part="high" />
        <div className="portal-news__others" role="status" data-part="others" />
      </div>
    </>
  );
}
