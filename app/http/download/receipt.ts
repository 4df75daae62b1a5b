import type { Receipt } from '#app/domain/intake/own-reports/open-own-receipt.server.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';
import type { Words } from '#app/messages/words.ts';
import type { Printed } from './pdf-download.ts';

/**
 * The receipt of a report for the partner's own file: reference, when it was received and what happens next. It holds no
 * content, and nothing that tells a report about danger from another, as its own day would: it gives the latest of all.
 */
export function printedReceipt(receipt: Receipt, marking: string, t: Words): Printed {
  const { reference } = receipt;
  return {
    title: t.reports.receipt.title,
    marking,
    foot: reference,
    pageOf: t.reports.printed.pageOf,
    unprinted: t.reports.printed.unprinted,
    blocks: [
      { kind: 'heading', level: 1, text: t.reports.receipt.title },
      { kind: 'paragraph', text: t.reports.receipt.intro },
      {
        kind: 'summary',
        rows: [
          { key: t.reports.sent.reference, value: [reference] },
          { key: t.reports.receipt.received, value: [formatDateTime(receipt.submittedAt)] },
          {
            key: t.reports.receipt.confirmation,
            value: [receipt.fullCopy ? t.reports.receipt.withCopy : t.reports.receipt.without],
          },
        ],
      },
      { kind: 'heading', level: 2, text: t.reports.sent.next },
      { kind: 'paragraph', text: t.reports.sent.nextNormal },
      { kind: 'paragraph', text: t.promise.receipt({ by: formatDate(receipt.latestAnswer) }) },
      { kind: 'paragraph', text: t.reports.sent.mail },
      { kind: 'paragraph', text: t.reports.sent.dont },
    ],
  };
}
