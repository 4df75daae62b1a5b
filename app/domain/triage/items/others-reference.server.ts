import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { originalOf } from '../../connections/matching/relations.server.ts';
import { parseReference } from '../../kernel/reference.ts';
import type { LoadedSubmission } from '../../submission/load-submission.server.ts';

/** The reference of the original of a duplicate, where the same person sent both. */
export async function ownOriginal(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<string | null> {
  const original = await originalOf(tx, ctx, submission.id);
  return original?.submittedBy === submission.state.submittedBy ? original.reference : null;
}

/**
 * A partner learns of no report but their own, so a message to them names none: not even that another one exists.
 * @throws Invalid
 */
export async function refuseOthersReference(
  tx: Tx,
  submission: LoadedSubmission,
  message: string,
): Promise<void> {
  const written = message.match(/[0-9a-z]{5}[\s-]?[0-9a-z]{5}/gi) ?? [];
  const references = written.flatMap((word) => parseReference(word) ?? []);
  if (references.length === 0) return;
  const others = await tx.submission.count({
    where: { reference: { in: references }, submittedBy: { not: submission.state.submittedBy } },
  });
  if (others > 0)
    throw new Invalid({
      comment: 'The message names a report that this person did not send. Take its reference out',
    });
}
