import { link } from '#app/http/link.ts';
import { partLink } from '#app/http/report-links.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { redirect } from 'react-router';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { forgetUnfinished } from '#app/domain/intake/drafts/keep-unfinished.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { keyOf, unfinishedPart, type Part } from '#app/domain/intake/drafts/unfinished.ts';
import { answersTyped, openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotSentYet } from './NotSentYet.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/unfinished-remove.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

/** A page of the form, or an entry of one of its lists. */
function partOf({ of, id }: { of: string; id: string }): Part {
  if (of === 'pages') return { pageId: id };
  if (!isId(id)) throw new NotFound();
  return { sectionId: of, itemId: id };
}

export async function loader(args: Route.LoaderArgs) {
  const draft = await openedDraft(args);
  const { definition, answers, unfinished } = draft;
  const part = partOf(args.params);
  const questions =
    'pageId' in part
      ? findPage(definition, part.pageId)?.page.questions
      : findListSection(definition, part.sectionId)?.questions;
  if (!questions) throw new NotFound();
  const kept = unfinishedPart(unfinished, part);
  // Finished or removed in another tab: there is nothing left to ask.
  if (!kept) throw redirect(link('reports/draft', { draftId: draft.id }));
  return {
    enteredFor: draft.enteredFor,
    danger: unsentDanger(draft),
    back: partLink(draft.id, part),
    isNew: 'itemId' in part && !itemsOf(answers, part.sectionId).some(({ id }) => id === part.itemId),
    typed: answersTyped(questions, kept.posted, messagesOf(args).form),
  };
}

export const action = formAction(
  z.object({}),
  async (_, args: Route.ActionArgs) => {
    const { draftId } = idsOf(args);
    await forgetUnfinished(ctxOf(args), { draftId, parts: [keyOf(partOf(idsOf(args)))] });
    return link('reports/draft', { draftId });
  },
  { lost: toldOfDraft },
);

export default function ForgetUnfinished({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { back, enteredFor, danger, typed, isNew } = loaderData;
  const title = t.unfinished.removeTitle;
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={danger} />
        {typed.length > 0 ? (
          <SummaryList rows={typed.map(({ label, words }) => ({ key: label, value: words }))} />
        ) : null}
        <p className="govuk-body">{isNew ? t.unfinished.removeNew : t.unfinished.removeChange}</p>
        <Form className="govuk-button-group">
          <Button variant="warning">{t.unfinished.remove}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t.unfinished.keep}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
