import { areaDefinition } from '#app/domain/figures/area-words.ts';
import type { Dimension } from '#app/domain/figures/figure-filter.server.ts';
import type { VolumeRow } from '#app/domain/figures/volume-rows.ts';
import { chartFinding } from '#app/domain/figures/chart-finding.ts';
import { finding } from '#app/domain/figures/finding.ts';
import { rowsFinding } from '#app/domain/figures/rows-finding.ts';
import { inMonths, periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { monthName, type Month } from '#app/domain/kernel/months.ts';
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
  const period = inMonths(read.period);
  const counts = await volumes(ctx, period, areasAs);
  const all = counts.total.total;
  return {
    form: { values: read.values, errors: read.errors },
    period: periodName(period),
    usual: usualFor(now, period, (chosen) =>
      link('reporting/volumes', {}, { ...chosen, areas: areasAs === 'now' ? 'now' : null }),
    ),
    query: { from: period.first, to: period.last },
    counts,
    findings: {
      planParents: rowsFinding(counts.planParents, all),
      planItems: rowsFinding(counts.planItems, all),
      areas: rowsFinding(counts.areas, all),
      channels: rowsFinding(counts.channels, all),
      organisationKinds: rowsFinding(counts.organisationKinds, all),
      priorities: rowsFinding(counts.priorities, all),
      exploitationTypes: rowsFinding(counts.exploitationTypes, all),
      outcomes: rowsFinding(counts.outcomes, all),
    },
    finding: finding({ ...counts.total, months: counts.months }, now),
    headline: chartFinding({ ...counts.total, months: counts.months }, counts.events, now, formatDate),
    updatedAt: now.toISOString(),
  };
}

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
  const table = { months: counts.months, period, total, totalLabel: 'All submissions' };
  const each = { totalLabel: 'All submissions, each counted once' };
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
      <VolumeTable
        {...table}
        {...each}
        id="plan-aims"
        title="aim and theme"
        question="Which aims of the plan do reports serve?"
        finding={findings.planParents}
        of="Aim or theme"
        definition="Distinct submissions that are linked to any activity of the aim or any action of the theme, each counted once. One submission can count for several aims, so the rows do not add up to the total."
        rows={counts.planParents}
        hrefOf={(row) => link('plan/item', { code: row.key })}
        rowsHref={rowsHref('aim')}
      />
      <VolumeTable
        {...table}
        {...each}
        id="plan-items"
        title="plan item"
        question="Which of its activities and actions?"
        finding={findings.planItems}
        of="Plan item"
        definition="Distinct submissions that are linked to the item of the delivery plan, by a routing rule or by an officer. One submission can be linked to several items, so the rows do not add up to the total. Volume alone does not show whether an item has been achieved."
        rows={counts.planItems}
        hrefOf={(row) => link('plan/item', { code: row.key })}
        rowsHref={rowsHref('item')}
      />
      <VolumeTable
        {...table}
        id="areas"
        title="area"
        question="Where?"
        finding={findings.areas}
        chart={
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
        }
        of="Area"
        definition={areaDefinition(areas)}
        rows={counts.areas}
        rowsHref={areas.as === 'sent' ? rowsHref('area') : undefined}
      />
      <VolumeTable
        {...table}
        id="organisation-kinds"
        title="kind of organisation"
        question="From whom?"
        finding={findings.organisationKinds}
        of="Kind of organisation"
        definition="Distinct submissions by the kind of organisation that sent them, as it was when they were sent. Organisations are not named. The rows add up to the total."
        rows={counts.organisationKinds}
        rowsHref={rowsHref('kind')}
      />
      <VolumeTable
        {...table}
        id="channels"
        title="channel"
        question="How did they reach the portal?"
        finding={findings.channels}
        of="Channel"
        definition="Distinct submissions by how they reached the portal: sent by a partner with the web form, or entered by a SPOC from a telephone call or from paper. The rows add up to the total."
        rows={counts.channels}
        rowsHref={rowsHref('channel')}
      />
      <VolumeTable
        {...table}
        {...each}
        id="exploitation-types"
        title="type of exploitation"
        question="Which types of exploitation?"
        finding={findings.exploitationTypes}
        of="Type"
        definition="Distinct submissions by the types of exploitation that the partner named. A submission that names two types counts for both, so the rows do not add up to the total."
        rows={counts.exploitationTypes}
        rowsHref={rowsHref('type')}
      />
      <VolumeTable
        {...table}
        id="priorities"
        title="priority"
        question="How urgent?"
        finding={findings.priorities}
        of="Priority"
        definition="Distinct submissions by the priority that routing gave them. The rows add up to the total."
        rows={counts.priorities}
        rowsHref={rowsHref('priority')}
      />
      <VolumeTable
        {...table}
        id="outcomes"
        title="outcome"
        question="What were partners told?"
        finding={findings.outcomes}
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
    <p className="govuk-body" id="definition-submissions">
      A submission is one report that was sent. It counts in the month in which it was sent, in British time,
      whatever has become of it since: closed, rejected and withdrawn submissions count too. Reports that are
      still being written do not.
    </p>
  );
}
