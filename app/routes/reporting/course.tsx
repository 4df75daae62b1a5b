import { Fragment } from 'react';
import { course, type Counted, type Course, type Pace } from '#app/domain/figures/course.server.ts';
import type { MeasureCode } from '#app/domain/figures/measures.server.ts';
import { silentDays } from '#app/domain/figures/partners.server.ts';
import { readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { periodName, readPeriod, usualFor } from '#app/domain/figures/period.ts';
import { may } from '#app/domain/kernel/permissions.ts';
import { outcomeRowWords } from '#app/domain/kernel/report-labels.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { formatHours } from '#app/ui/format/duration.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import { NarrowedTo } from './NarrowedTo.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import type { Route } from './+types/course.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { url } = args;
  const ctx = ctxOf(args);
  const asked = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
  const now = ctx.clock.now();
  const read = readPeriod(asked, now);
  const filter = readFilter(url.searchParams);
  return {
    silentDays,
    seesRepeats: may(ctx.actor, 'repeats.read'),
    form: { values: read.values, errors: read.errors },
    period: periodName(read.period),
    usual: usualFor(now, read.period, (period) => link('reporting/course', {}, { ...period, ...filter })),
    filter,
    query: { from: read.period.first, to: read.period.last, ...filter },
    found: await course(ctx, read.period, filter),
  };
}

export default function CoursePage({
  loaderData: { form, period, usual, filter, query, found, seesRepeats, silentDays: days },
}: Route.ComponentProps) {
  const hrefOf = (code: MeasureCode) => link('reporting/measure', { code }, query);
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
        <PeriodForm {...form} areas={null} usual={usual} kept={filter} />
        <TakeAway hrefOf={(as) => link('reporting/file', {}, { report: 'course', ...query, as })} />
        <ul className="govuk-list portal-inline-list govuk-!-margin-bottom-6">
          <li>
            <a className="govuk-link" href={link('reporting/cross', {}, query)}>
              Two things at once, such as area and type
            </a>
          </li>
          <li>
            <a className="govuk-link" href={link('reporting/questions', {}, query)}>
              How full reports are
            </a>
          </li>
          {seesRepeats ? (
            <li>
              <a
                className="govuk-link"
                href={link('reporting/repeats', {}, { from: query.from, to: query.to })}
              >
                What several reports name
              </a>
            </li>
          ) : null}
        </ul>
        <ScrollRegion label="From report to result">
          <Table
            caption="From report to result"
            captionClassName="govuk-table__caption--m"
            className="portal-figures"
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
          className="portal-figures"
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
            { key: 'First seen', value: <PaceOf pace={found.pace.seen} hrefOf={hrefOf} /> },
            { key: 'Assessed', value: <PaceOf pace={found.pace.assessed} hrefOf={hrefOf} /> },
            {
              key: 'Partner answered',
              value: <PaceOf pace={found.pace.answered} hrefOf={hrefOf} />,
            },
          ]}
        />
        <Details summary="How this is counted">
          Hours by the clock, nights and weekends too, from when a report was received. What is still open
          counts as longer than everything that was done. Late is by when it was due.
        </Details>
        <Usefulness {...found.usefulness} hrefOf={hrefOf} />
        <Partners
          id="silent"
          title="Silent partners"
          none={`Every active partner that ever reported did so in the last ${days} days.`}
          about={`Active partners that have reported before and not in the last ${days} days, whatever the period above.`}
          dated="Last report"
          partners={found.silent.map(({ last, ...partner }) => ({ ...partner, at: last }))}
        />
        <Communities {...found.communities} />
        <Partners
          id="first-time"
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

type PaceOfProps = { pace: Pace; hrefOf: (code: MeasureCode) => string };

