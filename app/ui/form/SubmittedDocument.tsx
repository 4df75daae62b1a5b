import type {
  DocumentSection,
  SubmittedDocument as Document,
} from '#app/domain/intelligence-form/document.ts';
import { asWritten, type Translate } from '#app/domain/intelligence-form/words.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { answered, documentRows } from './document-rows.tsx';

export type SubmittedDocumentProps = {
  /** As stored at submit: it is shown as it is, whatever later versions of the form say. */
  document: Document;
  headingLevel?: 2 | 3 | 4;
  t?: Translate;
};

/** A submission as its reporter saw it when they sent it. Sections without an answer are left out. */
export function SubmittedDocument({ document, headingLevel = 2, t = asWritten }: SubmittedDocumentProps) {
  return document.sections.map((section) => (
    <SectionCards key={section.sectionId} section={section} headingLevel={headingLevel} t={t} />
  ));
}

type SectionCardsProps = { section: DocumentSection; headingLevel: 2 | 3 | 4; t: Translate };

function SectionCards({ section, headingLevel, t }: SectionCardsProps) {
  const entries = section.pages.flatMap((page) => page.entries);
  return (
    <>
      {entries.length > 0 ? (
        <SummaryCard title={section.title} headingLevel={headingLevel} rows={documentRows(entries, t)} />
      ) : null}
      {section.cards.map((card) => (
        <SummaryCard
          key={card.itemId}
          title={card.title}
          headingLevel={headingLevel}
          rows={documentRows(answered(card.entries), t)}
        />
      ))}
    </>
  );
}
