import { openExport, type ExportedSubmission } from '#app/domain/connections/exports/open-export.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { markingOf } from '#app/http/server/marking.ts';
import { exportCsv } from '#app/http/download/export-csv.ts';
import { exportJson } from '#app/http/download/export-json.ts';
import { printedForOfficer } from '#app/http/download/officer-copy.ts';
import { pdfDownload } from '#app/http/download/pdf-download.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/exported.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

/** A submission as a file, for the officer who has said why. */
export async function loader(args: Route.LoaderArgs) {
  const exported = await openExport(ctxOf(args), { exportId: idsOf(args).exportId });
  const marking = markingOf(args);
  const name = `submission-${exported.reference}`;
  if (exported.format === 'pdf') return pdfDownload(args, printedForOfficer(exported, marking), name);
  return textDownload(exported, exported.format, marking, name);
}

function textDownload(
  exported: ExportedSubmission,
  format: 'json' | 'csv',
  marking: string,
  name: string,
): Response {
  const text = format === 'json' ? exportJson(exported, marking) : exportCsv(exported, marking);
  const mediaType = format === 'json' ? 'application/json' : 'text/csv; charset=utf-8';
  return wholeDownload(new TextEncoder().encode(text), mediaType, `${name}.${format}`);
}
