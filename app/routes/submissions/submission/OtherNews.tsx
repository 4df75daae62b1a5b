import type { WatchNews } from '#app/domain/connections/watch/watch-news.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

export type OtherNewsProps = {
  news: readonly WatchNews[];
  hrefOf: (submissionId: Id<'Submission'>) => string;
  /** Nothing else stands beside the text. */
  alone: boolean;
};

/** What the standing watch noticed beyond the matches beside the text, each with its reason. */
export function OtherNews({ news, hrefOf, alone }: OtherNewsProps) {
  if (news.length === 0) return null;
  return (
    <Details
      className="portal-near__others"
      open={alone}
      summary={alone ? `New: ${news.length}` : `New, besides those above: ${news.length}`}
    >
      <ul className="govuk-list">
        {news.map(({ submissionId, reference, why, readFromText, at }) => (
          <li key={submissionId}>
            <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(submissionId)}>
              {reference}
            </a>{' '}
            {why}
            {readFromText ? ', read from the text' : ''}, noticed <DateTime at={at} short />
          </li>
        ))}
      </ul>
    </Details>
  );
}
