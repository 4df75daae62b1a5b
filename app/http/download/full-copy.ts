import type { FullCopy } from '#app/domain/intake/own-reports/open-full-copy.server.ts';
import { formatDateTime } from '#app/ui/format/date.ts';
import type { Words } from '#app/messages/words.ts';
import { addedBlocks } from './added.ts';
import { answerBlocks } from './answers.ts';
import type { Printed } from './pdf-download.ts';

/** A partner's own report in full, as it was sent. */
export function printedFullCopy(copy: FullCopy, marking: string, t: Words): Printed {
  const { reference, document } = copy;
  return {
    title: t.reports.copy.title,
    marking,
    foot: reference,
    pageOf: t.reports.printed.pageOf,
    unprinted: t.reports.printed.unprinted,
    blocks: [
      { kind: 'heading', level: 1, text: t.reports.copy.title },
      { kind: 'paragraph', text: t.reports.copy.keep },
      {
        kind: 'summary',
        rows: [
          { key: t.reports.sent.reference, value: [reference] },
          { key: t.reports.receipt.received, value: [formatDateTime(copy.submittedAt)] },
          { key: t.reports.copy.form, value: [t.reports.copy.version({ version: document.version })] },
        ],
      },
      ...answerBlocks(document, t.common.notProvided),
      ...addedBlocks(copy.supplements, {
        heading: t.reports.add.heading,
        received: (at) => t.reports.add.received({ at }),
        text: t.reports.add.text,
        knownHow: (code) => ({ key: t.reports.add.knownHow, value: t.reports.add.knownHows[code] }),
        danger: (code) => ({ key: t.reports.add.danger, value: t.reports.add.dangers[code] }),
      }),
    ],
  };
}
