import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isFib } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { findShared } from './find-shared.server.ts';
import { rankMatches } from './rank-matches.ts';

/**
 * How many strong matches, of those that the page of matches shows the actor, nobody has looked at: it was never shown to
 * anybody, as the audit trail keeps it, and no link between the two says that somebody compared them.
 */
export async function strongUnseen(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<number> {
  const matches = rankMatches(await findShared(tx, { ctx, submissionId }));
  const strong = matches.flatMap((match) => (match.strength === 'strong' ? [match.submissionId] : []));
  if (strong.length === 0) return 0;
  const shown = isFib(ctx.actor) ? Prisma.sql`true` : readableBy(ctx);
  const [row] = await tx.$queryRaw<{ unseen: bigint }[]>`
    SELECT count(*) AS unseen FROM submission s JOIN queue q ON q.id = s.primary_queue_id
    WHERE s.id = ANY(${strong}::uuid[]) AND ${shown}
      AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.subject_id = ${submissionId}::uuid AND e.type = 'matches.read'
        AND e.data->'shown' @> to_jsonb(s.id))
      AND NOT EXISTS (SELECT 1 FROM submission_relation l
        WHERE (l.submission_id = ${submissionId}::uuid AND l.other_id = s.id) OR (l.submission_id = s.id AND l.other_id = ${submissionId}::uuid))`;
  return Number(row?.unseen ?? 0);
}
