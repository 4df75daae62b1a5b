import { link } from '#app/http/link.ts';
import { eventEffect } from '#app/domain/figures/event-effect.server.ts';
import type { NamedBeforeAfter } from '#app/domain/figures/event-finding.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { RankBars } from '#app/ui/charts/RankBars.tsx';
import { formatDate } from '#app/ui/format/date.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/event.ts';

export const handle = { access: 'figures.read', section: 'reporting' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return {
    effect: await eventEffect(ctxOf(args), { eventId: args.params.eventId }),
  };
}

/** Whether reporting rose after an event, where, from whom, and whether it led to anything: on one page. */
export default function EventPage({ loaderData: { effect } }: Route.ComponentProps) {
  const { title, happenedOn, days, finding, total, periods, came, organisations } = effect;
  const [first, ...more] = finding;
  const rowsOf =
    (narrowed: (key: string) => { code?: string; query?: Readonly<Record<string, string>> }) =>
    (side: 'before' | 'after', key: string) => {
      const { code = 'received', query = {} } = narrowed(key);
      const { first: from, last: to } = periods[side];
      return link('reporting/measure', { code }, { from, to, ...query });
    };
  return (
    <Page title="Before and after an event" backHref={link('reporting/volumes')} backText="Reporting volumes">
      <TwoThirds>
        <PageHeading caption={formatDate(new Date(happenedOn))}>Before and after {title}</PageHeading>
        <InsetText>
          <p className="govuk-body-l govuk-!-margin-bottom-2">{first}</p>
          {more.map((sentence) => (
            <p key={sentence} className="govuk-body govuk-!-margin-bottom-1">
              {sentence}
            </p>
          ))}
        </InsetText>
        <p className="govuk-body">
          Counted are submissions sent in the {days} whole days before the day and in the {days} whole days
          after it, in British time. The day itself counts on neither side. A rise after an event does not
          show that the event caused it. Each number leads to what it counts.
        </p>
        {days > 0 ? (
          <>
            <RankBars
              id="kinds"
              headline="From whom"
              subtitle={`Submissions in the ${days} days before and the ${days} days after, by kind of organisation`}
              rows={effect.organisationKinds.map(({ key, label, before, after }) => ({
                key,
                label,
                bars: [
                  { name: 'Before', count: before, lighter: true },
                  { name: 'After', count: after },
                ],
              }))}
              source="Source: submissions in this portal."
            />
            <Comparison
              caption="Did it lead to anything?"
              of="What came of it so far"
              rows={came.map(({ code, question, ...counts }) => ({ key: code, label: question, ...counts }))}
              hrefOf={rowsOf((code) => ({ code }))}
            />
            <p className="govuk-body">What was sent later has had less time to lead to something.</p>
          </>
        ) : null}
        <Comparison
          caption="All submissions and organisations"
          of="Counted"
          rows={[
            { key: 'all', label: 'Submissions', ...total },
            { key: 'organisations', label: 'Organisations that reported', ...organisations },
          ]}
          hrefOf={(side, key) => (key === 'all' ? rowsOf(() => ({}))(side, key) : null)}
        />
        <p className="govuk-body">
          {organisations.firstTime === 0
            ? 'No organisation reported for the first time after the day.'
            : `${organisations.firstTime} ${organisations.firstTime === 1 ? 'organisation' : 'organisations'} reported for the first time after the day.`}
          <Named label="Before and not after" names={organisations.stopped} />
          <Named label="After and not before" names={organisations.started} />
        </p>
        <Comparison
          caption="Where"
          of="Area"
          rows={effect.areas}
          hrefOf={rowsOf((area) => ({ query: { area } }))}
        />
        <Comparison
          caption="By kind of organisation"
          of="Kind"
          rows={effect.organisationKinds}
          hrefOf={rowsOf((kind) => ({ query: { kind } }))}
        />
        <Comparison
          caption="Channels"
          of="Channel"
          rows={effect.channels}
          hrefOf={rowsOf((channel) => ({ query: { channel } }))}
        />
      </TwoThirds>
    </Page>
  );
}

function Named({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <br />
      {label}: {names.join('; ')}.
    </>
  );
}

type ComparisonProps = {
  caption: string;
  of: string;
  rows: readonly NamedBeforeAfter[];
  /** Where a number leads: to what it counts. */
  hrefOf: (side: 'before' | 'after', key: string) => string | null;
};

function Comparison({ caption, of, rows, hrefOf }: ComparisonProps) {
  const count = (row: NamedBeforeAfter, side: 'before' | 'after') => {
    const href = row[side] === 0 ? null : hrefOf(side, row.key);
    if (href === null) return row[side];
    return (
      <a className="govuk-link" href={href}>
        {row[side]}
        <span className="govuk-visually-hidden">
          {' '}
          {side}: {row.label}
        </span>
      </a>
    );
  };
  return (
    <Table
      caption={caption}
      captionSize="m"
      className="portal-figures"
      firstCellIsHeader
      head={[
        { content: of },
        { content: 'Before', numeric: true },
        { content: 'After', numeric: true },
        { content: 'Change', numeric: true },
      ]}
      rows={rows.map((row) => [
        { content: row.label },
        { content: count(row, 'before'), numeric: true },
        { content: count(row, 'after'), numeric: true },
        { content: signed(row.after - row.before), numeric: true },
      ])}
    />
  );
}

function signed(change: number): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`;
}
