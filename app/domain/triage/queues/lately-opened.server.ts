import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Whoever opened a submission within so many milliseconds may have it in front of them still. */
const lately = 10 * 60_000;

/** How many of the newest entries of the trail are looked through. */
const mostEntries = 50;

export type LatelyOpened = { name: string; at: Date };

/**
 * Other officers who opened the original lately, the last first: they may be working on the same. From the audit trail,
 * which keeps every reading. The caller has asked who looks.
 */
export async function latelyOpened(tx: Tx, ctx: Ctx, submissionId: string): Promise<LatelyOpened[]> {
  const entries = await tx.auditEvent.findMany({
    where: { subjectId: submissionId },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    take: mostEntries,
    select: { type: true, actorId: true, happenedAt: true, data: true },
  });
  const since = ctx.clock.now().getTime() - lately;
  const last = new Map<string, Date>();
  for (const { type, actorId, happenedAt, data } of entries) {
    const original = type === 'submission.read' && (data as { part?: unknown }).part === 'original';
    if (!original || actorId === null || actorId === ctx.actor.accountId) continue;
    if (happenedAt.getTime() > since && !last.has(actorId)) last.set(actorId, happenedAt);
  }
  const officers = await tx.account.findMany({
    where: { id: { in: [...last.keys()] }, side: 'police' },
    select: { id: true, displayName: true },
  });
  return [...last].flatMap(([accountId, at]) => {
    const officer = officers.find(({ id }) => id === accountId);
    return officer ? [{ name: officer.displayName, at }] : [];
  });
}
