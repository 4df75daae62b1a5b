import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Db } from '#app/platform/db/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import type { Depot } from './depot.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { removeParts } from './sealed-file.server.ts';

const BATCH = 200;
const HOUR = 60 * 60_000;

/**
 * Forgets files that never arrived whole, and has files scanned whose scan nobody tries any more: after a long outage,
 * or once a scanner was set up.
 */
export async function sweepAttachments(ctx: SystemCtx, depot: Pick<Depot, 'scanner'>): Promise<void> {
  const now = ctx.clock.now();
  const hourAgo = new Date(now.getTime() - HOUR);
  await transaction(ctx.db, async (tx) => {
    const unfinished = await tx.attachment.findMany({
      where: { storedAt: null, receivedAt: { lt: hourAgo } },
      select: { id: true },
      take: BATCH,
    });
    await tx.attachment.deleteMany({ where: { id: { in: unfinished.map(({ id }) => id) }, storedAt: null } });
    for (const { id } of unfinished) await enqueue(tx, { name: 'remove-file', data: { attachmentId: id } });
    if (!depot.scanner.configured) return;
    const waiting = await tx.attachment.findMany({
      where: { state: 'quarantined', storedAt: { not: null }, scanTriedAt: { lt: hourAgo } },
      orderBy: { scanTriedAt: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    await tx.attachment.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { scanTriedAt: now },
    });
    for (const { id } of waiting) await enqueue(tx, { name: 'scan-attachment', data: { attachmentId: id } });
  });
}

/** Files that are here whole and that nobody has found clean yet, or not. */
export const countQuarantined = (db: Db): Promise<number> =>
  db.attachment.count({ where: { state: 'quarantined', storedAt: { not: null } } });

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
