import type { DocumentEntry, SubmittedDocument } from '#app/domain/form/document.ts';
import type { PrintedBlock } from '#app/platform/documents/printed-document.ts';

/** A report as it was shown when it was sent. `notProvided` stands where nothing was answered. */
export function answerBlocks(document: SubmittedDocument, notProvided: string): PrintedBlock[] {
  const rows = (entries: readonly DocumentEntry[]): PrintedBlock => ({
    kind: 'summary',
    rows: entries.map(({ label, answer }) => ({
      key: label,
      value: answer.length === 0 ? [notProvided] : answer,
    })),
  });
  return document.sections.flatMap((section): PrintedBlock[] => {
    const entries = section.pages.flatMap((page) => page.entries);
    if (entries.length === 0 && section.cards.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: section.title },
      ...(entries.length > 0 ? [rows(entries)] : []),
      ...section.cards.flatMap((card): PrintedBlock[] => [
        { kind: 'heading', level: 3, text: card.title },
        rows(card.entries),
      ]),
    ];
  });
}
