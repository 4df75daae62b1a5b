import { z } from 'zod';
import { open } from '#app/platform/crypto/envelope.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { matcherOf, type SealedMatcher } from './telling-words.ts';

const sealedSchema = z.record(z.string(), z.string());

/**
 * A matcher over the words of the sealed source record of a submission; null when there is no record. The envelope is
 * opened here to warn an officer before the source's name leaves in a text; the words themselves leave neither this
 * function's closure nor the server, and nothing about them is logged.
 */
export async function sealedMatcher(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
): Promise<SealedMatcher | null> {
  const sealed = await tx.sourceRecord.findUnique({
    where: { submissionId },
    select: { id: true, sealed: true, submission: { select: { formVersion: true } } },
  });
  if (!sealed?.submission) return null;
  const place = { table: 'source_record', row: sealed.id, column: 'sealed' };
  const answers = sealedSchema.parse(JSON.parse(open(ctx.keyring, sealed.sealed, place)));
  return matcherOf(await formOfVersion(tx, sealed.submission.formVersion), answers);
}
