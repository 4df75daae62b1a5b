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

export default function EventPage({ loaderData: { effect } }: Route.ComponentProps) {
  const { title, happenedOn, days, finding, total, organisations } = effect;
  const [first, ...more] = finding;
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
          show that the event caused it.
        </p>
        {days > 0 ? (
          <RankBars
            id="kinds"
            headline="By kind of organisation"
            subtitle={`Submissions in the ${days} days before and the ${days} days after`}
            rows={effect.organisationKinds.map(({ key, label, before, after }) => ({
              key,
              label,
              bars: [
                { name: 'Before', count: before, lighter: true },
                { name: 'After', count: after },
              ],
            }))}
            source="Source: submissions in this portal. Organisations are not named."
          />
        ) : null}
        <Comparison
          caption="All submissions and organisations"
          of="Counted"
          rows={[
            { key: 'all', label: 'Submissions', ...total },
            { key: 'organisations', label: 'Organisations that reported', ...organisations },
          ]}
        />
        <p className="govuk-body">
          {organisations.firstTime === 0
            ? 'No organisation reported for the first time after the day.'
            : `${organisations.firstTime} ${organisations.firstTime === 1 ? 'organisation' : 'organisations'} reported for the first time after the day.`}
        </p>
        <Comparison caption="Channels" of="Channel" rows={effect.channels} />
        <Comparison caption="Areas" of="Area" rows={effect.areas} />
      </TwoThirds>
    </Page>
  );
}

type ComparisonProps = { caption: string; of: string; rows: readonly NamedBeforeAfter[] };

function Comparison({ caption, of, rows }: ComparisonProps) {
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
        { content: row.before, numeric: true },
        { content: row.after, numeric: true },
        { content: signed(row.after - row.before), numeric: true },
      ])}
    />
  );
}

function signed(change: number): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`;
}
