import { link } from '#app/http/link.ts';
import { offersFound, stepLink } from '#app/http/report-links.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { redirect } from 'react-router';
import { filesOfDraft } from '#app/domain/intake/attachments/draft-files.server.ts';
import { isRefused } from '#app/domain/intake/attachments/file-states.ts';
import { filesSectionId, withFiles } from '#app/domain/intake/attachments/files-section.ts';
import { canSubmit, entryOf } from '#app/domain/form/journey.ts';
import { questionsOf } from '#app/domain/form/definition.ts';
import { declarationOf, declarationQuestions } from '#app/domain/form/declaration.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { everyForm } from '#app/domain/form/forms.server.ts';
import { asksAboutChild, childAgain, childField } from '#app/domain/form/says-child.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { questionWords } from '#app/domain/form/words.ts';
import { offeredOptions } from '#app/domain/form/offered-options.ts';
import { sealedQuestionIds } from '#app/domain/form/source-identity.ts';
import { draftSites } from '#app/domain/intake/drafts/draft-sites.server.ts';
import { foundInDraft } from '#app/domain/intake/drafts/found-in-draft.server.ts';
import { placesNamingSource } from '#app/domain/intake/sources/source-named.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { contactToSend, sendingContact } from '#app/domain/intake/submitting/contact-for-report.server.ts';
import { outsidePlaces } from '#app/domain/intake/submitting/outside-places.server.ts';
import { usualWishes } from '#app/domain/intake/submitting/usual-wishes.ts';
import { submit } from '#app/domain/intake/submitting/submit.server.ts';
import { unfinishedParts } from '#app/domain/intake/drafts/unfinished.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { questionForm } from '#app/http/forms/question-form.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CheckAnswers } from '#app/ui/form/CheckAnswers.tsx';
import { ContactForReport, contactValues, NoSafeNumber } from './ContactForReport.tsx';
import { FoundInText, foundFields } from './FoundInText.tsx';
import { Wishes } from './Wishes.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SessionNote } from '#app/ui/layout/SessionEnd.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/check.ts';

export const handle = { access: 'drafts.write', afterSessionEnd: 'send' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  const unfinished = unfinishedParts(draft.definition, draft.answers, draft.unfinished);
  if (unfinished.length > 0 || !canSubmit(draft.definition, draft.answers, { today: todayOf(ctx) }))
    throw redirect(link('reports/draft', { draftId: draft.id }));
  const sites = await draftSites(ctx.db, ctx, draft, questionsOf(draft.definition));
  const named = await placesNamingSource(ctx, draft);
  return {
    draftId: draft.id,
    danger: unsentDanger(draft),
    contact: contactToSend(ctx, draft),
    wishes: usualWishes(draft),
    outside: await outsidePlaces(ctx, draft),
    answers: draft.answers,
    sites,
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    document: withFiles(
      renderDocument(draft.definition, draft.answers, messagesOf(args).form, sites),
      (await filesOfDraft(ctx.db, draft.id)).filter(({ state }) => !isRefused(state)),
      messagesOf(args).form,
    ),
    asksChild: asksAboutChild(draft.definition, draft.answers, todayOf(ctx)),
    named,
    found: offersFound(args.url) ? await foundInDraft(ctx.db, ctx, draft, named.length === 0) : [],
    hasSealed: sealedQuestionIds(draft.definition, draft.answers).length > 0,
    entries: Object.fromEntries([
      ...draft.definition.sections.map((section) => [
        section.id,
        stepLink(draft.id, entryOf(section, draft.answers)),
      ]),
      [filesSectionId, link('reports/files', { draftId: draft.id })],
    ]) as Record<string, string>,
  };
}

export const action = formAction(
  async (args: Route.ActionArgs) => {
    const forms = await everyForm(ctxOf(args).db);
    const asked = [...forms.flatMap(childAgain), ...declarationQuestions(forms)];
    return questionForm(asked, messagesOf(args).form, sendingContact.extend(foundFields.shape));
  },
  async ({ posted, beside: { found, ...contact } }, args: Route.ActionArgs) => {
    const { draftId } = idsOf(args);
    const t = messagesOf(args).form;
    const { submissionId } = await submit(ctxOf(args), { draftId, declaration: posted, contact, found, t });
    return link('reports/sent', { submissionId });
  },
  { lost: toldOfDraft },
);

