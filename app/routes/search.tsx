import { areaChoices } from '#app/domain/force/area-choices.server.ts';
import { keepSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { searchForm } from '#app/domain/connections/search/sought.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { SearchForm } from './search/SearchForm.tsx';
import type { Route } from './+types/search.ts';

export const handle = { access: 'triage.work', section: 'search' } satisfies RouteHandle;

export const loader = async (args: Route.LoaderArgs) => ({ areas: await areaChoices(ctxOf(args).db) });

/** What was typed is content, so it never becomes part of an address: it is kept, and its results have one of their own. */
export const action = formAction(searchForm, async (sought, args: Route.ActionArgs) =>
  link('search/results', { searchId: await keepSearch(ctxOf(args), sought) }),
);

export default function Search({ loaderData: { areas } }: Route.ComponentProps) {
  return (
    <Page title="Search">
      <TwoThirds>
        <PageHeading>Search</PageHeading>
        <SearchForm areas={areas} />
      </TwoThirds>
    </Page>
  );
}
