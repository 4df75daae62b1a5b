import { monthName } from '#app/domain/reporting/months.ts';
import { publishedFigures } from '#app/domain/reporting/published-figures.server.ts';
import { channelWords } from '#app/domain/reporting/words.ts';
import { exploitationWords } from '#app/domain/triage/exploitation-words.ts';
import { ctxOf, portalContext } from '#app/http/context.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import type { Route } from './+types/published.ts';

export async function loader(args: Route.LoaderArgs) {
  const figures = await publishedFigures(ctxOf(args));
  return { ...figures, marking: args.context.get(portalContext).force.force.markings.aggregate };
}

const cuts = [
  { dimension: 'total', title: 'All submissions' },
  { dimension: 'area', title: 'By area' },
  { dimension: 'plan_item', title: 'By plan item' },
  { dimension: 'channel', title: 'By channel' },
  { dimension: 'exploitation_type', title: 'By type of exploitation' },
] as const;

export default function PublishedFigures({
  loaderData: { months, rows, names, marking },
}: Route.ComponentProps) {
  const nameOf = (dimension: string, key: string) => {
    if (dimension === 'total') return 'All submissions';
    if (dimension === 'area') return names[key] ?? 'No area, several areas or outside the force';
    if (dimension === 'channel') return channelWords[key as keyof typeof channelWords];
    if (dimension === 'exploitation_type') return exploitationWords([key])[0] ?? key;
    return key;
  };
  return (
    <Page title="Published figures" marking={marking} wide>
      <PageHeading>Published figures</PageHeading>
      <InsetText>
        Only months that are over, frozen once. A number below 5 is not shown, nor is one from which it could
        be worked out: “fewer than 5 or withheld”. There is no sum over months for the same reason.
      </InsetText>
      {rows.length === 0 ? (
        <EmptyState title="No month is over yet">
          The first figures appear when the first month with submissions has ended.
        </EmptyState>
      ) : null}
      {rows.length === 0
        ? null
        : cuts.map(({ dimension, title }) => (
            <div key={dimension}>
              <h2 className="govuk-heading-m" id={dimension}>
                {title}
              </h2>
              <ScrollRegion label={title}>
                <Table
                  caption={`${title}, submissions received by month`}
                  captionClassName="govuk-visually-hidden"
                  className="portal-figures"
                  firstCellIsHeader
                  head={[
                    { content: 'What' },
                    ...months.map((month) => ({ content: monthName(month), numeric: true })),
                  ]}
                  rows={rows
                    .filter((row) => row.dimension === dimension)
                    .map((row) => [
                      { content: nameOf(dimension, row.key) },
                      ...months.map((month) => ({
                        content: row.byMonth[month] ?? <Withheld />,
                        numeric: true,
                      })),
                    ])}
                />
              </ScrollRegion>
            </div>
          ))}
    </Page>
  );
}

function Withheld() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="govuk-visually-hidden">fewer than 5 or withheld</span>
    </>
  );
}
