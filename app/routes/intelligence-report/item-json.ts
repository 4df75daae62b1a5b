import { openItemReport } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { writtenItem } from '#app/http/download/item-json.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/item-json.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

/** An intelligence item for another system. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { reference, reports } = await openItemReport(ctx, { itemId: idsOf(args).itemId, as: 'json' });
  const [report] = reports;
  if (!report) throw new Error('An item has one intelligence report.');
  const about = { marking: markingOf(args), at: ctx.clock.now(), by: ctx.actor.displayName };
  const content = new TextEncoder().encode(writtenItem(report, about));
  return wholeDownload(content, 'application/json', `intelligence-item-${reference}.json`);
}
