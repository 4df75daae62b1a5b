import { link } from '#app/http/link.ts';
import { partLink } from '#app/http/report-links.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { itemsOf } from '#app/domain/form/answers.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { forgetUnfinished } from '#app/domain/intake/drafts/keep-unfinished.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { keyOf, questionsOf, unfinishedPart, type Part } from '#app/domain/intake/drafts/unfinished.ts';
import { answersTyped, openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Removing } from './Removing.tsx';
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
  const questions = questionsOf(definition, part);
  if (questions.length === 0) throw new NotFound();
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

export default function ForgetUnfinished({ loaderData: { typed, isNew, ...draft } }: Route.ComponentProps) {
  const t = useMessages().unfinished;
  return (
    <Removing
      {...draft}
      title={t.removeTitle}
      text={isNew ? t.removeNew : t.removeChange}
      remove={t.remove}
      keep={t.keep}
    >
      {typed.length > 0 ? (
        <SummaryList rows={typed.map(({ label, words }) => ({ key: label, value: words }))} />
      ) : null}
    </Removing>
  );
}
