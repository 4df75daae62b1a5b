import { checkingOf, exampleSites } from '#app/domain/admin/trial.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { goesWith } from '#app/domain/form/goes-with.ts';
import { nextPage } from '#app/domain/form/journey.ts';
import { listWords } from '#app/domain/form/words.ts';
import { saysDangerInDraft } from '#app/domain/intake/submitting/says-danger.ts';
import { ItemCards } from '#app/ui/form/CheckAnswers.tsx';
import { answered, documentRows } from '#app/ui/form/document-rows.tsx';
import { NotSentYet } from '#app/ui/form/NotSentYet.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Link } from '#app/ui/govuk/Link.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useFormWords, useMessages } from '#app/ui/messages.ts';
import type { TrialProps } from './shown-trial.ts';
import { changeLinks } from './change-links.ts';
import { TrialForm, TrialFrame } from './TrialFrame.tsx';

/** The entries of a list, each with ways to change and to remove it. */
export function TrialItems({ sectionId, ...props }: TrialProps & { sectionId: string }) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers, hrefOf, today } = props;
  const section = findListSection(definition, sectionId);
  if (!section) return null;
  const { title, addTitle } = listWords(definition.version, section, words);
  const count = itemsOf(answers, sectionId).length;
  const shown = renderDocument(definition, answers, words, exampleSites).sections.find(
    (each) => each.sectionId === sectionId,
  );
  const notKnown = section.notKnown !== undefined && answers[section.notKnown.id] !== undefined;
  const next = nextPage(definition, answers, sectionId, checkingOf({ definition, answers, today, t: words }));
  return (
    <TrialFrame {...props} title={title} back={{ kind: 'task_list' }}>
      <TwoThirds>
        <NotSentYet danger={saysDangerInDraft(answers)} />
        {count === 0 ? (
          <p className="govuk-body">{t(notKnown ? 'reports.items.notKnown' : 'reports.items.none')}</p>
        ) : null}
        {shown && count > 0 ? (
          <ItemCards section={shown} links={changeLinks(props)} t={words} headingLevel={2} />
        ) : null}
        <div className="govuk-button-group">
          <Link className="govuk-button" href={hrefOf(next)}>
            {t('reports.items.continue')}
          </Link>
          {count >= section.max ? null : (
            <Link
              className="govuk-button govuk-button--secondary"
              href={hrefOf({ kind: 'new_item', sectionId })}
            >
              {count === 0 ? addTitle : t('reports.items.another')}
            </Link>
          )}
        </div>
      </TwoThirds>
    </TrialFrame>
  );
}

/** Asks before an entry goes, and shows what goes with it. */
export function TrialRemove({
  sectionId,
  itemId,
  ...props
}: TrialProps & { sectionId: string; itemId: string }) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers, hrefOf } = props;
  const { sections } = renderDocument(definition, answers, words, exampleSites);
  const cardOf = (ofSection: string, ofItem: string) =>
    sections.find((each) => each.sectionId === ofSection)?.cards.find((each) => each.itemId === ofItem);
  const card = cardOf(sectionId, itemId);
  if (!card) return null;
  const goesToo = goesWith(definition, answers, sectionId, itemId).flatMap(({ questionIds, ...gone }) => {
    const other = cardOf(gone.sectionId, gone.itemId);
    const goes = (questionId: string) => questionIds === null || questionIds.includes(questionId);
    return other ? [{ ...other, entries: other.entries.filter(({ questionId }) => goes(questionId)) }] : [];
  });
  const back = { kind: 'items', sectionId } as const;
  return (
    <TrialFrame {...props} title={t('reports.items.removeTitle', { entry: card.title })} back={back}>
      <TwoThirds>
        <SummaryCard title={card.title} rows={documentRows(answered(card.entries), words)} />
        {goesToo.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">{t('reports.items.goesToo')}</h2>
            <p className="govuk-body">{t('reports.items.goesTooText')}</p>
            {goesToo.map((other) => (
              <SummaryCard
                key={other.itemId}
                title={other.title}
                rows={documentRows(answered(other.entries), words)}
              />
            ))}
          </>
        ) : null}
        <p className="govuk-body">
          {t(goesToo.length > 0 ? 'reports.items.removeAllText' : 'reports.items.removeText')}
        </p>
        <TrialForm of={props}>
          <div className="govuk-button-group">
            <Button variant="warning">{t('reports.items.remove')}</Button>
            <Link className="govuk-button govuk-button--secondary" href={hrefOf(back)}>
              {t('reports.items.keep')}
            </Link>
          </div>
        </TrialForm>
      </TwoThirds>
    </TrialFrame>
  );
}
