import type { WatchNews } from '#app/domain/connections/watch/watch-news.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';

export type WatchNewsHereProps = {
  news: readonly WatchNews[];
  hrefOf: (submissionId: Id<'Submission'>) => string;
};

/** That another report names what this one names, until its holder has looked at the matches. */
export function WatchNewsHere({ news, hrefOf }: WatchNewsHereProps) {
  if (news.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>New: another report names the same.</strong>
      </p>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {news.map(({ submissionId, reference, why, readFromText }) => (
          <li key={submissionId}>
            <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(submissionId)}>
              {reference}
            </a>
            : {why}
            {readFromText ? ' (read from the text)' : ''}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
