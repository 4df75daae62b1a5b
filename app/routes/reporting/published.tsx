import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { figureWords, publishedTitles } from '#app/domain/figures/published-rows.ts';
import { quarterName } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import type { Route } from './+types/published.ts';

export const handle = { access: 'figures.read-published' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { figures: await publishedFigures(ctxOf(args)) };
}

export default function PublishedFigures({ loaderData: { figures } }: Route.ComponentProps) {
  const { quarters, tables, next, ownAreas } = figures;
  const [newest] = quarters;
  const head = quarters.map(({ firstMonth }) => ({ content: quarterName(firstMonth), numeric: true }));
  return (
    <Page title="Published figures">
      <TwoThirds>
        <PageHeading>Published figures</PageHeading>
        {ownAreas.length > 0 ? <OwnAreas areas={ownAreas} /> : null}
        {newest ? (
          <InsetText>
            <p className="govuk-body-l govuk-!-margin-bottom-0">
              Submissions received, {quarterName(newest.firstMonth)}: {figureWords(newest.total)},{' '}
              <a className="govuk-link" href="#what-is-counted">
                frozen on {formatDate(newest.frozenAt)}
              </a>
            </p>
          </InsetText>
        ) : (
          <EmptyState title="Nothing has been frozen yet">
            The first figures appear once the first quarter with submissions is over.
          </EmptyState>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={link('products/products')}>
            Products for meetings, and the written procedure
          </a>
        </p>
        <p className="govuk-body">
          The next quarter, {quarterName(next.firstMonth)}, is frozen on {formatDate(next.on)}.
        </p>
      </TwoThirds>
      {newest ? (
        <>
          <Words />
          <FigureTable
            id="total"
            title="All submissions"
            of="Counted"
            head={head}
            rows={[
              ['Submissions received', ...quarters.map(({ total }) => figureWords(total))],
              ['Frozen on', ...quarters.map(({ frozenAt }) => formatDate(frozenAt))],
            ]}
          />
          {tables.map(({ table, rows }) => (
            <FigureTable
              key={table}
              id={table}
              {...publishedTitles[table]}
              head={head}
              rows={rows.map(({ label, figures: each }) => [label, ...each.map(figureWords)])}
            />
          ))}
          <TakeAway of="all quarters" hrefOf={(as) => link('reporting/published-file', {}, { as })} />
          <Definitions quarters={quarters} />
        </>
      ) : null}
    </Page>
  );
}

function OwnAreas({ areas }: { areas: Route.ComponentProps['loaderData']['figures']['ownAreas'] }) {
  return (
    <ul className="govuk-list">
      {areas.map(({ id, name }) => (
        <li key={id}>
          <a
            className="govuk-link govuk-!-font-weight-bold"
            href={link('reporting/own-area', { areaId: id })}
          >
            {name}: what your lists hold, counted
          </a>
        </li>
      ))}
    </ul>
  );
}

type FigureTableProps = {
  id: string;
  title: string;
  of: string;
  head: { content: string; numeric: boolean }[];
  rows: string[][];
};

function FigureTable({ id, title, of, head, rows }: FigureTableProps) {
  return (
    <section aria-labelledby={`table-${id}`}>
      <h2 className="govuk-heading-m" id={`table-${id}`}>
        {title}
      </h2>
      <ScrollRegion label={`${title}, by quarter`}>
        <Table
          caption={`${title}, by quarter`}
          captionClassName="govuk-visually-hidden"
          className="portal-figures portal-figures--named"
          firstCellIsHeader
          head={[{ content: of }, ...head]}
          rows={rows.map(([name, ...cells]) => [
            { content: name },
            ...cells.map((content) => ({ content, numeric: true })),
          ])}
        />
      </ScrollRegion>
    </section>
  );
}

function Words() {
  return (
    <TwoThirds>
      <p className="govuk-body">
        Each row shows its number in fives, such as 10 to 14, so that nobody can be found by taking one figure
        from another. <strong>None</strong> is nought. <strong>Too few</strong> is one to four.{' '}
        <strong>Withheld</strong> can be any number: with the other figures it would have told of a few
        reports.
      </p>
    </TwoThirds>
  );
}

/** What was counted, in the words of the day on which it was frozen: once for all quarters that have the same. */
function Definitions({ quarters }: { quarters: Route.ComponentProps['loaderData']['figures']['quarters'] }) {
  const definitions = [...new Set(quarters.map(({ definition }) => definition))];
  const having = (definition: string) => quarters.filter((quarter) => quarter.definition === definition);
  return (
    <TwoThirds>
      <h2 className="govuk-heading-m" id="what-is-counted">
        What is counted
      </h2>
      {definitions.map((definition) => (
        <p key={definition} className="govuk-body">
          {definitions.length > 1
            ? `${having(definition)
                .map(({ firstMonth }) => quarterName(firstMonth))
                .join(', ')}: `
            : null}
          {definition}
        </p>
      ))}
      <p className="govuk-body">
        A quarter is frozen once, by a job, on the 10th of the month after it, and never changes after that.
        There is no table by plan item, however merged or rounded: the rules that link a report to items can
        be read, so its figures could be taken from each other and from the tables above. Of 11 reports, of
        which 6 name a type and 5 count for an item that asks for a type and a place, three rows of “5 to 9”
        would tell that at most one report names a type and no place.
      </p>
    </TwoThirds>
  );
}
