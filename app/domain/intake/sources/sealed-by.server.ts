import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Who sealed the source of a report: `nobody` where nothing is sealed, `self` where the actor alone did, `others` where
 * anybody else sealed any of it, or the trail does not tell. Only who sealed all of it is told where a text names it:
 * to anybody else the answer would be a way to find the name by trying words.
 */
export async function sealedBy(
  tx: Tx,
  ctx: Ctx,
  of: { draftId: Id<'Draft'> } | { submissionId: Id<'Submission'> },
): Promise<'nobody' | 'self' | 'others'> {
  const sealed = await tx.sourceRecord.findUnique({ where: of, select: { draftId: true } });
  if (!sealed) return 'nobody';
  const events = await tx.auditEvent.findMany({
    where: { subjectId: sealed.draftId, subjectType: 'draft', type: 'source.sealed' },
    distinct: ['actorId'],
    select: { actorId: true },
  });
  const [only, ...more] = events;
  return only?.actorId === ctx.actor.accountId && more.length === 0 ? 'self' : 'others';
}
