import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { MatchCard } from './MatchCard.tsx';
import { MatchCounts } from './MatchCounts.tsx';
import type { Route } from './+types/matches.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openMatches(ctxOf(args), {
    submissionId: idsOf(args).submissionId,
    after: args.url.searchParams.get('after'),
  });
  return { page };
}

export default function Matches({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId, matches, next, first, counts } = page;
  return (
    <Page
      title="Possible matches"
      backHref={link('submissions/submission', { submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Possible matches</PageHeading>
        <MatchCounts counts={counts} />
        {matches.length > 0 ? (
          <InsetText>
            A match is a reason to look, not proof: read both reports before you link them. Who told the
            partner is never compared.
          </InsetText>
        ) : null}
        {counts.found > matches.length ? (
          <p className="govuk-body">
            Matches {first} to {first + matches.length - 1} of {counts.found}, strongest first.
          </p>
        ) : null}
        {matches.map((match) => (
          <MatchCard
            key={match.submissionId}
            match={match}
            href={
              match.readable ? link('submissions/submission', { submissionId: match.submissionId }) : null
            }
            linkHref={
              match.readable
                ? link('submissions/links', { submissionId }, { with: match.submissionId })
                : null
            }
          />
        ))}
        <Pagination
          label="Matches"
          previous={
            first > 1
              ? { href: link('submissions/matches', { submissionId }), text: 'Strongest matches' }
              : undefined
          }
          next={
            next
              ? { href: link('submissions/matches', { submissionId }, { after: next }), text: 'More matches' }
              : undefined
          }
        />
      </TwoThirds>
    </Page>
  );
}
