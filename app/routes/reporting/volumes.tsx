import type { Dimension } from '#app/domain/figures/figure-filter.server.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import { chartFinding } from '#app/domain/figures/chart-finding.ts';
import { finding } from '#app/domain/figures/finding.ts';
import { rowsFinding } from '#app/domain/figures/rows-finding.ts';
import { inMonths, periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { volumeCuts, volumeDefinition, type CutDimension } from '#app/domain/figures/volume-tables.ts';
import { volumes, type Volumes as Counts } from '#app/domain/figures/volumes.server.ts';
import { monthName, type Month } from '#app/domain/kernel/months.ts';
import { noArea, notTold } from '#app/domain/kernel/report-labels.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { RankBars } from '#app/ui/charts/RankBars.tsx';
import { formatDate } from '#app/ui/format/date.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import { VolumeChart } from './VolumeChart.tsx';
import { VolumeTable } from './VolumeTable.tsx';
import type { Route } from './+types/volumes.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url } = args;
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const read = readPeriod({ from: url.searchParams.get('from'), to: url.searchParams.get('to') }, now);
  const areasAs = url.searchParams.get('areas') === 'now' ? 'now' : 'sent';
  const period = inMonths(read.period);
  const counts = await volumes(ctx, period, areasAs);
  return {
    form: { values: read.values, errors: read.errors },
    period: periodName(period),
    usual: usualFor(now, period, (chosen) =>
      link('reporting/volumes', {}, { ...chosen, areas: areasAs === 'now' ? 'now' : null }),
    ),
    query: { from: period.first, to: period.last },
    counts,
    findings: findingsOf(counts),
    finding: finding({ ...counts.total, months: counts.months }, now),
    headline: chartFinding({ ...counts.total, months: counts.months }, counts.events, now, formatDate),
    updatedAt: now.toISOString(),
  };
}

/** What each cut says, as a sentence. */
const findingsOf = (counts: Counts) =>
  Object.fromEntries(
    volumeCuts(counts).map(({ dimension, rows }) => [dimension, rowsFinding(rows, counts.total.total)]),
  ) as Record<CutDimension, string>;

export default function Volumes({ loaderData }: Route.ComponentProps) {
  const { form, period, usual, query, counts, findings, updatedAt } = loaderData;
  const rowsHref = (dimension: Dimension | null) => (row: VolumeRow, month: Month | null) =>
    link(
      'reporting/measure',
      { code: 'received' },
      {
        ...(month === null ? query : { from: month, to: month }),
        ...(dimension === null || row.key === counts.total.key ? {} : { [dimension]: row.key }),
      },
    );
  const areas = { as: counts.areasAs, changes: counts.areaChanges };
  const areasNow = areas.as === 'now' ? ', areas as they are now' : '';
  const { total } = counts;
  return (
    <Page title="Reporting volumes" errors={form.errors}>
      <PageHeading>Reporting volumes</PageHeading>
      <Finding {...loaderData} href={rowsHref(null)(total, null)} />
      <p className="govuk-body portal-secondary">
        Period: {period}
        {areasNow}. Updated at <DateTime at={updatedAt} />.
        {counts.noDataBefore === null ? null : ` There is no data before ${monthName(counts.noDataBefore)}.`}
      </p>
      <PeriodForm {...form} usual={usual} areas={areas.changes.length > 0 ? areas.as : null} />
      <p className="govuk-body">
        <a className="govuk-link govuk-!-font-weight-bold" href={link('reporting/course', {}, query)}>
          What became of these reports, how fast, and which partners fell silent
        </a>
        <br />
        <a className="govuk-link" href={link('products/products')}>
          Products for meetings, and the written procedure
        </a>
      </p>
      <VolumeChart counts={counts} period={period} now={updatedAt} headline={loaderData.headline} />
      {total.total === 0 ? (
        <EmptyState title="No submissions were received in this period">
          {counts.noDataBefore === null
            ? 'The tables below show 0 throughout. Choose an earlier first month to see more.'
            : 'The portal had none yet: there is no data, which is not nought.'}
        </EmptyState>
      ) : null}
      <Definition />
      <TakeAway
        hrefOf={(as) => link('reporting/file', {}, { report: 'volumes', ...query, areas: areas.as, as })}
      />
      {volumeCuts(counts).map(({ dimension, ...cut }) => (
        <VolumeTable
          key={dimension}
          {...cut}
          months={counts.months}
          period={period}
          total={total}
          finding={findings[dimension]}
          chart={
            dimension === 'area' ? (
              <RankBars
                id="area-bars"
                headline="By area"
                subtitle={`Submissions by area, ${period}${areasNow}`}
                rows={ranked(counts.areas).map((row) => ({
                  key: row.key,
                  label: row.label,
                  bars: [{ count: row.total, lighter: !isArea(row.key) }],
                }))}
                source="Source: submissions in this portal."
              />
            ) : null
          }
          hrefOf={
            dimension === 'aim' || dimension === 'item' ? (code) => link('plan/item', { code }) : undefined
          }
          rowsHref={dimension === 'area' && areas.as === 'now' ? undefined : rowsHref(dimension)}
        />
      ))}
    </Page>
  );
}

const isArea = (key: string) => key !== noArea && key !== notTold;

type AreaRows = Route.ComponentProps['loaderData']['counts']['areas'];

/** Areas with most submissions first; what has no single area comes last and is no area that could have most. */
function ranked(areas: AreaRows): AreaRows {
  const sorted = [...areas].sort((one, other) => other.total - one.total);
  return [...sorted.filter(({ key }) => isArea(key)), ...sorted.filter(({ key }) => !isArea(key))];
}

/** What the period had, how its end stands to its beginning, and what the running month has so far. */
function Finding({
  finding: found,
  href,
}: Pick<Route.ComponentProps['loaderData'], 'finding'> & { href: string }) {
  return (
    <InsetText>
      <p className="govuk-body-l govuk-!-margin-bottom-2">
        <a className="govuk-link" href={href}>
          {found.total}
        </a>{' '}
        {found.change}
      </p>
      {found.running ? <p className="govuk-body govuk-!-margin-bottom-0">{found.running}</p> : null}
    </InsetText>
  );
}

function Definition() {
  return (
    <Details summary="What a submission is, and when it counts" id="definition-submissions">
      {volumeDefinition}
    </Details>
  );
}
