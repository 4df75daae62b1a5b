import { ownArea } from '#app/domain/figures/own-area.server.ts';
import { ownAreaCuts } from '#app/domain/figures/volume-tables.ts';
import { periodName } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TakeAway } from '#app/ui/reporting/TakeAway.tsx';
import { VolumeTable } from './VolumeTable.tsx';
import type { Route } from './+types/own-area.ts';

export const handle = { access: 'figures.read-area' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { areaId } = idsOf(args);
  return { areaId, area: await ownArea(ctxOf(args), { areaId }) };
}

export default function OwnArea({ loaderData: { areaId, area } }: Route.ComponentProps) {
  const { name, months, total } = area;
  const period = periodName({ first: months[0] ?? '', last: months.at(-1) ?? '' });
  const of = (rows: typeof area.clocks, key: string) => rows.find((row) => row.key === key)?.total ?? 0;
  return (
    <Page title={`Figures of ${name}`} backHref={link('reporting/published')} backText="Published figures">
      <TwoThirds>
        <PageHeading>Figures of {name}</PageHeading>
        <InsetText>
          <p className="govuk-body-l govuk-!-margin-bottom-0">
            {total.total} {total.total === 1 ? 'submission' : 'submissions'} from {period}:{' '}
            {of(area.clocks, 'in_time')} answered in time, {of(area.clocks, 'late')} late,{' '}
            {of(area.clocks, 'overdue')} overdue now.
          </p>
        </InsetText>
        <p className="govuk-body">
          These are the submissions that are listed to you as the lead of the area, one by one, counted by the
          month in which they were sent. Reports that are restricted to the Force Intelligence Bureau are not
          among them. The figures are of this moment and are for your work only: what may be passed on is in
          the published figures.
        </p>
      </TwoThirds>
      <TakeAway hrefOf={(as) => link('reporting/own-area-file', { areaId }, { as })} />
      {ownAreaCuts(area).map((cut) => (
        <VolumeTable key={cut.id} {...cut} months={months} period={period} total={total} />
      ))}
    </Page>
  );
}
