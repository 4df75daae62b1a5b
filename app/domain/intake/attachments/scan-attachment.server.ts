import { openFileKey } from '#app/platform/crypto/sealed-stream.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { tellPartner } from '../../notify/tell-partner.server.ts';
import type { Depot } from './depot.ts';
import { judge } from './judge.server.ts';
import { fileKeyPlace, readPart } from './sealed-file.server.ts';
import { settle } from './settle.server.ts';

/** A job has more time for a slow scanner than a person at a screen. Milliseconds. */
const patience = 120_000;

/**
 * Scans a file that is still in quarantine. One that turns out to be refused after the report was sent is told to its
 * reporter, by a message that says nothing. @throws Error while the scanner does not answer: the job is tried again
 */
export async function scanAttachment(
  ctx: SystemCtx,
  depot: Depot,
  { attachmentId }: Jobs['scan-attachment'],
): Promise<void> {
  const row = await ctx.db.attachment.findFirst({
    where: { id: attachmentId, state: 'quarantined', storedAt: { not: null } },
    select: { id: true, kind: true, fileKey: true },
  });
  if (!row?.fileKey) return;
  const key = openFileKey(ctx.keyring, row.fileKey, fileKeyPlace(row.id));
  const content = () => readPart({ files: depot.files, keyring: ctx.keyring }, row, 'original');
  const judgement = await judge(depot, { id: row.id, kind: row.kind, key, content }, patience);
  await transaction(ctx.db, async (tx) => {
    const settled = await settle(tx, ctx, row.id, judgement);
    if (!settled || judgement.state !== 'refused') return;
    const { submissionId } = await tx.attachment.findUniqueOrThrow({
      where: { id: row.id },
      select: { submissionId: true },
    });
    if (submissionId) await tellPartner(tx, 'answer-waiting', submissionId);
  });
  if (judgement.state === 'quarantined' && depot.scanner.configured)
    throw new Error(
      `Attachment ${row.id} stays in quarantine: the scanner gave no verdict (${judgement.why})`,
    );
}
