import { crossed, readCross } from '#app/domain/figures/cross.server.ts';
import { dimensionNames, dimensions, readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { measureCodes, measures } from '#app/domain/figures/measures.server.ts';
import { periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/cross.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const ctx = ctxOf(args);
  const asked = (name: string) => searchParams.get(name);
  const now = ctx.clock.now();
  const read = readPeriod({ from: asked('from'), to: asked('to') }, now);
  const filter = readFilter(searchParams);
  const cross = readCross({ of: asked('of'), by: asked('by'), across: asked('across') }, filter);
  const { of, by, across } = cross;
  return {
    form: { values: { of, by, across }, errors: cross.errors },
    periodForm: { values: read.values, errors: read.errors },
    usual: usualFor(now, read.period, (period) =>
      link('reporting/cross', {}, { ...period, ...filter, of, by, across }),
    ),
    choices: {
      of: measureCodes.map((code) => ({ value: code, text: measures[code].question })),
      by: dimensions.map((each) => ({ value: each, text: dimensionNames[each] })),
    },
    period: periodName(read.period),
    filter,
    query: { from: read.period.first, to: read.period.last, ...filter },
    of,
    by,
    across,
    found: await crossed(ctx, { of, by, across, period: read.period, filter }),
  };
}

/** Two things at once: area by type, priority by outcome. */
export default function Cross({ loaderData }: Route.ComponentProps) {
  const { form, periodForm, usual, choices, period, filter, query, of, by, across, found } = loaderData;
  const rowsHref = (keys: Record<string, string>) =>
    link('reporting/measure', { code: of }, { ...query, ...keys });
  const caption = `${found.names.by} and ${found.names.across.toLowerCase()}, received ${period}`;
  return (
    <Page
      title="Two figures crossed"
      errors={[...periodForm.errors, ...form.errors]}
      backHref={link('reporting/course', {}, query)}
      backText="What became of reports"
    >
      <PageHeading caption="Two at once">{found.question}</PageHeading>
      <NarrowedTo
        of={found.narrowedTo}
        hrefWithout={(dimension) =>
          link('reporting/cross', {}, { ...query, of, by, across, [dimension]: null })
        }
      />
      <PeriodForm {...periodForm} areas={null} usual={usual} kept={{ ...filter, of, by, across }} />
      <Form method="get" values={form.values} errors={form.errors} className="portal-no-print">
        {Object.entries(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-one-half">
            <Select name="of" label="What is counted" options={choices.of} />
          </div>
          <div className="govuk-grid-column-one-quarter">
            <Select name="by" label="Rows" options={choices.by} />
          </div>
          <div className="govuk-grid-column-one-quarter">
            <Select name="across" label="Columns" options={choices.by} />
          </div>
        </div>
        <Button variant="secondary">Show these figures</Button>
      </Form>
      <TakeAway
        hrefOf={(as) => link('reporting/file', {}, { report: 'cross', ...query, of, by, across, as })}
      />
      <p className="govuk-body">
        Submissions received {period}, as they stand now. One that names several counts for each, and one that
        names none for none, so rows and columns need not add up to the {found.total} there are.
      </p>
      {found.rows.length === 0 || found.columns.length === 0 ? (
        <p className="govuk-body">No submission has both.</p>
      ) : (
        <ScrollRegion label={caption}>
          <Table
            caption={caption}
            captionClassName="govuk-visually-hidden"
            className="portal-figures portal-figures--named"
            firstCellIsHeader
            head={[
              { content: found.names.by },
              { content: 'Total', numeric: true },
              ...found.columns.map(({ label }) => ({ content: label, numeric: true })),
            ]}
            rows={[
              ...found.rows.map((row) => [
                { content: row.label },
                {
                  content: <Count count={row.total} href={rowsHref({ [by]: row.key })} of={row.label} />,
                  numeric: true,
                },
                ...found.columns.map((column, index) => ({
                  content: (
                    <Count
                      count={row.cells[index] ?? 0}
                      href={rowsHref({ [by]: row.key, [across]: column.key })}
                      of={`${row.label}, ${column.label}`}
                    />
                  ),
                  numeric: true,
                })),
              ]),
              [
                { content: 'All' },
                { content: <strong>{found.total}</strong>, numeric: true },
                ...found.columns.map(({ total }) => ({ content: total, numeric: true })),
              ],
            ]}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function Count({ count, href, of }: { count: number; href: string; of: string }) {
  if (count === 0) return 0;
  return (
    <a className="govuk-link" href={href}>
      {count}
      <span className="govuk-visually-hidden">: {of}</span>
    </a>
  );
}
