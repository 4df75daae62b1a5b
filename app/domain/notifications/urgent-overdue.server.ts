import type { Db } from '#app/platform/db/client.ts';

/** How many High submissions nobody has claimed although their first clock has run out. Reads one small partial index. */
export async function urgentOverdue(db: Db, now: Date): Promise<number> {
  return db.submission.count({
    where: {
      priority: 'high',
      claimedBy: null,
      status: { notIn: ['closed', 'rejected', 'withdrawn'] },
      firstSeenDueAt: { lt: now },
    },
  });
}
