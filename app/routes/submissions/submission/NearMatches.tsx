import type { NearMatch } from '#app/domain/connections/matching/near-matches.ts';
import type { WatchNews } from '#app/domain/connections/watch/watch-news.server.ts';
import { relationKinds } from '#app/domain/connections/matching/relations.ts';
import { strengthWords } from '#app/domain/connections/matching/strength.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Button } from '#app/ui/govuk/Button.tsx';

export type NearMatchesProps = {
  matches: readonly NearMatch[];
  hrefOf: (submissionId: Id<'Submission'>) => string;
  /** What the standing watch noticed since the holder last looked. */
  news: readonly WatchNews[];
  /** The form beside the text, with which what is typed there comes back, and where it leads; null where there is none. */
  form: { id: string; action: string } | null;
};

/** The strongest matches beside the text, each with its reason, linked by one press. */
export function NearMatches({ matches, news, hrefOf, form }: NearMatchesProps) {
  if (matches.length === 0) return null;
  return (
    <ul className="govuk-list portal-near">
      {matches.map(({ submissionId, reference, strength, kind, shared }) => (
        <li key={submissionId} className="portal-near__match">
          <span>
            <a className="govuk-link govuk-link--no-visited-state" href={hrefOf(submissionId)}>
              {reference}
            </a>{' '}
            <strong>
              {news.some((each) => each.submissionId === submissionId) ? 'New. ' : ''}
              {strengthWords[strength]}.
            </strong>{' '}
            {shared.map(({ own, why }) => `${why}: ${own}`).join('. ')}
          </span>
          {form === null ? null : (
            <Button
              form={form.id}
              formAction={`${form.action}#matches`}
              name="linked"
              value={submissionId}
              variant="secondary"
              preventDoubleClick
            >
              Link
              <span className="govuk-visually-hidden">
                {' '}
                {reference}: {relationKinds[kind].label.toLowerCase()}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
