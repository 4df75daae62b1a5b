import { redirect } from 'react-router';
import { z } from 'zod';
import { findListSection, findPage } from '#app/domain/form/definition.ts';
import { forgetUnfinished } from '#app/domain/intake/drafts/keep-unfinished.server.ts';
import { keyOf, unfinishedPart } from '#app/domain/intake/drafts/unfinished.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { answersTyped, openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { unfinishedLinks } from '#app/http/forms/unfinished.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import type { Route } from './+types/unfinished-remove-all.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const draft = await openedDraft(args);
  const { definition, unfinished } = draft;
  const t = messagesOf(args).form;
  const back = link('reports/draft', { draftId: draft.id });
  const parts = unfinishedLinks(draft, t).map(({ title, part }) => {
    const questions =
      'pageId' in part
        ? findPage(definition, part.pageId)?.page.questions
        : findListSection(definition, part.sectionId)?.questions;
    const posted = unfinishedPart(unfinished, part)?.posted ?? {};
    return { key: keyOf(part), title, typed: answersTyped(questions ?? [], posted, t) };
  });
  // Finished or removed in another tab: there is nothing left to ask.
  if (parts.length === 0) throw redirect(back);
  return { enteredFor: draft.enteredFor, danger: unsentDanger(draft), back, parts };
}

/** Only what was shown is removed. */
export const action = formAction(
  z.object({ parts: z.array(z.string()) }),
  async ({ parts }, args: Route.ActionArgs) => {
    const { draftId } = idsOf(args);
    await forgetUnfinished(ctxOf(args), { draftId, parts });
    return link('reports/draft', { draftId });
  },
  { lost: toldOfDraft },
);

export default function ForgetAllUnfinished({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { back, enteredFor, danger, parts } = loaderData;
  const title = t.unfinished.removeAllTitle;
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={danger} />
        {parts.map(({ key, title: part, typed }) => (
          <SummaryCard
            key={key}
            title={part}
            rows={typed.map(({ label, words }) => ({ key: label, value: words }))}
          />
        ))}
        <p className="govuk-body">{t.unfinished.removeAllText}</p>
        <Form className="govuk-button-group">
          {parts.map(({ key }) => (
            <input key={key} type="hidden" name="parts" value={key} />
          ))}
          <Button variant="warning">{t.unfinished.removeAll}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t.unfinished.keepAll}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
