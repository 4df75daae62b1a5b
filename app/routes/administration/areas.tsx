import { readAreas, type AreaLine } from '#app/domain/administration/read-areas.server.ts';
import { ctxOf } from '#app/http/context.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import type { Route } from './+types/areas.ts';

export async function loader(args: Route.LoaderArgs) {
  return { areas: await readAreas(ctxOf(args)) };
}

const standings = {
  now: <StatusTag text="Now" colour="green" />,
  planned: <StatusTag text="Planned" colour="yellow" />,
  past: <StatusTag text="Past" colour="grey" />,
};

export default function Areas({ loaderData: { areas } }: Route.ComponentProps) {
  return (
    <Page title="Areas" wide>
      <PageHeading>Areas</PageHeading>
      <p className="govuk-body">
        A report belongs to the area that its place had on the day it was sent, and keeps it. Areas change by
        data with a date in the force’s pack; the operations guide says how.
      </p>
      <CardTable
        caption="Areas, those of today first"
        captionHidden
        columns={[
          { header: 'Area' },
          { header: 'Status' },
          { header: 'From', nowrap: true },
          { header: 'Until', nowrap: true },
          { header: 'Queue' },
          { header: 'Went to' },
        ]}
        rows={areas.map((area) => ({ key: area.code, cells: cellsOf(area) }))}
      />
    </Page>
  );
}

function cellsOf(area: AreaLine) {
  return [
    `${area.name} (${area.code})`,
    standings[area.standing],
    <DateTime key="from" at={area.from} dateOnly short />,
    area.until === null ? 'No end' : <DateTime key="until" at={area.until} dateOnly short />,
    area.queue ?? 'None',
    area.became.length > 0 ? area.became.join(', ') : area.until === null ? '' : 'Nowhere yet',
  ];
}
