import { redirect } from 'react-router';
import { z } from 'zod';
import { forgetUnfinished } from '#app/domain/intake/drafts/keep-unfinished.server.ts';
import { keyOf, questionsOf, unfinishedPart } from '#app/domain/intake/drafts/unfinished.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { answersTyped, openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { unfinishedLinks } from '#app/http/forms/unfinished.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Removing } from './Removing.tsx';
import type { Route } from './+types/unfinished-remove-all.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const draft = await openedDraft(args);
  const { definition, unfinished } = draft;
  const t = messagesOf(args).form;
  const back = link('reports/draft', { draftId: draft.id });
  const parts = unfinishedLinks(draft, t).map(({ title, part }) => {
    const posted = unfinishedPart(unfinished, part)?.posted ?? {};
    return { key: keyOf(part), title, typed: answersTyped(questionsOf(definition, part), posted, t) };
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

export default function ForgetAllUnfinished({ loaderData: { parts, ...draft } }: Route.ComponentProps) {
  const t = useMessages().unfinished;
  return (
    <Removing
      {...draft}
      title={t.removeAllTitle}
      text={t.removeAllText}
      remove={t.removeAll}
      keep={t.keepAll}
      fields={parts.map(({ key }) => (
        <input key={key} type="hidden" name="parts" value={key} />
      ))}
    >
      {parts.map(({ key, title, typed }) => (
        <SummaryCard
          key={key}
          title={title}
          rows={typed.map(({ label, words }) => ({ key: label, value: words }))}
        />
      ))}
    </Removing>
  );
}
