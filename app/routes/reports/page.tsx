import { link } from '#app/http/link.ts';
import {
  forgetLink,
  offeringLink,
  offersFound,
  partLink,
  stepLink,
  writersHome,
} from '#app/http/report-links.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { findPage, type Question } from '#app/domain/form/definition.ts';
import { mayOpen, previousPage } from '#app/domain/form/journey.ts';
import { openingId } from '#app/domain/form/opening.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { pageAsAsked } from '#app/domain/form/page-as-asked.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { parsePage } from '#app/domain/form/schema.ts';
import { sealedQuestionIds } from '#app/domain/form/source-identity.ts';
import { visiblePages } from '#app/domain/form/visible.ts';
import { pageWords } from '#app/domain/form/words.ts';
import { draftChecking, draftSites } from '#app/domain/intake/drafts/draft-sites.server.ts';
import { draftCode, todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { savedPage } from '#app/domain/intake/drafts/page-version.server.ts';
import { oftenChosen } from '#app/domain/intake/drafts/often-chosen.server.ts';
import { foundInDraft } from '#app/domain/intake/drafts/found-in-draft.server.ts';
import { savePage } from '#app/domain/intake/drafts/save-page.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { keepField, questionForm } from '#app/http/forms/question-form.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import { unlessKept } from '#app/domain/intake/drafts/not-finished.ts';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { lostWithDraft, openedDraft } from '#app/http/forms/not-saved.ts';
import { unfinishedForm } from '#app/http/forms/unfinished.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { FormPage, stopsFirst } from '#app/ui/form/FormPage.tsx';
import { SectionProgress } from '#app/ui/form/SectionProgress.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { KeptInDanger } from './KeptInDanger.tsx';
import { FoundInText, foundFields } from './FoundInText.tsx';
import { NotFinishedYet } from './NotFinishedYet.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { StopHeading, StopOtherWays } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/page.ts';

export const handle = { access: 'drafts.write', afterSessionEnd: 'save' } satisfies RouteHandle;

/** A page of the form that this draft has: unknown, skipped or before its turn looks as if it did not exist. */
async function openPage(args: Route.LoaderArgs | Route.ActionArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  const found = findPage(draft.definition, args.params.pageId);
  if (
    !found ||
    found.section.atCheckAnswers ||
    (found.page.id !== openingId && !visiblePages(found.section, draft.answers).includes(found.page))
  )
    throw new NotFound();
  const today = todayOf(ctx);
  if (!mayOpen(draft.definition, draft.answers, found.section, { today }))
    throw redirect(link('reports/draft', { draftId: draft.id }));
  return { ctx, draft, page: found.page, today };
}

/** The site at which the reporter works is what they most likely mean. */
function ownSite(questions: Question[], siteId: Id<'OrganisationSite'> | null): Record<string, string> {
  const asked = questions.filter((question) => question.kind === 'site');
  return siteId === null ? {} : Object.fromEntries(asked.map((question) => [question.id, siteId]));
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, draft, page } = await openPage(args);
  const sites = await draftSites(ctx.db, ctx, draft, page.questions);
  const back = previousPage(draft.definition, draft.answers, page.id);
  const saved = await savedPage(ctx.db, draft, page);
  const t = messagesOf(args).form;
  const checking = { ...(await draftChecking(ctx.db, ctx, draft, page.questions)), t };
  return {
    draftId: draft.id,
    code: draftCode(draft.id),
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    pageId: page.id,
    danger: unsentDanger(draft),
    saved,
    values: { ...ownSite(page.questions, draft.siteId), ...saved.values },
    ...unfinishedForm(
      args.url,
      draft,
      { pageId: page.id },
      page.questions,
      () => parsePage(draft.definition, page.id, saved.values, draft.answers, checking),
      t,
    ),
    answers: draft.answers,
    often: await oftenChosen(ctx.db, draft.organisationId, draft.definition, page.questions),
    sites,
    found: offersFound(args.url) ? await foundInDraft(ctx.db, ctx, draft) : [],
    sealed: sealedQuestionIds(draft.definition, draft.answers),
    back: back ? stepLink(draft.id, back) : writersHome(draft.enteredFor),
  };
}

export const action = formAction(
  async (args: Route.ActionArgs) => {
    const { page } = await openPage(args);
    return questionForm(page.questions, messagesOf(args).form, foundFields);
  },
  async ({ then, beside: { found }, ...page }, args: Route.ActionArgs) => {
    const { draftId, pageId } = idsOf(args);
    const draft = await openedDraft(args);
    const saving = savePage(ctxOf(args), {
      draftId,
      draft,
      pageId,
      ...page,
      found,
      t: messagesOf(args).form,
    });
    const saved = await unlessKept(saving);
    if (then === 'later') return link('reports/draft', { draftId });
    if (!saved) return partLink(draftId, { pageId });
    return saved.offers ? offeringLink(draftId, saved.next) : stepLink(draftId, saved.next);
  },
  { bytes: longFormBytes, lost: lostWithDraft },
);

export default function DraftPage({ loaderData }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const { draftId, form, pageId, sealed, back, answers, sites, saved, unfinished } = loaderData;
  const definition = heldForm(form);
  const found = findPage(definition, pageId)?.page;
  if (!found) return null;
  const page = pageAsAsked(found, answers);
  const errors = posted?.errors ?? loaderData.errors;
  const { title } = pageWords(page, t.form);
  const stops = stopsFirst(page);
  const { section } = findPage(definition, pageId) ?? {};
  const warnedOfLoss = posted?.collision === null && errors.some(({ field }) => field === '');
  const hasSource = page.questions.some((question) => question.dataClass === 'source_identity');
  const offered = offeredOptions(definition, page.questions, { answers, sites, t: t.form });
  return (
    <Page title={title} backHref={back} errors={errors}>
      {stops ? <StopHeading>{title}</StopHeading> : null}
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        {stops ? (
          <KeptInDanger draftId={draftId} code={loaderData.enteredFor === null ? loaderData.code : null} />
        ) : (
          <>
            {section && pageId !== openingId ? (
              <SectionProgress
                definition={definition}
                answers={answers}
                sectionId={section.id}
                heading={title}
                hrefOf={(step) => stepLink(draftId, step)}
              />
            ) : null}
            <PageHeading>{title}</PageHeading>
            <NotSentYet danger={loaderData.danger} />
          </>
        )}
        <NotFinishedYet forget={unfinished ? forgetLink(draftId, { pageId }) : null} />
        <Form expectedVersion={saved.version} data-keep="long">
          {warnedOfLoss ? <input type="hidden" name="drops" value="yes" /> : null}
          {posted?.collision ? (
            <TwoVersions
              questions={page.questions}
              saved={saved.values}
              typed={posted.values}
              nameOf={keepField}
              offered={offered}
              t={t.form}
            />
          ) : null}
          <FoundInText found={loaderData.found} />
          {hasSource ? <InsetText>{t.reports.page.sealed}</InsetText> : null}
          <FormPage
            page={page}
            warned={loaderData.danger !== null}
            values={posted?.values ?? loaderData.values}
            errors={Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)]))}
            sealed={sealed}
            offered={offered}
            often={loaderData.often}
            t={t.form}
          />
          <SessionNote />
          <div className="govuk-button-group">
            <Button preventDoubleClick>{t.reports.page.saveAndContinue}</Button>
            <Button variant="secondary" name="then" value="later" preventDoubleClick>
              {t.reports.page.later}
            </Button>
          </div>
        </Form>
      </TwoThirds>
      {stops ? <StopOtherWays /> : null}
    </Page>
  );
}
