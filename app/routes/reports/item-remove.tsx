import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
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
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Removing } from './Removing.tsx';
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

export default function RemoveItem({ loaderData: { card, goesToo, ...draft } }: Route.ComponentProps) {
  const { form, reports } = useMessages();
  const t = reports.items;
  const rowsOf = ({ entries }: typeof card) => documentRows(answered(entries), form);
  return (
    <Removing
      {...draft}
      title={t.removeTitle({ entry: card.title })}
      text={goesToo.length > 0 ? t.removeAllText : t.removeText}
      remove={t.remove}
      keep={t.keep}
    >
      <SummaryCard title={card.title} rows={rowsOf(card)} />
      {goesToo.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{t.goesToo}</h2>
          <p className="govuk-body">{t.goesTooText}</p>
          {goesToo.map((other) => (
            <SummaryCard key={other.itemId} title={other.title} rows={rowsOf(other)} />
          ))}
        </>
      ) : null}
    </Removing>
  );
}
