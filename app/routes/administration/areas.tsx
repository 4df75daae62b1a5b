import { readAreas, type AreaLine } from '#app/domain/force/read-areas.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/areas.ts';

export const handle = { access: 'areas.read', section: 'areas' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { areas: await readAreas(ctxOf(args)) };
}

const sections = [
  { standing: 'now', title: 'Areas of today' },
  { standing: 'planned', title: 'Planned areas' },
  { standing: 'past', title: 'Areas of the past' },
] as const;

export default function Areas({ loaderData: { areas } }: Route.ComponentProps) {
  return (
    <Page title="Areas">
      <TwoThirds>
        <PageHeading>Areas</PageHeading>
        <p className="govuk-body">
          A report belongs to the area that its place had on the day it was sent, and keeps it. Areas change
          by data with a date in the force’s pack; the operations guide says how.
        </p>
      </TwoThirds>
      {sections.map(({ standing, title }) => {
        const found = areas.filter((area) => area.standing === standing);
        return found.length === 0 ? null : <AreaTable key={standing} title={title} areas={found} />;
      })}
    </Page>
  );
}

/** Without an end there is nothing to say of it: its columns stand only where one of the areas has one. */
function AreaTable({ title, areas }: { title: string; areas: AreaLine[] }) {
  const ends = areas.some(({ lastDay }) => lastDay !== null);
  return (
    <CardTable
      caption={title}
      columns={[
        { header: 'Area', className: 'govuk-!-width-one-quarter' },
        { header: 'Queue', className: 'govuk-!-width-one-quarter' },
        { header: 'First day', nowrap: true },
        ...(ends ? [{ header: 'Last day', nowrap: true }, { header: 'Followed by' }] : []),
      ]}
      rows={areas.map((area) => ({
        key: area.code,
        cells: [
          `${area.name} (${area.code})`,
          area.queue ?? 'None',
          <DateTime key="first" at={area.firstDay} dateOnly short />,
          ...(ends ? endOf(area) : []),
        ],
      }))}
    />
  );
}

function endOf({ lastDay, became }: AreaLine) {
  if (lastDay === null) return ['No end set', 'Stays as it is'];
  return [
    <DateTime key="last" at={lastDay} dateOnly short />,
    became.length > 0 ? became.join(', ') : 'No area yet',
  ];
}
