import { exportPurposes } from '#app/domain/connections/exports/export-choices.ts';
import type { ExportedSubmission } from '#app/domain/connections/exports/open-export.server.ts';
import { channelWords } from '#app/domain/kernel/report-labels.ts';
import { unprinted, type PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import { dangerWords, knownHowWords, wordsOf } from '#app/ui/triage/supplement-words.ts';
import { addedBlocks } from './added.ts';
import { answerBlocks } from './answers.ts';
import type { Printed } from './pdf-download.ts';

/** A submission as submitted, for an officer who needs it outside the portal. */
export function printedForOfficer(exported: ExportedSubmission, marking: string): Printed {
  const { reference, document, files } = exported;
  return {
    title: 'Submission',
    marking,
    foot: reference,
    pageOf: 'Page %{page} of %{pages}',
    unprinted: `Characters that could not be printed here: %{count}. A ${unprinted} stands in place of each. Read the submission in the portal.`,
    blocks: [
      { kind: 'heading', level: 1, text: `Submission ${reference}` },
      {
        kind: 'summary',
        rows: [
          {
            key: 'Sent by',
            value: [exported.organisation, ...(exported.site === null ? [] : [exported.site])],
          },
          {
            key: 'Received',
            value: [`${formatDateTime(exported.submittedAt)}, version ${document.version} of the form`],
          },
          { key: 'Channel', value: [channelWords[exported.channel as keyof typeof channelWords]] },
          ...(exported.restricted ? [{ key: 'Restricted', value: ['To FIB'] }] : []),
          {
            key: 'Source',
            value: [
              exported.sourceSealed ? 'In a sealed record, which is not part of this document' : 'Not sealed',
            ],
          },
          {
            key: 'Exported',
            value: [`${formatDateTime(exported.exportedAt)}, by ${exported.exportedBy}`],
          },
          { key: 'What for', value: [exportPurposes[exported.purpose]] },
        ],
      },
      ...answerBlocks(document, 'Not provided'),
      ...addedBlocks(exported.supplements, {
        heading: 'Added by the partner after sending',
        received: (at) => `Received ${at}`,
        text: 'What was added',
        knownHow: (code) => ({ key: 'How the partner knows', value: wordsOf(knownHowWords, code) }),
        danger: (code) => ({ key: 'Danger', value: wordsOf(dangerWords, code) }),
      }),
      ...fileBlocks(files),
    ],
  };
}

function fileBlocks(files: ExportedSubmission['files']): PrintedBlock[] {
  if (files.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Files as received' },
    {
      kind: 'table',
      caption: 'Name, size and SHA-256 of each file',
      columns: ['File', 'Size in bytes', 'SHA-256'],
      widths: [0.3, 0.18, 0.52],
      rows: files.map((file) => [
        `${file.number}. ${file.name ?? 'Its name does not open'}`,
        String(file.size),
        file.sha256 ?? 'Does not open',
      ]),
    },
  ];
}
