import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { isPastGate, nextPage } from '#app/domain/form/journey.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { itemFieldNames, parseItem } from '#app/domain/form/schema.ts';
import { withSavedAnswers } from '#app/domain/form/two-versions.ts';
import { isVisible } from '#app/domain/form/visible.ts';
import { listWords } from '#app/domain/form/words.ts';
import { ownDraft, todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { savedItem } from '#app/domain/intake/drafts/page-version.server.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { saysDangerInDraft } from '#app/domain/intake/submitting/says-danger.ts';
import { link } from '#app/http/link.ts';
import { attemptOnDraft, keepField, seenField } from '#app/http/forms/attempt-on-draft.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { formFieldNames } from '#app/http/forms/form-field-names.ts';
import { formWordsOf } from '#app/http/forms/form-words.ts';
import { keepingTyped, type Pairs } from '#app/http/forms/not-saved.ts';
import { openedDraft } from '#app/http/forms/opened-draft.ts';
import { postedForm } from '#app/http/forms/posted-form.ts';
import { forgetLink, partLink, stepLink } from '#app/http/report-links.ts';
import { unfinishedForm } from '#app/http/forms/unfinished-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ItemPage } from '#app/ui/form/FormPage.tsx';
import { NotFinishedYet } from '#app/ui/form/NotFinishedYet.tsx';
import { NotSentYet } from '#app/ui/form/NotSentYet.tsx';
import { TwoVersions } from '#app/ui/form/TwoVersions.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useFormWords, useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from '#app/ui/triage/EnteredFor.tsx';
import type { Route } from './+types/item.ts';

export const handle = { access: 'drafts.write', afterSessionEnd: 'save' } satisfies RouteHandle;

async function openItem(args: Route.LoaderArgs | Route.ActionArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  const section = findListSection(draft.definition, args.params.sectionId);
  if (!section || !/^[0-9a-f-]{36}$/.test(args.params.itemId)) throw new NotFound();
  if (!isPastGate(draft.definition, draft.answers, { today: todayOf(ctx) }))
    throw redirect(link('reports/draft', { draftId: draft.id }));
  if (!isVisible(section, draft.answers)) throw redirect(link('reports/draft', { draftId: draft.id }));
  const items = itemsOf(draft.answers, section.id);
  return { ctx, draft, section, items, item: items.find((each) => each.id === args.params.itemId) ?? null };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, draft, section, items, item } = await openItem(args);
  const saved = savedItem(draft, section, args.params.itemId);
  const t = formWordsOf(args);
  const checking = { today: todayOf(ctx), answers: draft.answers, t };
  return {
    draftId: draft.id,
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    version: draft.definition.version,
    sectionId: section.id,
    answers: draft.answers,
    itemId: args.params.itemId,
    danger: saysDangerInDraft(draft.answers, draft.unfinished),
    saved,
    values: saved.values,
    ...unfinishedForm(
      args.url,
      draft,
      { sectionId: section.id, itemId: args.params.itemId },
      section.questions,
      () => parseItem(draft.definition, section.id, saved.values, checking),
      t,
    ),
    there: item !== null,
    /** Its place among the entries, from 1; 0 for one that is being added. */
    position: item === null ? 0 : items.indexOf(item) + 1,
    first: items.length === 0,
    back:
      items.length === 0
        ? link('reports/draft', { draftId: draft.id })
        : link('reports/items', { draftId: draft.id, sectionId: section.id }),
  };
}

export async function action(args: Route.ActionArgs) {
  return keepingTyped(args, (pairs) => save(args, pairs));
}

async function save(args: Route.ActionArgs, pairs: Pairs) {
  const { ctx, draft, section } = await openItem(args);
  const names = formFieldNames([...section.questions, ...(section.notKnown ? [section.notKnown] : [])]);
  const choices = section.questions.map(({ id }) => keepField(id));
  const form = postedForm(pairs, { ...names, one: [...names.one, 'then', 'drops', seenField, ...choices] });
  const taken = section.questions.filter(({ id }) => form.get(keepField(id)) === 'saved').map(({ id }) => id);
  const { values: before } = savedItem(draft, section, args.params.itemId);
  const posted = withSavedAnswers(section.questions, taken, before, form.toRecord());
  const saved = await attemptOnDraft(posted, () =>
    saveDraftItem(ctx, {
      draftId: draft.id,
      sectionId: section.id,
      itemId: args.params.itemId,
      posted,
      seen: form.get(seenField),
      drops: form.get('drops') === 'yes',
      t: formWordsOf(args),
    }),
  );
  if (!saved.ok && !saved.kept) return saved.refused;
  if (form.get('then') === 'later') throw redirect(link('reports/draft', { draftId: draft.id }));
  if (!saved.ok) throw redirect(partLink(draft.id, { sectionId: section.id, itemId: args.params.itemId }));
  if (form.get('then') === 'another')
    throw redirect(link('reports/item-new', { draftId: draft.id, sectionId: section.id }));
  const after = await ownDraft(ctx.db, ctx, draft.id);
  throw redirect(
    stepLink(draft.id, nextPage(after.definition, after.answers, section.id, { today: todayOf(ctx) })),
  );
}

export default function DraftItem({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = useFormWords();
  const { draftId, form, version, sectionId, itemId, answers, first, back, saved, there, position } =
    loaderData;
  const definition = heldForm(form);
  const section = findListSection(definition, sectionId);
  if (!section) return null;
  const { addTitle, itemTitle } = listWords(version, section, words);
  const title = position === 0 ? addTitle : t('reports.items.change', { entry: `${itemTitle} ${position}` });
  const order = itemFieldNames(section);
  const errors = [...(actionData?.errors ?? loaderData.errors)].sort(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
  );
  const warnedOfLoss = actionData?.conflict === false && errors.some(({ field }) => field === '');
  const offered = offeredOptions(definition, section.questions, { answers, sites: [], t: words });
  return (
    <Page title={title} backHref={back} errors={errors}>
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={loaderData.danger} />
        <SessionNote />
        <NotFinishedYet forget={loaderData.unfinished ? forgetLink(draftId, { sectionId, itemId }) : null} />
        <form method="post" noValidate data-keep="long">
          <input type="hidden" name={seenField} value={saved.version} />
          {warnedOfLoss ? <input type="hidden" name="drops" value="yes" /> : null}
          {actionData?.conflict ? (
            <>
              {there ? null : <InsetText>{t('reports.conflict.removed')}</InsetText>}
              <TwoVersions
                questions={section.questions}
                saved={saved.values}
                typed={actionData.values}
                nameOf={keepField}
                version={version}
                offered={offered}
                t={words}
              />
            </>
          ) : null}
          <ItemPage
            section={section}
            first={first}
            version={version}
            offered={offered}
            values={actionData?.values ?? loaderData.values}
            errors={Object.fromEntries(errors.map(({ field, message }) => [field, t(message)]))}
            t={words}
          />
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t('reports.page.saveAndContinue')}</Button>
            <Button variant="secondary" name="then" value="another" preventDoubleClick>
              {t('reports.items.saveAndAdd')}
            </Button>
            <Button variant="secondary" name="then" value="later" preventDoubleClick>
              {t('reports.page.later')}
            </Button>
          </div>
        </form>
      </TwoThirds>
    </Page>
  );
}
