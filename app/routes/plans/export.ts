import { exportPlan } from '#app/domain/plan/export-plan.server.ts';
import { lineColumns } from '#app/domain/plan/plan-lines.ts';
import { csvText } from '#app/http/download/csv.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/export.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

/** A whole plan as a table, each line with the marking. */
export async function loader(args: Route.LoaderArgs) {
  const { firstDay, lines } = await exportPlan(ctxOf(args), { planId: idsOf(args).planId });
  const marking = markingOf(args);
  const csv = csvText([
    ['marking', ...lineColumns],
    ...lines.map((line) => [marking, ...lineColumns.map((column) => line[column])]),
  ]);
  return wholeDownload(new TextEncoder().encode(csv), 'text/csv; charset=utf-8', `plan-${firstDay}.csv`);
}
