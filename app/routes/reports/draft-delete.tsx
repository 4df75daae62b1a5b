import { link } from '#app/http/link.ts';
import { writersHome } from '#app/http/report-links.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { draftFate } from '#app/domain/intake/drafts/draft-fate.server.ts';
import { deleteDraft } from '#app/domain/intake/drafts/delete-draft.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotSentYet } from './NotSentYet.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
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

export default function DeleteDraft({ loaderData: { back, enteredFor, danger } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.reports.delete.title} backHref={back}>
      <TwoThirds>
        <EnteredFor of={enteredFor} />
        <PageHeading>{t.reports.delete.title}</PageHeading>
        <NotSentYet danger={danger} />
        <p className="govuk-body">{t.reports.delete.text}</p>
        <Form className="govuk-button-group">
          <Button variant="warning">{t.reports.delete.confirm}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t.reports.delete.keep}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
