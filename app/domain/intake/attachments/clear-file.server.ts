import type { Jobs } from '#app/platform/jobs/job.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import type { Depot } from './depot.ts';
import { removeParts } from './sealed-file.server.ts';

/** Clears the store of a file whose row is gone or that was refused. A file that is kept is left alone. */
export async function clearFile(
  ctx: SystemCtx,
  depot: Pick<Depot, 'files'>,
  { attachmentId }: Jobs['remove-file'],
): Promise<void> {
  const kept = await ctx.db.attachment.findFirst({
    where: { id: attachmentId, state: { not: 'refused' } },
    select: { id: true },
  });
  if (!kept) await removeParts(depot.files, attachmentId);
}
