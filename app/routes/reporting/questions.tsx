import { readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { questionFigures } from '#app/domain/figures/questions.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/questions.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const ctx = ctxOf(args);
  const asked = { from: searchParams.get('from'), to: searchParams.get('to') };
  const now = ctx.clock.now();
  const read = readPeriod(asked, now);
  const filter = readFilter(searchParams);
  return {
    form: { values: read.values, errors: read.errors },
    period: periodName(read.period),
    usual: usualFor(now, read.period, (period) => link('reporting/questions', {}, { ...period, ...filter })),
    filter,
    query: { from: read.period.first, to: read.period.last, ...filter },
    found: await questionFigures(ctx, read.period, filter),
  };
}

export default function Questions({
  loaderData: { form, period, usual, filter, query, found },
}: Route.ComponentProps) {
  return (
    <Page
      title="How full reports are"
      errors={form.errors}
      backHref={link('reporting/course', {}, query)}
      backText="What became of reports"
    >
      <PageHeading>How full reports are</PageHeading>
      <p className="govuk-body portal-secondary">
        {found.reports} {found.reports === 1 ? 'report' : 'reports'} received {period}, as they were sent.
      </p>
      <NarrowedTo
        of={found.narrowedTo}
        hrefWithout={(dimension) => link('reporting/questions', {}, { ...query, [dimension]: null })}
      />
      <PeriodForm {...form} areas={null} usual={usual} kept={filter} />
      <TakeAway hrefOf={(as) => link('reporting/file', {}, { report: 'questions', ...query, as })} />
      <h2 className="govuk-heading-m">What is known of possible victims</h2>
      <p className="govuk-body">
        Of 100 reports, how many know it of at least one possible victim. Beside it what the Gangmasters and
        Labour Abuse Authority had of its reports in the last quarter of 2023-24 (Intelligence Picture,
        quarter 4).
      </p>
      <Table
        caption="What is known of possible victims"
        captionClassName="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: 'Known' }, { content: 'Here', numeric: true }, { content: 'GLAA', numeric: true }]}
        rows={found.victims.map(({ label, known, before }) => [
          { content: label },
          { content: found.reports === 0 ? 'no data' : known, numeric: true },
          { content: before, numeric: true },
        ])}
      />
      <h2 className="govuk-heading-m">Question by question</h2>
      <p className="govuk-body">
        Asked: reports whose version of the form has the question, whether or not they came to it. Filled:
        those that answer it, of several people or places any. Of use: of those that know, how many ended as
        used, a crime, safeguarding or passed on. A question that is seldom filled, or never of use, may go
        from the next version.
      </p>
      {[...new Set(found.questions.map(({ section }) => section))].map((section) => (
        <SectionFill
          key={section}
          section={section}
          questions={found.questions.filter((question) => question.section === section)}
        />
      ))}
    </Page>
  );
}

type SectionFillProps = {
  section: string;
  questions: Route.ComponentProps['loaderData']['found']['questions'];
};

/** The questions of one section of the form; folded, as a lead looks into few of them at a time. */
function SectionFill({ section, questions }: SectionFillProps) {
  const seldom = questions.filter(({ asked, filled }) => filled * 10 < asked).length;
  const name = `${section}: ${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`;
  return (
    <Details
      className="portal-fold"
      summary={`${name}, ${seldom} of them filled in fewer than one of ten reports`}
    >
      <ScrollRegion label={name}>
        <Table
          caption={name}
          captionClassName="govuk-visually-hidden"
          className="portal-figures portal-figures--named"
          firstCellIsHeader
          head={[
            { content: 'Question' },
            { content: 'Asked', numeric: true },
            { content: 'Filled', numeric: true },
            { content: 'Not known', numeric: true },
            { content: 'Of use', numeric: true },
          ]}
          rows={questions.map(({ id, label, asked, filled, notKnown, ofUse }) => [
            { content: <span id={id}>{label}</span> },
            { content: asked, numeric: true },
            { content: filled, numeric: true },
            { content: notKnown, numeric: true },
            { content: ofUse, numeric: true },
          ])}
        />
      </ScrollRegion>
    </Details>
  );
}
