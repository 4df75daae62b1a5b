import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { recordKindCodes, recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { longestQuery } from '#app/domain/connections/search/read-query.ts';
import { search, type Hit, type SearchResult } from '#app/domain/connections/search/search.server.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/search.ts';

export const handle = { access: 'triage.work', section: 'search' } satisfies RouteHandle;

const form = z.object({ query: z.string(), page: shownAtTimes() });

/** Answers with the results themselves: what was typed is content, so it never becomes part of an address. */
export const action = formAction(form, async ({ query, page }, args: Route.ActionArgs) => {
  const result = await search(ctxOf(args), { typed: query, page: Number(page || '1') });
  return { values: { query }, errors: [], collision: null, result };
});

export default function Search({ actionData }: Route.ComponentProps) {
  const result = actionData && 'result' in actionData ? actionData.result : null;
  return (
    <Page
      title="Search"
      page={result && result.pages > 1 ? { number: result.page, total: result.pages } : undefined}
    >
      <TwoThirds>
        <PageHeading>Search</PageHeading>
        <Form action={link('search')} role="search">
          <Input
            name="query"
            label="Reference, vehicle, telephone, name, address or words of a report"
            hint="A reference may be a report’s own, a crime or log number, or that of a referral. Use ? for each character of a registration mark that you do not know."
            autoComplete="off"
            spellCheck={false}
            maxLength={longestQuery * 2}
          />
          <Button>Search</Button>
        </Form>
        {result ? <Results result={result} /> : null}
      </TwoThirds>
    </Page>
  );
}

function summary({ count, more, page, pages }: SearchResult): string {
  if (more)
    return `More than ${count.toLocaleString('en-GB')} results. These are the first: add a word to narrow them`;
  const results = `${count.toLocaleString('en-GB')} ${count === 1 ? 'result' : 'results'}`;
  return pages > 1 ? `${results}, page ${page} of ${pages}` : results;
}

/** Said before anything else: what is not shown may still be there. */
function Cut({ since }: { since: Date | null }) {
  if (!since) return null;
  return (
    <InsetText>
      Too many reports hold something like this to look through them all. Only reports received since{' '}
      <DateTime at={since} short /> were looked through. Add a word to search them all.
    </InsetText>
  );
}

function Results({ result }: { result: SearchResult }) {
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
  return (
    <>
      <Cut since={result.since} />
      <h2 className="govuk-heading-m">{summary(result)}</h2>
      <ol className="govuk-list govuk-list--spaced portal-results">
        {result.hits.map((hit) => (
          <li key={hit.id}>
            <Result hit={hit} />
          </li>
        ))}
      </ol>
      <div className="govuk-button-group">
        <PageButton result={result} page={result.page - 1} label="Previous page" />
        <PageButton result={result} page={result.page + 1} label="Next page" />
      </div>
    </>
  );
}

const things: Readonly<Record<string, string>> = {
  vehicle: 'Vehicle',
  contact: 'Contact',
  place: 'Place',
  person: 'Person',
  business: 'Business',
  item: 'Item',
  ...Object.fromEntries(recordKindCodes.map((kind) => [kind, recordKinds[kind].label])),
  passed: 'Passed outside the force under',
};

/** Where words were found that do not stand in the report itself. */
const hangsOn: Readonly<Record<string, string>> = {
  added: 'In information added afterwards',
  answer: 'In the partner’s answer to a question',
  note: 'In a note',
};

function Result({ hit }: { hit: Hit }) {
  const href =
    hit.kind === 'submission'
      ? link('submissions/submission', { submissionId: hit.id })
      : link('disseminations/dissemination', { disseminationId: hit.id });
  const values = hit.found.filter(({ thing, value }) => value !== '' && Object.hasOwn(things, thing));
  return (
    <>
      <a className="govuk-link govuk-link--no-visited-state govuk-!-font-weight-bold" href={href}>
        {hit.reference}
      </a>{' '}
      {hit.restricted ? <Tag colour="purple">Restricted</Tag> : null}
      <br />
      <span className="portal-secondary">
        {hit.kind === 'submission' ? 'Received' : 'Disseminated to you'} <DateTime at={hit.at} short />,{' '}
        {hit.area ?? 'area not known'}
        {hit.status ? `, ${statusWords(hit.status, hit).toLowerCase()}` : ''}
      </span>
      {values.map(({ thing, value }) => (
        <div key={`${thing} ${value}`}>
          {things[thing]}: <mark className="portal-found">{value}</mark>
        </div>
      ))}
      {hit.found
        .filter(({ thing }) => Object.hasOwn(hangsOn, thing))
        .map(({ thing }) => (
          <div key={thing}>{hangsOn[thing]}</div>
        ))}
      {hit.headline.length > 0 ? (
        <div>
          {hit.headline.map(({ text, found }, index) =>
            found ? (
              <mark key={index} className="portal-found">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </div>
      ) : null}
    </>
  );
}

function PageButton({ result, page, label }: { result: SearchResult; page: number; label: string }) {
  if (page < 1 || page > result.pages) return null;
  return (
    <Form action={link('search')}>
      <input type="hidden" name="query" value={result.query} />
      <input type="hidden" name="page" value={page} />
      <Button variant="secondary">{label}</Button>
    </Form>
  );
}
