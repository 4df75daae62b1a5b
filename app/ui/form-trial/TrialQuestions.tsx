import { exampleSites } from '#app/domain/admin/trial.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import { previousPage } from '#app/domain/form/journey.ts';
import { pageAsAsked } from '#app/domain/form/page-as-asked.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { fieldNamesOf, itemFieldNames, itemValues, valuesOf } from '#app/domain/form/schema.ts';
import { sealedQuestionIds } from '#app/domain/form/source-identity.ts';
import { listWords, pageWords } from '#app/domain/form/words.ts';
import { saysDangerInDraft } from '#app/domain/intake/submitting/says-danger.ts';
import { FormPage, ItemPage } from '#app/ui/form/FormPage.tsx';
import { NotSentYet } from '#app/ui/form/NotSentYet.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import type { PageError } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useFormWords, useMessages } from '#app/ui/messages.ts';
import type { TrialProps } from './shown-trial.ts';
import { TrialForm, TrialFrame } from './TrialFrame.tsx';

export const messagesOf = (errors: readonly PageError[]): Record<string, string> =>
  Object.fromEntries(errors.map(({ field, message }) => [field, message]));

const inOrder = (errors: readonly PageError[], order: readonly string[]): PageError[] =>
  [...errors].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));

/** A page of questions, as a reporter gets it. */
export function TrialQuestions({ pageId, ...props }: TrialProps & { pageId: string }) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers } = props;
  const found = findPage(definition, pageId)?.page;
  if (!found) return null;
  const page = pageAsAsked(found, answers);
  const errors = inOrder(props.errors, fieldNamesOf(page));
  return (
    <TrialFrame
      {...props}
      errors={errors}
      title={pageWords(definition.version, page, words).title}
      back={previousPage(definition, answers, page.id)}
    >
      <TwoThirds>
        <NotSentYet danger={saysDangerInDraft(answers)} />
        <TrialForm of={props}>
          {errors.some(({ field }) => field === '') ? <input type="hidden" name="drops" value="yes" /> : null}
          {page.questions.some(({ dataClass }) => dataClass === 'source_identity') ? (
            <InsetText>{t('reports.page.sealed')}</InsetText>
          ) : null}
          <FormPage
            page={page}
            version={definition.version}
            values={props.values ?? valuesOf(page, answers)}
            errors={messagesOf(errors)}
            sealed={sealedQuestionIds(definition, answers)}
            offered={offeredOptions(definition, page.questions, { answers, sites: exampleSites, t: words })}
            t={words}
          />
          <Button preventDoubleClick>{t('reports.page.saveAndContinue')}</Button>
        </TrialForm>
      </TwoThirds>
    </TrialFrame>
  );
}

/** The form for one entry of a list. */
export function TrialItem({
  sectionId,
  itemId,
  ...props
}: TrialProps & { sectionId: string; itemId: string }) {
  const t = useMessages();
  const words = useFormWords();
  const { definition, answers } = props;
  const section = findListSection(definition, sectionId);
  if (!section) return null;
  const items = itemsOf(answers, sectionId);
  const item = items.find(({ id }) => id === itemId);
  const { addTitle, itemTitle } = listWords(definition.version, section, words);
  const entry = item ? `${itemTitle} ${items.indexOf(item) + 1}` : '';
  const errors = inOrder(props.errors, itemFieldNames(section));
  return (
    <TrialFrame
      {...props}
      errors={errors}
      title={item ? t('reports.items.change', { entry }) : addTitle}
      back={items.length === 0 ? { kind: 'task_list' } : { kind: 'items', sectionId }}
    >
      <TwoThirds>
        <NotSentYet danger={saysDangerInDraft(answers)} />
        <TrialForm of={props}>
          {errors.some(({ field }) => field === '') ? <input type="hidden" name="drops" value="yes" /> : null}
          <ItemPage
            section={section}
            first={items.length === 0}
            version={definition.version}
            values={props.values ?? (item ? itemValues(section, item) : {})}
            errors={messagesOf(errors)}
            offered={offeredOptions(definition, section.questions, {
              answers,
              sites: exampleSites,
              t: words,
            })}
            t={words}
          />
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t('reports.page.saveAndContinue')}</Button>
            <Button variant="secondary" name="then" value="another" preventDoubleClick>
              {t('reports.items.saveAndAdd')}
            </Button>
          </div>
        </TrialForm>
      </TwoThirds>
    </TrialFrame>
  );
}
