import type { Db } from '#app/platform/db/client.ts';
import { isDatabaseAway } from '#app/platform/db/is-database-away.ts';
import { countHighUnacknowledged } from '../triage/queues/high-unacknowledged.server.ts';
import { urgentOverdue, approvalsOverdue } from './urgent-overdue.server.ts';
import { fallenSubmissions } from './fallen-submissions.server.ts';
import { highUndelivered } from './high-delivery.server.ts';

/** `unknown`: the database is away, so nobody can say. Counts, nothing else. */
export type UrgentHealth =
  | { status: 'unknown' }
  | {
      status: 'ok' | 'overdue';
      /** Submissions about danger that nobody has looked after in time. */
      overdue: number;
      /** High submissions of which no step reached anybody for ten minutes. */
      undelivered: number;
      approvals: number;
      acknowledgements: number;
      /** High submissions that fell from a queue of which nobody is here, and all of FIB's while nobody of it is. */
      nobodyHere: number;
      /** Everything that fell from a queue of which nobody is here and that nobody has taken on. It is shown, no more. */
      fallen: number;
    };

/** What the control room's monitoring is told. Never throws for a database that is away: that is an answer as well. */
export async function urgentHealth(db: Db, now: Date): Promise<UrgentHealth> {
  try {
    const fallen = await fallenSubmissions(db, now);
    const counts = {
      overdue: await urgentOverdue(db, now),
      undelivered: await highUndelivered(db, now),
      approvals: await approvalsOverdue(db, now),
      acknowledgements: await countHighUnacknowledged(db, now),
      nobodyHere: fallen.pressing,
    };
    const well = Object.values(counts).every((count) => count === 0);
    return { status: well ? 'ok' : 'overdue', ...counts, fallen: fallen.all };
  } catch (error) {
    if (isDatabaseAway(error)) return { status: 'unknown' };
    throw error;
  }
}
