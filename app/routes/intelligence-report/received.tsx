import { openReceivedReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { IntelligenceReports } from './IntelligenceReports.tsx';
import type { Route } from './+types/received.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  return { disseminationId, opened: await openReceivedReport(ctxOf(args), { disseminationId, as: 'page' }) };
}

/** The intelligence report as its recipient has it. */
export default function ReceivedReport({ loaderData: { disseminationId, opened } }: Route.ComponentProps) {
  return (
    <IntelligenceReports
      opened={opened}
      backHref={link('disseminations/dissemination', { disseminationId })}
      files={[
        { href: link('intelligence-report/received-pdf', { disseminationId }), text: 'Download as a PDF' },
      ]}
    />
  );
}
