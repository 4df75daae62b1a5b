import { link } from '#app/http/link.ts';
import { forgetLink, offersFound, partLink, stepLink } from '#app/http/report-links.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { isPastGate } from '#app/domain/form/journey.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { parseItem } from '#app/domain/form/schema.ts';
import { isVisible } from '#app/domain/form/visible.ts';
import { listWords } from '#app/domain/form/words.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { foundInDraft } from '#app/domain/intake/drafts/found-in-draft.server.ts';
import { oftenChosen } from '#app/domain/intake/drafts/often-chosen.server.ts';
import { savedItem } from '#app/domain/intake/drafts/page-version.server.ts';
import { saveDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { keepField, questionForm } from '#app/http/forms/question-form.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { unlessKept } from '#app/domain/intake/drafts/not-finished.ts';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { lostWithDraft, openedDraft } from '#app/http/forms/not-saved.ts';
import { unfinishedForm } from '#app/http/forms/unfinished.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ItemPage } from '#app/ui/form/FormPage.tsx';
import { SectionProgress } from '#app/ui/form/SectionProgress.tsx';
import { FoundInText, foundFields } from './FoundInText.tsx';
import { NotFinishedYet } from './NotFinishedYet.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
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
  const t = messagesOf(args).form;
  const checking = { today: todayOf(ctx), answers: draft.answers, t };
  return {
    draftId: draft.id,
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    sectionId: section.id,
    answers: draft.answers,
    itemId: args.params.itemId,
    danger: unsentDanger(draft),
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
    found: offersFound(args.url) ? await foundInDraft(ctx.db, ctx, draft) : [],
    often: await oftenChosen(ctx.db, draft.organisationId, draft.definition, section.questions),
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

export const action = formAction(
  async (args: Route.ActionArgs) => {
    const { section } = await openItem(args);
    const asked = section.notKnown ? [...section.questions, section.notKnown] : section.questions;
    return questionForm(asked, messagesOf(args).form, foundFields);
  },
  async ({ then, beside: { found }, ...item }, args: Route.ActionArgs) => {
    const { draftId, sectionId, itemId } = idsOf(args);
    const part = { draftId, sectionId, itemId };
    const saved = await unlessKept(
      saveDraftItem(ctxOf(args), {
        ...part,
        draft: await openedDraft(args),
        ...item,
        found,
        t: messagesOf(args).form,
      }),
    );
    if (then === 'later') return link('reports/draft', { draftId });
    if (!saved) return partLink(draftId, { sectionId, itemId });
    return then === 'another'
      ? link('reports/item-new', { draftId, sectionId })
      : stepLink(draftId, saved.next);
  },
  { bytes: longFormBytes, lost: lostWithDraft },
);

export default function DraftItem({ loaderData }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const { draftId, form, sectionId, itemId, answers, first, back, saved, there, position } = loaderData;
  const definition = heldForm(form);
  const section = findListSection(definition, sectionId);
  if (!section) return null;
  const { addTitle, itemTitle } = listWords(section, t.form);
  const title = position === 0 ? addTitle : t.reports.items.change({ entry: `${itemTitle} ${position}` });
  const errors = posted?.errors ?? loaderData.errors;
  const warnedOfLoss = posted?.collision === null && errors.some(({ field }) => field === '');
  const offered = offeredOptions(definition, section.questions, { answers, sites: [], t: t.form });
  return (
    <Page title={title} backHref={back} errors={errors}>
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <SectionProgress
          definition={definition}
          answers={answers}
          sectionId={sectionId}
          heading={title}
          hrefOf={(step) => stepLink(draftId, step)}
        />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={loaderData.danger} />
        <NotFinishedYet forget={loaderData.unfinished ? forgetLink(draftId, { sectionId, itemId }) : null} />
        <Form expectedVersion={saved.version} data-keep="long">
          {warnedOfLoss ? <input type="hidden" name="drops" value="yes" /> : null}
          {posted?.collision ? (
            <>
              {there ? null : <InsetText>{t.reports.conflict.removed}</InsetText>}
              <TwoVersions
                questions={section.questions}
                saved={saved.values}
                typed={posted.values}
                nameOf={keepField}
                offered={offered}
                t={t.form}
              />
            </>
          ) : null}
          <FoundInText found={loaderData.found} onEntry />
          <ItemPage
            section={section}
            first={first}
            offered={offered}
            often={loaderData.often}
            values={posted?.values ?? loaderData.values}
            errors={Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)]))}
            t={t.form}
          />
          <SessionNote />
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.page.saveAndContinue}</Button>
            <Button variant="secondary" name="then" value="another" preventDoubleClick>
              {t.reports.items.saveAndAdd}
            </Button>
            <Button variant="secondary" name="then" value="later" preventDoubleClick>
              {t.reports.page.later}
            </Button>
          </div>
        </Form>
      </TwoThirds>
    </Page>
  );
}
