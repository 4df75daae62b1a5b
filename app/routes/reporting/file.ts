import { course } from '#app/domain/figures/course.server.ts';
import { crossed, readCross } from '#app/domain/figures/cross.server.ts';
import { readFilter } from '#app/domain/figures/figure-filter.server.ts';
import { inMonths, periodName, readPeriod } from '#app/domain/figures/period.ts';
import { questionFigures } from '#app/domain/figures/questions.server.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import {
  courseWorkbook,
  crossWorkbook,
  questionsWorkbook,
  volumesWorkbook,
} from '#app/http/download/figure-workbooks.ts';
import { readFileKind, workbookDownload } from '#app/http/download/workbook.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/file.ts';

export const handle = { access: 'figures.read' } satisfies RouteHandle;

/**
 * The figures of a page as a file: what is asked for is asked as on the page. What a page would say is wrong has no file,
 * so that nobody takes other figures away than they asked for.
 */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const ctx = ctxOf(args);
  const now = ctx.clock.now();
  const asked = (name: string) => searchParams.get(name);
  const as = readFileKind(searchParams);
  const { period, errors } = readPeriod({ from: asked('from'), to: asked('to') }, now);
  if (errors.length > 0) throw new NotFound();
  const filter = readFilter(searchParams);
  const around = { marking: markingOf(args), period: periodName(period), at: now };
  const workbook = async () => {
    switch (asked('report') ?? 'volumes') {
      case 'volumes': {
        const months = inMonths(period);
        const areasAs = asked('areas') === 'now' ? 'now' : 'sent';
        return volumesWorkbook(await volumes(ctx, months, areasAs, as), {
          ...around,
          period: periodName(months),
        });
      }
      case 'course':
        return courseWorkbook(await course(ctx, period, filter, as), around);
      case 'questions':
        return questionsWorkbook(await questionFigures(ctx, period, filter, as), around);
      case 'cross': {
        const read = readCross({ of: asked('of'), by: asked('by'), across: asked('across') }, filter);
        if (read.errors.length > 0) throw new NotFound();
        return crossWorkbook(await crossed(ctx, { ...read, period, filter, as }), around);
      }
      default:
        throw new NotFound();
    }
  };
  const fileName = `figures-${period.first}-to-${period.last}`;
  return workbookDownload(args, await workbook(), { as, fileName });
}
