import { Fragment } from 'react';
import type { DocumentSection, SubmittedDocument } from '#app/domain/form/document.ts';
import { type FormWords } from '#app/domain/form/words.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { answered, documentRows } from './document-rows.tsx';

/** Addresses of what can be changed. */
export type ChangeLinks = {
  page: (pageId: string) => string;
  /** A list section, or an optional section that holds nothing yet. */
  section: (sectionId: string) => string;
  item: (sectionId: string, itemId: string) => string;
  removeItem: (sectionId: string, itemId: string) => string;
};

export type CheckAnswersProps = {
  document: SubmittedDocument;
  links: ChangeLinks;
  /** Sections that stand elsewhere on the page: the declaration. */
  leaveOut?: readonly string[];
  t: FormWords;
};

/** What was answered so far, by section, each with a link to change it; what holds nothing is named in one line. */
export function CheckAnswers({ document, links, leaveOut = [], t }: CheckAnswersProps) {
  const sections = document.sections
    .filter((section) => !leaveOut.includes(section.sectionId))
    .map((section) => ({
      ...section,
      pages: section.pages.map(given).filter(({ entries }) => entries.length > 0),
    }));
  const holds = ({ pages, cards }: DocumentSection) => pages.length > 0 || cards.length > 0;
  const empty = sections.filter((section) => !holds(section));
  return (
    <>
      {sections.filter(holds).map((section) => (
        <section key={section.sectionId} aria-labelledby={`section-${section.sectionId}`}>
          <h2 className="govuk-heading-m" id={`section-${section.sectionId}`}>
            {section.title}
          </h2>
          <Answers section={section} links={links} t={t} />
          <ItemCards section={section} links={links} t={t} />
        </section>
      ))}
      {empty.length === 0 ? null : (
        <p className="govuk-body">
          {t.nothingAbout}{' '}
          {empty.map(({ sectionId, title }, index) => (
            <Fragment key={sectionId}>
              {index > 0 ? ', ' : null}
              <a className="govuk-link" href={links.section(sectionId)}>
                {title}
              </a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

const given = ({ pageId, entries }: DocumentSection['pages'][number]) => ({
  pageId,
  entries: answered(entries),
});

type SectionProps = { section: DocumentSection; links: ChangeLinks; t: FormWords };

function Answers({ section, links, t }: SectionProps) {
  const change = t.change;
  return section.pages.map((page) => (
    <SummaryList
      key={page.pageId}
      rows={documentRows(page.entries, t, (entry) => {
        const isList = page.pageId === section.sectionId && section.kind === 'list';
        const href = isList
          ? links.section(section.sectionId)
          : `${links.page(page.pageId)}#${entry.questionId}`;
        return [{ href, text: change, visuallyHiddenText: entry.label }];
      })}
    />
  ));
}

/** A card for each item of a list, with links to change and to remove it. */
export function ItemCards({ section, links, t, headingLevel = 3 }: SectionProps & { headingLevel?: 2 | 3 }) {
  return section.cards.map((card) => (
    <SummaryCard
      key={card.itemId}
      title={card.title}
      headingLevel={headingLevel}
      rows={documentRows(answered(card.entries), t)}
      actions={[
        { href: links.item(section.sectionId, card.itemId), text: t.change },
        { href: links.removeItem(section.sectionId, card.itemId), text: t.remove },
      ]}
    />
  ));
}
