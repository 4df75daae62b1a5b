import type { DocumentEntry, DocumentSection, SubmittedDocument } from '#app/domain/form/document.ts';
import { formWords } from '#app/domain/form/words.ts';
import { answered, documentRows } from '#app/ui/form/document-rows.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Folded } from '#app/ui/layout/PageParts.tsx';

export type ToldProps = {
  document: SubmittedDocument;
  /** The question in which the partner tells what they know. */
  narrative: string | null;
  /** Everything stands open: what is High is read whole. */
  open: boolean;
};

const answersOf = (section: DocumentSection) => section.pages.flatMap((page) => page.entries);

/**
 * A report as it was sent, in the order in which an officer reads it: what happened and when, then people, places and
 * vehicles, then every other answer, folded. What was not answered is counted, and named on demand.
 */
export function Told({ document, narrative, open }: ToldProps) {
  const { sections } = document;
  const isStory = ({ questionId }: DocumentEntry) => questionId === narrative;
  const first = sections.find((section) => answersOf(section).some(isStory));
  const story = first && answersOf(first).find(isStory);
  const lists = sections.filter(({ kind }) => kind === 'list');
  const empty = lists.filter(({ cards }) => cards.length === 0).map(({ title }) => title);
  const all = sections.flatMap(answersOf);
  const left = all.filter(({ state }) => state === 'not_provided');
  return (
    <div className="portal-told">
      {story?.state === 'answered' ? (
        <>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{story.label}</h3>
          <div className="portal-verbatim portal-told__story" data-original="">
            {story.answer.join('\n')}
          </div>
        </>
      ) : null}
      {first ? <Answers entries={answersOf(first).filter((entry) => !isStory(entry))} /> : null}
      {lists.flatMap(({ cards }) =>
        cards.map(({ itemId, title, entries }) => (
          <div key={itemId} className="portal-told__card">
            <h3 className="govuk-heading-s govuk-!-margin-bottom-0">{title}</h3>
            <Answers entries={entries} />
          </div>
        )),
      )}
      <div className="portal-folds">
        {sections
          .filter((section) => section !== first && answered(answersOf(section)).length > 0)
          .map((section) => (
            <Folded key={section.sectionId} title={section.title} headingLevel={3} open={open}>
              <Answers entries={answersOf(section)} />
            </Folded>
          ))}
        {left.length + empty.length > 0 ? (
          <Folded
            title={left.length > 0 ? formWords.notAnswered({ count: left.length }) : 'Nothing said under'}
            headingLevel={3}
          >
            {empty.length > 0 ? <p className="govuk-body-s">Nothing under: {empty.join(', ')}</p> : null}
            <ul className="govuk-list govuk-list--bullet">
              {left.map(({ questionId, label }) => (
                <li key={questionId}>{label}</li>
              ))}
            </ul>
          </Folded>
        ) : null}
      </div>
    </div>
  );
}

function Answers({ entries }: { entries: readonly DocumentEntry[] }) {
  const rows = documentRows(answered(entries), formWords);
  return rows.length > 0 ? <SummaryList className="portal-told__answers" rows={rows} /> : null;
}
