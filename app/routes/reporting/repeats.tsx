import { repeatedKinds, repeatedKindTitles } from '#app/domain/connections/entities/entity-words.ts';
import type { NamedBySeveral } from '#app/domain/connections/entities/named-by-several.server.ts';
import { periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { repeats } from '#app/domain/figures/repeats.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatShortDate } from '#app/ui/format/date.ts';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/repeats.ts';

export const handle = {
  access: 'repeats.read',
  marking: 'submission',
  section: ['reporting', 'search'],
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const read = readPeriod({ from: searchParams.get('from'), to: searchParams.get('to') }, now);
  return {
    form: { values: read.values, errors: read.errors },
    period: periodName(read.period),
    usual: usualFor(now, read.period, (period) => link('reporting/repeats', {}, period)),
    found: await repeats(ctx, read.period),
  };
}

export default function RepeatsPage({ loaderData: { form, period, usual, found } }: Route.ComponentProps) {
  return (
    <Page title="What several reports name" errors={form.errors}>
      <PageHeading>What several reports name</PageHeading>
      <p className="govuk-body">
        Places, vehicles and numbers that more than one report received {period} names, of the reports that
        you may open. Duplicates of another report are left out. Each leads to everything that names it.
      </p>
      <PeriodForm {...form} areas={null} usual={usual} />
      {found.more ? (
        <p className="govuk-body">There are more: these are those that most reports name.</p>
      ) : null}
      {repeatedKinds.map((kind) => (
        <RepeatTable
          key={kind}
          title={repeatedKindTitles[kind]}
          repeats={found.named.filter((each) => each.kind === kind)}
        />
      ))}
    </Page>
  );
}

function RepeatTable({ title, repeats: rows }: { title: string; repeats: readonly NamedBySeveral[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">No two reports name the same.</p>
      ) : (
        <Table
          caption={title}
          captionClassName="govuk-visually-hidden"
          className="portal-figures"
          firstCellIsHeader
          head={[{ content: 'Named' }, { content: 'Newest' }, { content: 'Reports', numeric: true }]}
          rows={rows.map(({ id, what, name, references, partners, last }) => [
            {
              content: (
                <>
                  <a className="govuk-link" href={link('entities/entity', { entityId: id })}>
                    {name}
                  </a>
                  <span className="govuk-visually-hidden">, {what}</span>
                </>
              ),
            },
            { content: formatShortDate(last) },
            {
              content: `${references.length} from ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
              numeric: true,
            },
          ])}
        />
      )}
    </>
  );
}
