import type {
  DocumentEntry,
  DocumentSection,
  SubmittedDocument as Document,
} from '#app/domain/form/document.ts';
import { formWords, type FormWords } from '#app/domain/form/words.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { answered, documentRows } from './document-rows.tsx';

export type SubmittedDocumentProps = {
  /** As stored at submit: it is shown as it is, whatever later versions of the form say. */
  document: Document;
  headingLevel?: 2 | 3 | 4;
  t?: FormWords;
};

/** A submission as its reporter saw it when they sent it. What was not answered is counted, and named on demand. */
export function SubmittedDocument({ document, headingLevel = 2, t = formWords }: SubmittedDocumentProps) {
  return document.sections.map((section) => (
    <SectionCards key={section.sectionId} section={section} headingLevel={headingLevel} t={t} />
  ));
}

type SectionCardsProps = { section: DocumentSection; headingLevel: 2 | 3 | 4; t: FormWords };

function SectionCards({ section, headingLevel, t }: SectionCardsProps) {
  const entries = section.pages.flatMap((page) => page.entries);
  const rows = documentRows(answered(entries), t);
  return (
    <>
      {entries.length > 0 ? (
        <SummaryCard
          title={section.title}
          headingLevel={headingLevel}
          rows={rows.length > 0 ? rows : undefined}
        >
          <NotAnswered of={section.title} entries={entries} t={t} />
        </SummaryCard>
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

type NotAnsweredProps = { of: string; entries: readonly DocumentEntry[]; t: FormWords };

function NotAnswered({ of, entries, t }: NotAnsweredProps) {
  const left = entries.filter((entry) => entry.state === 'not_provided');
  if (left.length === 0) return null;
  const summary = (
    <>
      {t.notAnswered({ count: left.length })}
      <span className="govuk-visually-hidden">: {of}</span>
    </>
  );
  return (
    <Details summary={summary} className="govuk-!-margin-bottom-3">
      <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {left.map((entry) => (
          <li key={entry.questionId}>{entry.label}</li>
        ))}
      </ul>
    </Details>
  );
}
