import { editionColumns } from '#app/domain/plan/editions/edition-lines.ts';
import { readEdition } from '#app/domain/plan/editions/editions.server.ts';
import { csvText } from '#app/http/download/csv.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/edition-csv.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

/** An edition as a table. It is for the public, and bears no protective marking. */
export async function loader(args: Route.LoaderArgs) {
  const { number, lines } = await readEdition(ctxOf(args), { ...idsOf(args), as: 'csv' });
  const csv = csvText([
    ['edition', ...editionColumns],
    ...lines.map((line) => [String(number), ...editionColumns.map((column) => line[column])]),
  ]);
  return wholeDownload(
    new TextEncoder().encode(csv),
    'text/csv; charset=utf-8',
    `plan-edition-${number}.csv`,
  );
}
