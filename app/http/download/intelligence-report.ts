import type { OpenedReports } from '#app/domain/triage/intelligence-report/open-intelligence-report.server.ts';
import { unprinted, type PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { noTextYet, notApprovedYet, reportRows } from '#app/ui/triage/intelligence-report-words.ts';
import type { Printed } from './pdf-download.ts';

/** The intelligence reports of a submission or of one item, in the order of their page. */
export function printedReports({ reference, reports }: OpenedReports, marking: string): Printed {
  return {
    title: 'Intelligence report',
    marking,
    foot: reference,
    pageOf: 'Page %{page} of %{pages}',
    unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each. Read the report in the portal.`,
    blocks: [
      { kind: 'heading', level: 1, text: 'Intelligence report' },
      ...(reports.length === 0
        ? [{ kind: 'paragraph' as const, text: 'No item was made of this submission.' }]
        : []),
      ...reports.flatMap((report): PrintedBlock[] => {
        const { above, below } = reportRows(report, marking);
        const version = report.version === null ? '' : `, version ${report.version}`;
        return [
          { kind: 'heading', level: 2, text: report.urn },
          ...(report.approvalOutstanding ? [{ kind: 'paragraph' as const, text: notApprovedYet }] : []),
          { kind: 'summary', rows: above },
          { kind: 'heading', level: 3, text: `Information${version}` },
          { kind: 'paragraph', text: report.text ?? noTextYet },
          { kind: 'summary', rows: below },
        ];
      }),
    ],
  };
}
