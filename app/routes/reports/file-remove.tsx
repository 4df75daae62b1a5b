import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
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
import { useMessages } from '#app/ui/messages.ts';
import { Removing } from './Removing.tsx';
import type { Route } from './+types/file-remove.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { draftId, fileId } = idsOf(args);
  const draft = await openedDraft(args);
  const file = await ownDraftFile(ctxOf(args), { draftId, attachmentId: fileId });
  if (isRefused(file.state)) throw new NotFound();
  return {
    enteredFor: draft.enteredFor,
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

export default function RemoveFile({ loaderData: { name, ...draft } }: Route.ComponentProps) {
  const t = useMessages().files;
  return (
    <Removing {...draft} title={t.removeTitle} text={t.removeText} remove={t.removeConfirm} keep={t.keep}>
      <p className="govuk-body portal-file-name">{name ?? t.nameLost}</p>
    </Removing>
  );
}
