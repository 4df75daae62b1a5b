import { redirect } from 'react-router';
import { may } from '#app/domain/kernel/permissions.ts';
import { openMeasure, type OpenedMeasure } from '#app/domain/figures/measure-rows.server.ts';
import { readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { mostSampled, newDraw, readSample } from '#app/domain/figures/sample.ts';
import { periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { StateTag } from '#app/ui/triage/StateTag.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/measure.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url, params } = args;
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const read = readPeriod({ from: url.searchParams.get('from'), to: url.searchParams.get('to') }, now);
  const { period } = read;
  const filter = readFilter(url.searchParams);
  const { sample: asked, fault } = readSample(url.searchParams.get('sample'), url.searchParams.get('draw'));
  const query = { from: period.first, to: period.last, ...filter };
  // A new draw has an address of its own, by which it is drawn again.
  if (asked?.draw === null && may(ctx.actor, 'triage.work'))
    throw redirect(
      link('reporting/measure', { code: params.code }, { ...query, sample: asked.size, draw: newDraw() }),
    );
  const sample = asked === null || asked.draw === null ? null : { size: asked.size, draw: asked.draw };
  const measure = await openMeasure(ctx, {
    code: params.code,
    period,
    filter,
    after: sample ? null : url.searchParams.get('after'),
    sample,
  });
  return {
    sample,
    form: {
      values: {
        sample: url.searchParams.get('sample') ?? '10',
        draw: fault?.field === 'draw' ? (url.searchParams.get('draw') ?? '') : '',
      },
      // Who may open no row is asked for no sample.
      errors: fault === null || measure.rows === null ? [] : [fault],
    },
    filter,
    periodForm: { values: read.values, errors: read.errors },
    usual: usualFor(now, period, (other) =>
      link('reporting/measure', { code: params.code }, { ...other, ...filter }),
    ),
    code: params.code,
    period: periodName(period),
    query,
    measure,
  };
}

export default function Measure({
  loaderData: { code, period, periodForm, usual, filter, query, measure, sample, form },
}: Route.ComponentProps) {
  const listHref = (after: string | null) =>
    link('reporting/measure', { code }, after === null ? query : { ...query, after });
  return (
    <Page
      title="A figure"
      errors={[...periodForm.errors, ...form.errors]}
      backHref={link('reporting/course', {}, query)}
      backText="What became of reports"
    >
      <TwoThirds>
        <PageHeading caption="A figure and what it counts">{measure.question}</PageHeading>
        <NarrowedTo
          of={measure.narrowedTo}
          hrefWithout={(dimension) => link('reporting/measure', { code }, { ...query, [dimension]: null })}
        />
        <SummaryList
          rows={[
            {
              key: 'Figure',
              value:
                measure.people === null
                  ? submissions(measure.count)
                  : `${measure.people} in ${submissions(measure.count)}`,
            },
            { key: 'What is counted', value: measure.definition },
            { key: 'Period', value: `Received ${period}, as they stand now` },
            { key: 'Left out', value: 'Reports that have been disposed of' },
            { key: 'Who sees it', value: 'The MDS lead and FIB supervisors, with nothing suppressed' },
          ]}
        />
      </TwoThirds>
      <PeriodForm {...periodForm} areas={null} usual={usual} kept={filter} />
      {measure.rows === null ? null : (
        <Details summary="Draw a sample to look at" open={sample !== null || form.errors.length > 0}>
          <Form method="get" {...form}>
            {Object.entries(query).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Input
              name="sample"
              label="How many?"
              hint={`From 1 to ${mostSampled}`}
              inputMode="numeric"
              width={3}
            />
            <Input
              name="draw"
              label="Number of an earlier draw (optional)"
              hint="Draws the same submissions again. Left empty, the portal draws anew"
              inputMode="numeric"
              width={10}
            />
            <Button variant="secondary">Draw</Button>
          </Form>
        </Details>
      )}
      {sample && measure.rows ? (
        <p className="govuk-body">
          {measure.rows.lines.length} drawn by chance. This is draw {sample.draw}: with that number somebody
          else draws the same again.{' '}
          <a className="govuk-link" href={listHref(null)}>
            Show all
          </a>
        </p>
      ) : null}
      <Rows rows={measure.rows} sampled={sample !== null} listHref={listHref} />
    </Page>
  );
}

const submissions = (count: number) => `${count} ${count === 1 ? 'submission' : 'submissions'}`;

type RowsProps = {
  rows: OpenedMeasure['rows'];
  sampled: boolean;
  listHref: (after: string | null) => string;
};

function Rows({ rows, sampled, listHref }: RowsProps) {
  if (rows === null)
    return <p className="govuk-body">FIB supervisors see which submissions these are. Your role does not.</p>;
  if (rows.lines.length === 0) return <p className="govuk-body">None of them is one that you may open.</p>;
  return (
    <>
      <p className="govuk-body portal-secondary">
        Only submissions that you may open{sampled ? '' : ', the newest first'}.
      </p>
      <CardTable
        caption="Submissions that are counted"
        columns={[
          { header: 'Reference', nowrap: true },
          { header: 'Received', nowrap: true },
          { header: 'Area' },
          { header: 'Status' },
        ]}
        rows={rows.lines.map((line) => ({
          key: line.id,
          cells: [
            <a
              key="reference"
              className="govuk-link"
              href={link('submissions/submission', { submissionId: line.id })}
            >
              {line.reference}
            </a>,
            <DateTime key="received" at={line.receivedAt} dateOnly short />,
            line.area ?? 'No single area',
            <StateTag key="status" status={line.status} held={line.held} />,
          ],
        }))}
      />
      <ListPages
        label="Pages of counted submissions"
        start={rows.later ? listHref(null) : null}
        next={rows.next ? listHref(rows.next) : null}
      />
    </>
  );
}
