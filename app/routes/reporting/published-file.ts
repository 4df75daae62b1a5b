import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { forceDay } from '#app/domain/kernel/postcode-rules.ts';
import { figureWords } from '#app/domain/figures/published-rows.ts';
import { csvText } from '#app/http/download/csv.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { publishedWorkbook } from '#app/http/download/figure-workbooks.ts';
import { readFileKind, workbookDownload } from '#app/http/download/workbook.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/published-file.ts';

export const handle = { access: 'figures.read-published' } satisfies RouteHandle;

const columns = [
  'marking',
  'quarter_from',
  'frozen_on',
  'table',
  'row',
  'figure',
  'least',
  'most',
  'definition',
];

/** Every published figure of every quarter as it was frozen: as values one to a line, with the least and most it may be. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const as = readFileKind(args.url.searchParams);
  const found = await publishedFigures(ctx, { as });
  const marking = markingOf(args);
  if (as !== 'csv')
    return workbookDownload(
      args,
      publishedWorkbook(found, { marking, period: 'all quarters', at: ctx.clock.now() }),
      { as, fileName: 'published-figures' },
    );
  const { quarters, tables } = found;
  const lines = quarters.flatMap(({ firstMonth, frozenAt, definition, total }, index) =>
    [
      { table: 'total', label: 'Submissions received', figure: total },
      ...tables.flatMap(({ table, rows }) =>
        rows.map(({ label, figures }) => ({ table, label, figure: figures[index] })),
      ),
    ].flatMap(({ table, label, figure }) =>
      figure === undefined
        ? []
        : [
            [
              marking,
              firstMonth,
              forceDay(frozenAt),
              table,
              label,
              figureWords(figure),
              String(figure?.least ?? ''),
              String(figure?.most ?? ''),
              definition,
            ],
          ],
    ),
  );
  return wholeDownload(
    new TextEncoder().encode(csvText([columns, ...lines])),
    'text/csv; charset=utf-8',
    'published-figures.csv',
  );
}