export default function CheckDraft({ loaderData }: Route.ComponentProps) {
  const posted = useFormState();
  const t = useMessages();
  const { draftId, form, document, hasSealed, entries, named, contact } = loaderData;
  const definition = heldForm(form);
  const { sectionId, page } = declarationOf(definition);
  const questions = questionsOf(definition);
  const notTold = named === 'not_told';
  const namedPlaces = (notTold ? [] : named).map(({ questionId, sectionId: section, pageId }) => {
    const question = questions.find(({ id }) => id === questionId);
    if (!question) return { href: link('reports/files', { draftId }), text: t.reports.check.namedInFiles };
    const href =
      pageId === null
        ? link('reports/items', { draftId, sectionId: section })
        : `${link('reports/page', { draftId, pageId })}#${question.id}`;
    return { href, text: questionWords(question, t.form).label };
  });
  const errors = posted?.errors ?? [];
  const words = Object.fromEntries(errors.map(({ field, message }) => [field, sentenceIn(t, message)]));
  // Whoever wants to be called first, and gave no number, is asked for a way.
  const asksWay = { ...contact, asks: contact.asks || words['contactTelephone'] !== undefined };
  const entered = loaderData.enteredFor !== null;
  const links = {
    page: (pageId: string) =>
      pageId === filesSectionId
        ? link('reports/files', { draftId })
        : link('reports/page', { draftId, pageId }),
    section: (id: string) => entries[id] ?? link('reports/draft', { draftId }),
    item: (id: string, itemId: string) => link('reports/item', { draftId, sectionId: id, itemId }),
    removeItem: (id: string, itemId: string) =>
      link('reports/item-remove', { draftId, sectionId: id, itemId }),
  };
  return (
    <Page title={t.reports.check.title} backHref={link('reports/draft', { draftId })}>
      <EnteredFor of={loaderData.enteredFor} />
      <PageHeading>{t.reports.check.title}</PageHeading>
      <NotSentYet danger={loaderData.danger} />
      {loaderData.outside.length > 0 ? (
        <InsetText>{t.reports.check.outside({ postcodes: loaderData.outside.join(', ') })}</InsetText>
      ) : null}
      {hasSealed ? <InsetText>{t.reports.check.sealed}</InsetText> : null}
      {notTold ? <WarningText>{t.reports.sealedByOthers}</WarningText> : null}
      {namedPlaces.length > 0 ? (
        <section aria-labelledby="named">
          <h2 className="govuk-heading-m" id="named">
            {t.reports.check.named}
          </h2>
          <WarningText>{t.reports.check.namedText}</WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {namedPlaces.map(({ href, text }) => (
              <li key={text}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CheckAnswers document={document} links={links} leaveOut={[sectionId]} t={t.form} />
      <Form values={contactValues(contact)}>
        <FoundInText found={loaderData.found} />
        <h2 className="govuk-heading-m">{t.reports.check.declaration}</h2>
        <SessionNote />
        {loaderData.asksChild ? (
          <Radios
            name={childField}
            legend={t.reports.check.child}
            legendSize="s"
            hint={t.reports.check.childHint}
            items={[
              { value: 'yes', label: t.reports.check.childYes },
              { value: 'no', label: t.reports.check.childNo },
            ]}
          />
        ) : null}
        <Wishes
          page={page}
          usual={loaderData.wishes}
          values={posted?.values ?? loaderData.wishes.values}
          errors={words}
          offered={offeredOptions(definition, page.questions, {
            answers: loaderData.answers,
            sites: loaderData.sites,
            t: t.form,
          })}
          t={t.form}
        />
        <TwoThirds>
          <ContactForReport contact={asksWay} entered={entered} />
        </TwoThirds>
        {definition.declares ? <p className="govuk-body">{t.form.asked(definition.declares)}</p> : null}
        <div className="govuk-button-group">
          <Button preventDoubleClick>{t.reports.check.send}</Button>
          <NoSafeNumber contact={asksWay} entered={entered} />
        </div>
      </Form>
    </Page>
  );
}
