import { link } from '#app/http/link.ts';
import { writersHome } from '#app/http/report-links.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { draftFate } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { deleteDraft } from '#app/domain/intake/drafts/delete-draft.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useMessages } from '#app/ui/messages.ts';
import { Removing } from './Removing.tsx';
import type { Route } from './+types/draft-delete.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const draft = await openedDraft(args);
  return {
    enteredFor: draft.enteredFor,
    danger: unsentDanger(draft),
    back: link('reports/draft', { draftId: draft.id }),
  };
}

export const action = formAction(
  z.object({}),
  async (_, args: Route.ActionArgs) => {
    const ctx = ctxOf(args);
    const { draftId } = idsOf(args);
    const fate = await draftFate(ctx, { draftId });
    if (fate.kind === 'sent') return link('reports/sent', { submissionId: fate.submissionId });
    // Pressed twice, or in two tabs: it is deleted, as was asked.
    if (fate.kind === 'deleted') return writersHome(ctx.actor.side === 'police' ? draftId : null);
    const { enteredFor } = await openedDraft(args);
    await deleteDraft(ctx, { draftId });
    return writersHome(enteredFor);
  },
  { lost: toldOfDraft },
);

export default function DeleteDraft({ loaderData }: Route.ComponentProps) {
  const t = useMessages().reports.delete;
  return <Removing {...loaderData} title={t.title} text={t.text} remove={t.confirm} keep={t.keep} />;
}
