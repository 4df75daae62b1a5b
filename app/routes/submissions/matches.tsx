import { z } from 'zod';
import { kindOfMatch } from '#app/domain/connections/matching/kind-of-match.ts';
import { linkMatches } from '#app/domain/connections/matching/link-matches.server.ts';
import { openMatches, type Match } from '#app/domain/connections/matching/open-matches.server.ts';
import { relationKinds } from '#app/domain/connections/matching/relations.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
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

const form = z.object({ others: z.array(z.string()), only: shownAtTimes() });

/** One press links one match, or all that are ticked: why, the match says itself. */
export const action = formAction(
  form,
  async ({ others, only }, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    await linkMatches(ctxOf(args), { submissionId, others: only === '' ? others : [only] });
    return flash(link('submissions/matches', { submissionId }), 'related-matches');
  },
  { collides: true },
);

export default function Matches({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId, matches, next, first, counts } = page;
  const toLink = matches.filter((match) => match.readable && !page.linked.includes(match.submissionId));
  const cards = matches.map((match) => (
    <MatchCard
      key={match.submissionId}
      match={match}
      href={match.readable ? link('submissions/submission', { submissionId: match.submissionId }) : null}
      entityHref={(entityId) => link('entities/entity', { entityId })}
    >
      {match.readable ? (
        <LinkMatch
          match={match}
          linked={page.linked.includes(match.submissionId)}
          first={match === toLink[0]}
        />
      ) : null}
    </MatchCard>
  ));
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
        {toLink.length === 0 ? (
          cards
        ) : (
          <Form>
            {cards}
            {toLink.length > 1 ? (
              <Button variant="secondary" preventDoubleClick>
                Link those that are ticked
              </Button>
            ) : null}
          </Form>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={link('submissions/links', { submissionId })}>
            Link to another report or end a link
          </a>
        </p>
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

/** As what the two are linked follows from what they share most surely. An error leads to the first. */
function LinkMatch({ match, linked, first }: { match: Match; linked: boolean; first: boolean }) {
  const { submissionId, reference } = match;
  const { label } = relationKinds[kindOfMatch(match)];
  if (linked) return <p className="govuk-body govuk-!-margin-bottom-0">Linked to this report.</p>;
  return (
    <div className="portal-link-match">
      <Checkboxes
        name="others"
        idPrefix={first ? 'others' : `others-${submissionId}`}
        {...(first ? {} : { error: '' })}
        small
        items={[{ value: submissionId, label: `Tick ${reference} to link several` }]}
      />
      <Button name="only" value={submissionId} variant="secondary" preventDoubleClick>
        Link: {label.toLowerCase()} <span className="govuk-visually-hidden">({reference})</span>
      </Button>
    </div>
  );
}
