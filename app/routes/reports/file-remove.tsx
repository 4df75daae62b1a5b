import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { isRefused } from '#app/domain/intake/attachments/file-states.ts';
import { ownDraftFile } from '#app/domain/intake/attachments/own-files.server.ts';
import { removeAttachment } from '#app/domain/intake/attachments/remove-attachment.server.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { openedDraft, toldOfDraft } from '#app/http/forms/not-saved.ts';
import { flash } from '#app/http/forms/flash.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotSentYet } from './NotSentYet.tsx';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/file-remove.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { draftId, fileId } = idsOf(args);
  const draft = await openedDraft(args);
  const file = await ownDraftFile(ctxOf(args), { draftId, attachmentId: fileId });
  if (isRefused(file.state)) throw new NotFound();
  return {
    danger: unsentDanger(draft),
    name: file.name,
    back: link('reports/files', { draftId }),
  };
}

export const action = formAction(
  z.object({}),
  async (_, args: Route.ActionArgs) => {
    const { draftId, fileId } = idsOf(args);
    await removeAttachment(ctxOf(args), { draftId, attachmentId: fileId });
    return flash(link('reports/files', { draftId }), 'file-removed');
  },
  { lost: toldOfDraft },
);

export default function RemoveFile({ loaderData: { danger, name, back } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.files.removeTitle} backHref={back}>
      <TwoThirds>
        <PageHeading>{t.files.removeTitle}</PageHeading>
        <NotSentYet danger={danger} />
        <p className="govuk-body portal-file-name">{name ?? t.files.nameLost}</p>
        <p className="govuk-body">{t.files.removeText}</p>
        <Form className="govuk-button-group">
          <Button variant="warning">{t.files.removeConfirm}</Button>
          <ButtonLink variant="secondary" href={back}>
            {t.files.keep}
          </ButtonLink>
        </Form>
      </TwoThirds>
    </Page>
  );
}
