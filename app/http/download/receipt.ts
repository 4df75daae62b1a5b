import type { Receipt } from '#app/domain/intake/own-reports/open-own-receipt.server.ts';
import { formatDate, formatDateTime } from '#app/ui/format/date.ts';
import type { Words } from '#app/messages/words.ts';
import type { Printed } from './pdf-download.ts';

/**
 * The receipt of a report and the record of sharing it, for the organisation's own file: reference, when it was received,
 * which kinds of information it holds, under which agreement and on what basis, and what happens next. It holds no content
 * but the organisation's own reference, no name, and nothing that tells a report about danger from another, as its own day
 * would: it gives the latest of all.
 */
export function printedReceipt(receipt: Receipt, marking: string, t: Words): Printed {
  const { reference, partnerReference } = receipt;
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
          // What they find it by in their own file comes first.
          ...(partnerReference === null ? [] : [{ key: t.reports.receipt.own, value: [partnerReference] }]),
          { key: t.reports.sent.reference, value: [reference] },
          { key: t.reports.receipt.received, value: [formatDateTime(receipt.submittedAt)] },
          {
            key: t.reports.receipt.confirmation,
            value: [receipt.fullCopy ? t.reports.receipt.withCopy : t.reports.receipt.without],
          },
        ],
      },
      { kind: 'heading', level: 2, text: t.reports.receipt.shared },
      {
        kind: 'summary',
        rows: [
          { key: t.reports.receipt.kinds, value: receipt.shared.map((kind) => t.reports.receipt.kind[kind]) },
          {
            key: t.reports.receipt.agreement,
            value: [
              receipt.agreement === null
                ? t.reports.receipt.noAgreement
                : t.reports.receipt.agreedAs({
                    reference: receipt.agreement.reference,
                    on: receipt.agreement.agreedOn && formatDate(receipt.agreement.agreedOn),
                  }),
            ],
          },
          {
            key: t.reports.receipt.basis,
            value: [t.reports.receipt.usualBasis, t.reports.receipt.policeBasis],
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
