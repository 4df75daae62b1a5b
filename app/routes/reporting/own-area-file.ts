import { ownArea } from '#app/domain/figures/own-area.server.ts';
import { periodName } from '#app/domain/figures/period.ts';
import { ownAreaWorkbook } from '#app/http/download/figure-workbooks.ts';
import { readFileKind, workbookDownload } from '#app/http/download/workbook.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/own-area-file.ts';

export const handle = { access: 'figures.read-area' } satisfies RouteHandle;

/** The figures of an area as its lead has them, as a file. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const as = readFileKind(args.url.searchParams);
  const area = await ownArea(ctx, { areaId: idsOf(args).areaId, as });
  const period = periodName({ first: area.months[0] ?? '', last: area.months.at(-1) ?? '' });
  const workbook = ownAreaWorkbook(area, { marking: markingOf(args), period, at: ctx.clock.now() });
  return workbookDownload(args, workbook, { as, fileName: 'figures-of-an-area' });
}
