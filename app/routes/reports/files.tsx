import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { redirect } from 'react-router';
import { addAttachment } from '#app/domain/intake/attachments/add-attachment.server.ts';
import type { Added } from '#app/domain/intake/attachments/receive-file.server.ts';
import { ownDraftFiles } from '#app/domain/intake/attachments/own-files.server.ts';
import { afterFiles, isPastGate } from '#app/domain/form/journey.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { unfinishedParts } from '#app/domain/intake/drafts/unfinished.ts';
import { stepLink } from '#app/http/report-links.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { ctxOf, depotOf } from '#app/http/server/context.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { flash } from '#app/http/forms/flash.ts';
import { uploadAction } from '#app/http/forms/upload-action.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { FilesAdded } from './FilesAdded.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/files.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

/** Of several files what is said of all: that one waits for its scan, or else that it is new. */
const leastDone = (outcomes: Added['outcome'][]): Added['outcome'] =>
  (['quarantined', 'clean', 'already'] as const).find((each) => outcomes.includes(each)) ?? 'already';

/** A draft whose first page was answered: before that nothing else is asked. */
async function openDraft(args: Route.LoaderArgs | Route.ActionArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  if (!isPastGate(draft.definition, draft.answers, { today: todayOf(ctx) }))
    throw redirect(link('reports/draft', { draftId: draft.id }));
  const unfinished = unfinishedParts(draft.definition, draft.answers, draft.unfinished).length > 0;
  const next = unfinished
    ? ({ kind: 'task_list' } as const)
    : afterFiles(draft.definition, draft.answers, { today: todayOf(ctx) });
  return {
    ctx,
    next: stepLink(draft.id, next),
    draftId: draft.id,
    enteredFor: draft.enteredFor,
    danger: unsentDanger(draft),
  };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, draftId, enteredFor, danger, next } = await openDraft(args);
  return {
    next,
    danger,
    draftId,
    enteredFor,
    files: await ownDraftFiles(ctx, { draftId }),
  };
}

export const action = uploadAction(
  z.object({ description: z.string() }),
  openDraft,
  {
    take: async ({ description }, content, args: Route.ActionArgs) => {
      const input = { draftId: idsOf(args).draftId, description, content };
      return (await addAttachment(ctxOf(args), depotOf(args), input)).outcome;
    },
    done: (outcomes, args) =>
      flash(link('reports/files', { draftId: idsOf(args).draftId }), `file-${leastDone(outcomes)}`),
  },
  { lost: toldOfDraft },
);

export default function DraftFiles({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const { draftId, files } = loaderData;
  return (
    <Page
      title={t.files.title}
      backHref={link('reports/draft', { draftId })}
      errors={actionData?.errors ?? []}
    >
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <PageHeading>{t.files.title}</PageHeading>
        <NotSentYet danger={loaderData.danger} />
        <p className="govuk-body">{t.files.intro}</p>
        <p className="govuk-body">{t.files.safety}</p>
        <FilesAdded
          title={t.files.list}
          full={t.files.full}
          files={files}
          removeHref={(fileId) => link('reports/file-remove', { draftId, fileId })}
          action={link('reports/files', { draftId })}
          posted={actionData}
        />
        <ButtonLink href={loaderData.next}>{t.files.continue}</ButtonLink>
      </TwoThirds>
    </Page>
  );
}
