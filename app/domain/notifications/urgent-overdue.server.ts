import type { Db } from '#app/platform/db/client.ts';

/**
 * How many submissions about danger nobody has looked after in time: High ones that nobody has claimed although their first
 * clock has run out, and those, claimed or not, to which a partner added that somebody is in danger and nobody has marked
 * that as read in the same time. Reads two small partial indexes.
 */
export async function urgentOverdue(db: Db, now: Date): Promise<number> {
  return db.submission.count({
    where: {
      OR: [
        {
          priority: 'high',
          claimedBy: null,
          status: { notIn: ['closed', 'rejected', 'withdrawn'] },
          firstSeenDueAt: { lt: now },
        },
        { newDangerDueAt: { lt: now } },
      ],
    },
  });
}
