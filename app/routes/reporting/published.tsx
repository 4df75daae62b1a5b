import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { publishedFinding } from '#app/domain/figures/published-finding.ts';
import { channelWords, noArea } from '#app/domain/kernel/report-labels.ts';
import { exploitationWords } from '#app/domain/form/exploitation-words.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { planItemAddress } from '#app/http/plan-addresses.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PublishedTable, type PublishedLine } from '#app/ui/reporting/PublishedTable.tsx';
import type { Route } from './+types/published.ts';

export async function loader(args: Route.LoaderArgs) {
  const figures = await publishedFigures(ctxOf(args));
  return { ...figures, marking: args.context.get(portalContext).force.force.markings.aggregate };
}

const cuts = [
  { dimension: 'total', title: 'All submissions', of: 'Counted' },
  { dimension: 'area', title: 'By area', of: 'Area' },
  { dimension: 'plan_item', title: 'By plan item', of: 'Plan item' },
  { dimension: 'channel', title: 'By channel', of: 'Channel' },
  { dimension: 'exploitation_type', title: 'By type of exploitation', of: 'Type' },
] as const;

type Figures = Pick<Route.ComponentProps['loaderData'], 'rows' | 'names' | 'ownAreas'>;

export default function PublishedFigures({ loaderData }: Route.ComponentProps) {
  const { months, rows, marking } = loaderData;
  const linesOf = (dimension: string) => lines(loaderData, dimension);
  const own = linesOf('area').filter((line) => line.own);
  const told = own.length > 0 ? own : linesOf('total');
  return (
    <Page title="Published figures" marking={marking}>
      <PageHeading>Published figures</PageHeading>
      {rows.length === 0 ? (
        <EmptyState title="No month is over yet">
          The first figures appear when the first month with submissions has ended.
        </EmptyState>
      ) : (
        <InsetText>
          {told.map(({ key, label, byMonth }) => (
            <p key={key} className="govuk-body-l govuk-!-margin-bottom-0">
              {publishedFinding(label, months, byMonth)}
            </p>
          ))}
        </InsetText>
      )}
      <p className="govuk-body">
        Submissions received in months that are over. These figures do not change once a month is over. “–”
        means fewer than 5, or withheld so that nobody can be worked out. There is no sum over months for the
        same reason.
      </p>
      {rows.length === 0
        ? null
        : cuts.map(({ dimension, title, of }) => (
            <PublishedTable
              key={dimension}
              id={dimension}
              title={title}
              of={of}
              months={months}
              lines={linesOf(dimension)}
            />
          ))}
    </Page>
  );
}

/** The rows of one cut with their words, those of the reader's own areas first. */
function lines({ rows, names, ownAreas }: Figures, dimension: string): PublishedLine[] {
  const all = rows
    .filter((row) => row.dimension === dimension)
    .map(({ key, byMonth }) => ({ key, byMonth, ...wordsOf(names, dimension, key) }));
  const isOwn = (key: string) => dimension === 'area' && ownAreas.includes(key);
  return [
    ...all.filter(({ key }) => isOwn(key)).map((line) => ({ ...line, own: true })),
    ...all.filter(({ key }) => !isOwn(key)),
  ];
}

function wordsOf(
  names: Figures['names'],
  dimension: string,
  key: string,
): Pick<PublishedLine, 'label' | 'detail' | 'href'> {
  if (dimension === 'total') return { label: 'All submissions' };
  if (dimension === 'area')
    return { label: key === noArea ? 'No area, several areas or outside the force' : (names[key] ?? key) };
  if (dimension === 'channel') return { label: channelWords[key as keyof typeof channelWords] };
  if (dimension === 'exploitation_type') return { label: exploitationWords([key])[0] ?? key };
  return { label: key, detail: names[key], href: planItemAddress(key) };
}
