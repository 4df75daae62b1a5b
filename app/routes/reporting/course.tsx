import { course, silentDays, type Pace } from '#app/domain/figures/course.server.ts';
import { readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { periodName, readPeriod } from '#app/domain/figures/period.ts';
import { outcomeRowWords } from '#app/domain/kernel/report-labels.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/course.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url } = args;
  const ctx = ctxOf(args);
  const asked = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
  const read = readPeriod(asked, ctx.clock.now());
  const filter = readFilter(url.searchParams);
  return {
    silentDays,
    form: { values: read.values, errors: read.errors },
    period: periodName(read.period),
    filter,
    query: { from: read.period.first, to: read.period.last, ...filter },
    found: await course(ctx, read.period, filter),
  };
}

export default function Course({
  loaderData: { form, period, filter, query, found, silentDays: days },
}: Route.ComponentProps) {
  const hrefOf = (code: string) => link('reporting/measure', { code }, query);
  return (
    <Page
      title="What became of reports"
      errors={form.errors}
      backHref={link('reporting/volumes', {}, { from: query.from, to: query.to })}
      backText="Reporting volumes"
    >
      <TwoThirds>
        <PageHeading>What became of reports</PageHeading>
        <p className="govuk-body portal-secondary">
          Received {period}, as they stand now. Each number leads to what it counts.
        </p>
        <NarrowedTo
          of={found.narrowedTo}
          hrefWithout={(dimension) => link('reporting/course', {}, { ...query, [dimension]: null })}
        />
        <PeriodForm {...form} areas={null} kept={filter} />
        <p className="govuk-body">
          <a className="govuk-link" href={link('reporting/cross', {}, query)}>
            Any of these by two things at once, such as area and type
          </a>
          <br />
          <a className="govuk-link" href={link('reporting/questions', {}, query)}>
            How full reports are, question by question
          </a>
        </p>
        <ScrollRegion label="From report to result">
          <Table
            caption="From report to result"
            captionClassName="govuk-table__caption--m"
            firstCellIsHeader
            head={[
              { content: 'Step' },
              { content: 'Submissions', numeric: true },
              { content: 'Where the others stand' },
            ]}
            rows={found.chain.map(({ code, question, count, losses }) => [
              { content: question },
              { content: <Count href={hrefOf(code)} count={count} of={question} />, numeric: true },
              {
                content:
                  losses.map(({ reason, count: lost }) => `${lost} ${wordsOf(reason)}`).join(', ') || '–',
              },
            ])}
          />
        </ScrollRegion>
        <Table
          caption="What came of them, whichever way they went"
          captionClassName="govuk-table__caption--m"
          firstCellIsHeader
          head={[{ content: 'Result' }, { content: 'Submissions', numeric: true }]}
          rows={found.results.map(({ code, question, count, people }) => [
            { content: question },
            {
              content: (
                <>
                  <Count href={hrefOf(code)} count={count} of={question} />
                  {people ? ` (${people} ${people === 1 ? 'person' : 'people'})` : null}
                </>
              ),
              numeric: true,
            },
          ])}
        />
        <h2 className="govuk-heading-m">How fast</h2>
        <SummaryList
          rows={[
            { key: 'First seen', value: paceWords(found.pace.seen) },
            { key: 'Assessed', value: paceWords(found.pace.assessed) },
            { key: 'Partner answered', value: paceWords(found.pace.answered) },
          ]}
        />
        <p className="govuk-body">
          Hours by the clock, nights and weekends too, from when a report was received. What is still open
          counts as longer than everything that was done. Late is by when it was due.
        </p>
        <Partners
          title="Silent partners"
          none={`Every active partner that ever reported did so in the last ${days} days.`}
          about={`Active partners that have reported before and not in the last ${days} days, whatever the period above.`}
          dated="Last report"
          partners={found.silent.map(({ last, ...partner }) => ({ ...partner, at: last }))}
        />
        <Partners
          title="Partners that reported for the first time"
          none="No partner sent its first report in the period."
          about="Partners whose first report ever was received in the period."
          dated="First report"
          partners={found.firstTime.map(({ first, ...partner }) => ({ ...partner, at: first }))}
        />
      </TwoThirds>
    </Page>
  );
}

function Count({ href, count, of }: { href: string; count: number; of: string }) {
  return (
    <a className="govuk-link" href={href}>
      {count}
      <span className="govuk-visually-hidden">: {of}</span>
    </a>
  );
}

const wordsOf = (reason: string): string =>
  ((outcomeRowWords as Record<string, string>)[reason] ?? reason).toLowerCase();

function paceWords({ halfWithin, open, oldest, late }: Pace): string {
  const half = halfWithin === null ? 'Half are not done yet' : `Half within ${durationWords(halfWithin)}`;
  const waiting = oldest === null ? 'none open' : `${open} still open, the oldest of ${formatDate(oldest)}`;
  return `${half}; ${waiting}; ${late} late.`;
}

const durationWords = (hours: number): string =>
  hours < 1
    ? `${Math.ceil(hours * 60)} minutes`
    : hours < 48
      ? `${Math.round(hours)} hours`
      : `${(hours / 24).toFixed(1)} days`;

type PartnersProps = {
  title: string;
  about: string;
  none: string;
  dated: string;
  partners: { name: string; count: number; at: Date }[];
};

function Partners({ title, about, none, dated, partners }: PartnersProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{partners.length === 0 ? none : about}</p>
      {partners.length === 0 ? null : (
        <Table
          caption={title}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { content: 'Partner' },
            { content: dated },
            { content: 'Reports in the year up to its last', numeric: true },
          ]}
          rows={partners.map(({ name, at, count }) => [
            { content: name },
            { content: formatDate(at) },
            { content: count, numeric: true },
          ])}
        />
      )}
    </>
  );
}
