import { eventEffect } from '#app/domain/reporting/event-effect.server.ts';
import type { NamedBeforeAfter } from '#app/domain/reporting/event-finding.ts';
import { ctxOf, portalContext } from '#app/http/context.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/event.ts';

export async function loader(args: Route.LoaderArgs) {
  return {
    effect: await eventEffect(ctxOf(args), { eventId: args.params.eventId }),
    marking: args.context.get(portalContext).force.force.markings.aggregate,
  };
}

export default function EventPage({ loaderData: { effect, marking } }: Route.ComponentProps) {
  const { title, happenedOn, days, finding, total, organisations } = effect;
  const [first, ...more] = finding;
  return (
    <Page title="Before and after an event" backHref="/reporting" marking={marking}>
      <TwoThirds>
        <PageHeading caption={formatDate(new Date(happenedOn))}>{title}</PageHeading>
        <InsetText>
          <p className="govuk-body-l govuk-!-margin-bottom-2">{first}</p>
          {more.map((sentence) => (
            <p key={sentence} className="govuk-body govuk-!-margin-bottom-0">
              {sentence}
            </p>
          ))}
        </InsetText>
        <p className="govuk-body">
          Counted are submissions sent in the {days} whole days before the day and in the {days} whole days
          after it, in British time. The day itself counts on neither side. A rise after an event does not
          show that the event caused it.
        </p>
        <Comparison
          caption="All submissions and organisations"
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
        <Comparison caption="By kind of organisation" rows={effect.organisationKinds} />
        <Comparison caption="By channel" rows={effect.channels} />
        <Comparison caption="By area" rows={effect.areas} />
      </TwoThirds>
    </Page>
  );
}

function Comparison({ caption, rows }: { caption: string; rows: readonly NamedBeforeAfter[] }) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionSize="m"
        firstCellIsHeader
        head={[
          { content: 'What' },
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
    </ScrollRegion>
  );
}

function signed(change: number): string {
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`;
}
