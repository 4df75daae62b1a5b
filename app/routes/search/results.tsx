import { data } from 'react-router';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { areaChoices } from '#app/domain/force/area-choices.server.ts';
import { keptSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { search, type SearchResult } from '#app/domain/connections/search/search.server.ts';
import { isNarrowed, keptSought, searchGone, searchValues } from '#app/domain/connections/search/sought.ts';
import { mostLinkedTogether } from '#app/domain/triage/queues/bulk.ts';
import { errorsOf } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { resultsFrom } from '#app/http/list-address.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Pagination } from '#app/ui/govuk/Pagination.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { PickBox } from '#app/ui/layout/PickBox.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { Result } from './Result.tsx';
import { SearchForm } from './SearchForm.tsx';
import type { Route } from './+types/results.ts';

export const handle = { access: 'triage.work', section: 'search' } satisfies RouteHandle;

/** The results of a search that its owner made: an address to come back to, which says nothing of what was typed. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { searchId } = idsOf(args);
  const sought = await keptSearch(ctx, { searchId, as: keptSought });
  const after = new URL(args.request.url).searchParams.get('after');
  const areas = await areaChoices(ctx.db);
  if (!sought) return data({ form: { areas }, searchId, after, result: null, errors: [] }, { status: 404 });
  const form = { areas, values: searchValues(sought), narrowed: isNarrowed(sought) };
  try {
    const result = await search(ctx, { sought, after });
    return { form, searchId, after, result, errors: [] };
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return { form, searchId, after, result: null, errors: errorsOf(failure) };
  }
}

type Loaded = Route.ComponentProps['loaderData'];

export default function Results({ loaderData }: Route.ComponentProps) {
  const { form, result, errors } = loaderData;
  return (
    <Page title="Search results" errors={errors}>
      <TwoThirds>
        <PageHeading>Search</PageHeading>
        {'values' in form ? null : <InsetText>{searchGone} Search again.</InsetText>}
        <SearchForm {...form} errors={errors} />
        {result ? <Found {...loaderData} result={result} /> : null}
      </TwoThirds>
    </Page>
  );
}

const summary = ({ count, more }: SearchResult): string =>
  more
    ? `More than ${count.toLocaleString('en-GB')} results. These are the first: add a word to narrow them`
    : `${count.toLocaleString('en-GB')} ${count === 1 ? 'result' : 'results'}`;

/** Said before anything else: what is not shown may still be there. */
function Cut({ since }: { since: Date | null }) {
  if (!since) return null;
  return (
    <InsetText>
      Too many reports hold something like this to look through them all. Only reports received since{' '}
      <DateTime at={since} short /> were looked through. Add a word or a date to search further back.
    </InsetText>
  );
}

/** Selected reports, or all that were found where those are not too many, go to the page that asks what of the plan they serve. */
function LinkButtons({ result: { count, hits } }: { result: SearchResult }) {
  const all = count > hits.length && count <= mostLinkedTogether;
  return (
    <div className="govuk-button-group">
      <Button variant="secondary">Link selected to the plan</Button>
      {all ? (
        <Button variant="secondary" name="all" value="yes">
          Link all {count} to the plan
        </Button>
      ) : null}
    </div>
  );
}

function Found({ result, searchId, after }: { result: SearchResult } & Pick<Loaded, 'searchId' | 'after'>) {
  if (result.count === 0)
    return (
      <>
        <Cut since={result.since} />
        <EmptyState title="Nothing found">
          Check the spelling, or search for a part of it. You find what you may read: reports in your queues
          and what was disseminated to you. Who told a partner is never searched.
        </EmptyState>
      </>
    );
  const from = resultsFrom(searchId, after);
  const page = (place: string | null) => link('search/results', { searchId }, { after: place });
  const { hits } = result;
  const list = (
    <ol className="govuk-list govuk-list--spaced portal-results">
      {hits.map((hit) => (
        <li key={hit.id}>
          {hit.kind === 'submission' ? (
            <PickBox name="pick" value={hit.id} id={`pick-${hit.id}`} label={`Select ${hit.reference}`}>
              <Result hit={hit} from={from} />
            </PickBox>
          ) : (
            <Result hit={hit} from={from} />
          )}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <Cut since={result.since} />
      <h2 className="govuk-heading-m">{summary(result)}</h2>
      {hits.length === 0 ? (
        <p className="govuk-body">There are fewer than when you came here: none is left for this page.</p>
      ) : null}
      {hits.some(({ kind }) => kind === 'submission') ? (
        <form method="get" action={link('search/link-plan', { searchId })}>
          {list}
          <LinkButtons result={result} />
        </form>
      ) : (
        list
      )}
      {after || result.next ? (
        <Pagination
          label="Pages of results"
          previous={after ? { href: page(null), text: 'Back to the start' } : undefined}
          next={result.next ? { href: page(result.next), text: 'More' } : undefined}
        />
      ) : null}
    </>
  );
}
