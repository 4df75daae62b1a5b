import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { openSealed } from './seal-source.server.ts';
import type { matcherOf, SealedMatcher } from './telling-words.ts';

/**
 * A matcher over the words of the sealed source record of a submission; null when there is no record. The envelope is
 * opened here to warn an officer before the source's name leaves in a text; the words themselves leave neither this
 * function's closure nor the server, and nothing about them is logged. `of` says which words count.
 */
export async function sealedMatcher(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  of: typeof matcherOf,
): Promise<SealedMatcher | null> {
  const answers = await openSealed(tx, ctx, { submissionId });
  if (answers === null) return null;
  const { formVersion } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { formVersion: true },
  });
  return of(await formOfVersion(tx, formVersion), answers);
}
