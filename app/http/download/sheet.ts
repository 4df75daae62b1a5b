import type { Sheet } from '#app/domain/triage/dissemination/open-sheet.server.ts';
import { means } from '#app/domain/kernel/recipients.ts';
import { unprinted } from '#app/platform/documents/printed-document.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { gradeLines } from '#app/ui/triage/grade-words.ts';
import { handlingConditions, sheetRequest, sheetTitle } from '#app/ui/triage/sheet-words.ts';
import type { Printed } from './pdf-download.ts';

/** The sheet of a dissemination outside the force, its conditions first. `force` is the force's name. */
export function printedSheet(sheet: Sheet, marking: string, force: string): Printed {
  const { reference, passed } = sheet;
  return {
    title: 'Dissemination sheet',
    marking,
    foot: reference,
    pageOf: 'Page %{page} of %{pages}',
    unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each. Ask the Force Intelligence Bureau for what it says.`,
    blocks: [
      { kind: 'heading', level: 1, text: sheetTitle },
      { kind: 'heading', level: 2, text: 'Handling conditions' },
      { kind: 'bullets', items: handlingConditions(sheet) },
      ...(sheet.approvalOutstanding
        ? [
            {
              kind: 'paragraph' as const,
              text: 'Sent at once. A second person has not approved this text yet.',
            },
          ]
        : []),
      {
        kind: 'summary',
        rows: [
          { key: 'For', value: [sheet.body, sheet.post] },
          { key: 'From', value: [`${force}, Force Intelligence Bureau`] },
          { key: 'Our reference', value: [reference] },
          { key: 'Grade of this text', value: gradeLines(sheet.grade) },
          ...(sheet.fiveByFive.length > 0 ? [{ key: '5x5x5 grade', value: sheet.fiveByFive }] : []),
          { key: 'Let out', value: [`${formatDateTime(sheet.releasedAt)}, version ${sheet.version}`] },
          ...(passed
            ? [{ key: 'Passed on', value: [`${means[passed.means]}, ${formatDateTime(passed.at)}`] }]
            : []),
          { key: 'Acknowledge by', value: [formatDateTime(sheet.acknowledgeBy)] },
        ],
      },
      { kind: 'heading', level: 2, text: 'What is known' },
      { kind: 'paragraph', text: sheet.text },
      { kind: 'paragraph', text: sheetRequest(force) },
    ],
  };
}
