import { areaDefinition } from '#app/domain/figures/area-words.ts';
import type { Dimension } from '#app/domain/figures/figure-filter.server.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import { chartFinding } from '#app/domain/figures/chart-finding.ts';
import { finding } from '#app/domain/figures/finding.ts';
import { periodName, readPeriod } from '#app/domain/figures/period.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { monthName } from '#app/domain/kernel/months.ts';
import { noArea, notTold } from '#app/domain/kernel/report-labels.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { RankBars } from '#app/ui/charts/RankBars.tsx';
import { formatDate } from '#app/ui/format/date.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
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
  const counts = await volumes(ctx, read.period, areasAs);
  return {
    form: { values: read.values, errors: read.errors },
    period: periodName(read.period),
    query: { from: read.period.first, to: read.period.last },
    counts,
    finding: finding({ ...counts.total, months: counts.months }, now),
    headline: chartFinding({ ...counts.total, months: counts.months }, counts.events, now, formatDate),
    updatedAt: now.toISOString(),
  };
}

export default function Volumes({ loaderData }: Route.ComponentProps) {
  const { form, period, query, counts, updatedAt } = loaderData;
  const rowsHref = (dimension: Dimension) => (row: VolumeRow) =>
    link('reporting/measure', { code: 'received' }, { ...query, [dimension]: row.key });
  const areas = { as: counts.areasAs, changes: counts.areaChanges };
  const areasNow = areas.as === 'now' ? ', areas as they are now' : '';
  const table = { months: counts.months, period, total: counts.total, totalLabel: 'All submissions' };
  return (
    <Page title="Reporting volumes" errors={form.errors}>
      <PageHeading>Reporting volumes</PageHeading>
      <Finding {...loaderData} />
      <p className="govuk-body portal-secondary">
        Period: {period}
        {areasNow}. Updated at <DateTime at={updatedAt} />.
        {counts.noDataBefore === null ? null : ` There is no data before ${monthName(counts.noDataBefore)}.`}
      </p>
      <p className="govuk-body">
        <a className="govuk-link govuk-!-font-weight-bold" href={link('reporting/course', {}, query)}>
          What became of these reports, how fast, and which partners fell silent
        </a>
      </p>
      <VolumeChart counts={counts} period={period} now={updatedAt} headline={loaderData.headline} />
      {counts.total.total === 0 ? (
        <EmptyState title="No submissions were received in this period">
          {counts.noDataBefore === null
            ? 'The tables below show 0 throughout. Choose an earlier first month to see more.'
            : 'The portal had none yet: there is no data, which is not nought.'}
        </EmptyState>
      ) : null}
      <Definition />
      <PeriodForm {...form} areas={areas.changes.length > 0 ? areas.as : null} />
      <Contents />
      <VolumeTable
        {...table}
        id="plan-aims"
        title="aim and theme"
        of="Aim or theme"
        definition="Distinct submissions that are linked to any activity of the aim or any action of the theme, each counted once. One submission can count for several aims, so the rows do not add up to the total."
        rows={counts.planParents}
        totalLabel="All submissions, each counted once"
        hrefOf={(row) => link('plan/item', { code: row.key })}
        rowsHref={rowsHref('aim')}
      />
      <RankBars
        id="area-bars"
        headline={areaHeadline(counts.areas)}
        subtitle={`Submissions by area, ${period}${areasNow}`}
        rows={ranked(counts.areas).map(({ key, label, total }) => ({
          key,
          label,
          bars: [{ count: total, lighter: !isArea(key) }],
        }))}
        source="Source: submissions in this portal. The table by area has the months."
      />
      <VolumeTable
        {...table}
        id="plan-items"
        title="plan item"
        of="Plan item"
        definition="Distinct submissions that are linked to the item of the delivery plan, by a routing rule or by an officer. One submission can be linked to several items, so the rows do not add up to the total. Volume alone does not show whether an item has been achieved."
        rows={counts.planItems}
        totalLabel="All submissions, each counted once"
        hrefOf={(row) => link('plan/item', { code: row.key })}
        rowsHref={rowsHref('item')}
      />
      <VolumeTable
        {...table}
        id="areas"
        title="area"
        of="Area"
        definition={areaDefinition(areas)}
        rows={counts.areas}
        rowsHref={areas.as === 'sent' ? rowsHref('area') : undefined}
      />
      <VolumeTable
        {...table}
        id="channels"
        title="channel"
        of="Channel"
        definition="Distinct submissions by how they reached the portal: sent by a partner with the web form, or entered by a SPOC from a telephone call or from paper. The rows add up to the total."
        rows={counts.channels}
        rowsHref={rowsHref('channel')}
      />
      <VolumeTable
        {...table}
        id="organisation-kinds"
        title="kind of organisation"
        of="Kind of organisation"
        definition="Distinct submissions by the kind of organisation that sent them, as it was when they were sent. Organisations are not named. The rows add up to the total."
        rows={counts.organisationKinds}
        rowsHref={rowsHref('kind')}
      />
      <VolumeTable
        {...table}
        id="priorities"
        title="priority"
        of="Priority"
        definition="Distinct submissions by the priority that routing gave them. The rows add up to the total."
        rows={counts.priorities}
        rowsHref={rowsHref('priority')}
      />
      <VolumeTable
        {...table}
        id="exploitation-types"
        title="type of exploitation"
        of="Type"
        definition="Distinct submissions by the types of exploitation that the partner named. A submission that names two types counts for both, so the rows do not add up to the total."
        rows={counts.exploitationTypes}
        totalLabel="All submissions, each counted once"
        rowsHref={rowsHref('type')}
      />
      <VolumeTable
        {...table}
        id="outcomes"
        title="outcome"
        of="Outcome so far"
        definition="What has become, up to now, of the submissions received in each month. The rows add up to the total. A month’s column changes while its submissions are still being answered."
        rows={counts.outcomes}
        rowsHref={rowsHref('outcome')}
      />
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

/** The area with most submissions, and how many have none, as a sentence. */
function areaHeadline(areas: AreaRows): string {
  const [most] = ranked(areas);
  const without = areas.find(({ key }) => key === noArea)?.total ?? 0;
  const first =
    most && isArea(most.key) && most.total > 0
      ? `Of the areas, ${most.label} had most (${most.total})`
      : 'No area had a submission';
  return without === 0 ? first : `${first}; ${without} ${without === 1 ? 'has' : 'have'} no single area`;
}

const sections = [
  ['plan-aims', 'aim and theme'],
  ['plan-items', 'plan item'],
  ['areas', 'area'],
  ['channels', 'channel'],
  ['organisation-kinds', 'kind of organisation'],
  ['priorities', 'priority'],
  ['exploitation-types', 'type of exploitation'],
  ['outcomes', 'outcome'],
] as const;

function Contents() {
  return (
    <nav aria-label="Tables on this page" className="portal-no-print">
      <ul className="govuk-list portal-inline-list">
        {sections.map(([id, name]) => (
          <li key={id}>
            <a className="govuk-link govuk-link--no-visited-state" href={`#${id}`}>
              By {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the period had, how its end stands to its beginning, and what the running month has so far. */
function Finding({ finding: found }: Pick<Route.ComponentProps['loaderData'], 'finding'>) {
  return (
    <InsetText>
      <p className="govuk-body-l govuk-!-margin-bottom-2">
        <a className="govuk-link" href="#definition-submissions">
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
    <p className="govuk-body" id="definition-submissions">
      A submission is one report that was sent. It counts in the month in which it was sent, in British time,
      whatever has become of it since: closed, rejected and withdrawn submissions count too. Reports that are
      still being written do not.
    </p>
  );
}
