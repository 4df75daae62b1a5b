import { openAttachment } from '#app/domain/intake/attachments/open-attachment.server.ts';
import { ctxOf, depotOf } from '#app/http/server/context.ts';
import { fileDownload } from '#app/http/download/file-download.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/open.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** A released file for an officer: of a picture the copy without metadata. */
export async function loader(args: Route.LoaderArgs) {
  const { attachmentId } = idsOf(args);
  return fileDownload(await openAttachment(ctxOf(args), depotOf(args), { attachmentId, wanted: 'viewing' }));
}
