import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Whoever opened a submission within so many milliseconds may have it in front of them still. */
const lately = 10 * 60_000;

/** How many of the newest entries of the trail are looked through. */
const mostEntries = 50;

export type LatelyOpened = { name: string; at: Date };

/**
 * Selects other officers who opened the original lately, the last first: they may be working on the same. From the audit
 * trail, which keeps every reading. The caller has asked who looks.
 */
export function latelyOpened(ctx: Ctx, submissionId: Id<'Submission'>): Prisma.Sql {
  const since = new Date(ctx.clock.now().getTime() - lately);
  return Prisma.sql`
    SELECT a.display_name AS name, max(e.happened_at) AS at
    FROM (SELECT type, actor_id, happened_at, data FROM audit_event WHERE subject_id = ${submissionId}::uuid
      ORDER BY happened_at DESC, id DESC LIMIT ${mostEntries}) e
    JOIN account a ON a.id = e.actor_id AND a.side = 'police'
    WHERE e.type = 'submission.read' AND e.data->>'part' = 'original' AND e.happened_at > ${since}
      AND a.id <> ${ctx.actor.accountId}::uuid
    GROUP BY a.id, a.display_name ORDER BY at DESC, a.id`;
}