function PaceOf({ pace: { halfWithin, open, oldest, late, lateMeasure, openMeasure }, hrefOf }: PaceOfProps) {
  return (
    <>
      {halfWithin === null ? 'Half are not done yet' : `Half within ${formatHours(halfWithin)}`};{' '}
      {oldest === null ? (
        'none open'
      ) : (
        <>
          <a className="govuk-link" href={hrefOf(openMeasure)}>
            {open} still open
          </a>
          , the oldest of {formatDate(oldest)}
        </>
      )}
      ;{' '}
      <a className="govuk-link" href={hrefOf(lateMeasure)}>
        {late} late
      </a>
      .
    </>
  );
}

type UsefulnessProps = Course['usefulness'] & { hrefOf: (code: MeasureCode) => string };

const saidWords = { useful: 'useful', 'partly-useful': 'partly useful', 'not-useful': 'not useful' } as const;
const wishWords = {
  'wish-sooner': 'to have it sooner',
  'wish-done': 'to know more of what was done',
  'wish-next': 'to know what they can do next',
  'wish-plainer': 'plainer words',
  'wish-other': 'something else',
} as const;

/** What partners said of their answers, in sentences; of what they would have liked, only what anybody chose. */
function Usefulness({ judged, said, wishes, hrefOf }: UsefulnessProps) {
  const listed = (of: readonly Counted[], words: Readonly<Record<string, string>>) =>
    of.map(({ code, count }, index) => (
      <Fragment key={code}>
        {index === 0 ? null : ', '}
        <a className="govuk-link" href={hrefOf(code)}>
          {count} {words[code]}
        </a>
      </Fragment>
    ));
  const chosen = wishes.filter(({ count }) => count > 0);
  return (
    <>
      <h2 className="govuk-heading-m" id="usefulness">
        How useful partners found their answers
      </h2>
      <p className="govuk-body">
        {judged.count === 0 ? (
          'No partner has said so of an answer to a report of the period. Nobody has to.'
        ) : (
          <>
            Of{' '}
            <a className="govuk-link" href={hrefOf(judged.code)}>{`${judged.count} that partners judged`}</a>:{' '}
            {listed(said, saidWords)}.
            {chosen.length === 0 ? null : <> They would have liked: {listed(chosen, wishWords)}.</>}
          </>
        )}
      </p>
    </>
  );
}

/** What nobody told: it is no finding that there is nobody, and stands for the force as a whole alone. */
function Communities({ languages, nationalities }: Course['communities']) {
  const sentence = (of: string, { listed, silent }: Course['communities']['languages']) =>
    listed === 0
      ? null
      : silent.length === 0
        ? `Of each of the ${listed} ${of} a report told.`
        : `Of ${silent.length} of the ${listed} ${of} no report told: ${silent.join(', ')}.`;
  const sentences = [sentence('languages', languages), sentence('nationalities', nationalities)];
  if (sentences.every((each) => each === null)) return null;
  return (
    <>
      <h2 className="govuk-heading-m" id="communities">
        Silent communities
      </h2>
      {sentences.map((each) =>
        each === null ? null : (
          <p key={each} className="govuk-body">
            {each}
          </p>
        ),
      )}
      <p className="govuk-body portal-secondary">
        Of the languages and nationalities by which the force’s rules link reports to the plan, in the whole
        force, whatever the figures are narrowed to. That nobody told is not that there is nobody.
      </p>
    </>
  );
}

/** So many are shown at once. */
const fewPartners = 5;

type PartnersProps = {
  id: string;
  title: string;
  about: string;
  none: string;
  dated: string;
  partners: { name: string; count: number; at: Date }[];
};

/** Partners by name; more than a few are folded below how many they are. */
function Partners({ id, title, about, none, dated, partners }: PartnersProps) {
  const table = (
    <Table
      caption={title}
      captionClassName="govuk-visually-hidden"
      className="portal-figures"
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
  );
  return (
    <>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      <p className="govuk-body">{partners.length === 0 ? none : about}</p>
      {partners.length === 0 ? null : partners.length <= fewPartners ? (
        table
      ) : (
        <Details summary={`${partners.length} partners`} className="portal-fold">
          {table}
        </Details>
      )}
    </>
  );
}
