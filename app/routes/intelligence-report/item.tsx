import { openItemReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { IntelligenceReports } from './IntelligenceReports.tsx';
import type { Route } from './+types/item.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { itemId } = idsOf(args);
  return { itemId, opened: await openItemReport(ctxOf(args), { itemId, as: 'page' }) };
}

/** The intelligence report of one item. */
export default function ItemReport({ loaderData: { itemId, opened } }: Route.ComponentProps) {
  const link = useLink();
  return (
    <IntelligenceReports
      opened={opened}
      backHref={link('items/item', { itemId })}
      files={[
        { href: link('intelligence-report/item-pdf', { itemId }), text: 'Download as a PDF' },
        {
          href: link('intelligence-report/item-json', { itemId }),
          text: 'Download for another system (JSON)',
        },
      ]}
    />
  );
}
