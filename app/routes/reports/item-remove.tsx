import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { goesWith } from '#app/domain/form/goes-with.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { removeDraftItem } from '#app/domain/intake/drafts/save-item.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { answered, documentRows } from '#app/ui/form/document-rows.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/item-remove.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { draftId, sectionId, itemId } = args.params;
  const draft = await openedDraft(args);
  const { sections } = renderDocument(draft.definition, draft.answers, messagesOf(args).form);
  const cardOf = (ofSection: string, ofItem: string) =>
    sections.find((each) => each.sectionId === ofSection)?.cards.find((each) => each.itemId === ofItem);
  const card = cardOf(sectionId, itemId);
  // Removed in another tab: there is nothing left to ask.
  if (!card && findListSection(draft.definition, sectionId))
    throw redirect(link('reports/items', { draftId, sectionId }));
  if (!card) throw new NotFound();
  const goesToo = goesWith(draft.definition, draft.answers, sectionId, itemId).flatMap((gone) => {
    const other = cardOf(gone.sectionId, gone.itemId);
    if (!other) return [];
    const { questionIds } = gone;
    const entries = other.entries.filter(
      ({ questionId }) => questionIds === null || questionIds.includes(questionId),
    );
    return [{ ...other, entries }];
  });
  return {
    enteredFor: draft.enteredFor,
    danger: unsentDanger(draft),
    back: link('reports/items', { draftId, sectionId }),
    card,
    goesToo,
  };
}

export const action = formAction(
  z.object({}),
  async (_, args: Route.ActionArgs) => {
    const { draftId, sectionId, itemId } = idsOf(args);
    await removeDraftItem(ctxOf(args), { draftId, sectionId, itemId });
    return link('reports/items', { draftId, sectionId });
  },
  { lost: toldOfDraft },
);

export default function RemoveItem({
  loaderData: { back, enteredFor, danger, card, goesToo },
}: Route.ComponentProps) {
  const t = useMessages();
  const title = t.reports.items.removeTitle({ entry: card.title });
  return (
    <Page title={title} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={danger} />
        <SummaryCard title={card.title} rows={documentRows(answered(card.entries), t.form)} />
        {goesToo.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">{t.reports.items.goesToo}</h2>
            <p className="govuk-body">{t.reports.items.goesTooText}</p>
            {goesToo.map((other) => (
              <SummaryCard
                key={other.itemId}
                title={other.title}
                rows={documentRows(answered(other.entries), t.form)}
              />
            ))}
          </>
        ) : null}
        <p className="govuk-body">
          {goesToo.length > 0 ? t.reports.items.removeAllText : t.reports.items.removeText}
        </p>
        <Form className="govuk-button-group">
          <Button variant="warning">{t.reports.items.remove}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t.reports.items.keep}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
