import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';
import { readableBy } from '../../submission/readable.server.ts';

/** For so long a report that has ended still counts as live, in days. */
export const liveDays = 90;

/**
 * The live reports that the actor may read, as a named query `live` of id, reference, day and area: those still open, and
 * those received in the last 90 days. Two looks by index, none of which grows with all reports ever made.
 */
export const liveReports = (ctx: Ctx): Prisma.Sql => Prisma.sql`live AS (
  SELECT s.id, s.reference, s.submitted_at, a.name AS area
  FROM submission s JOIN queue q ON q.id = s.primary_queue_id LEFT JOIN area a ON a.id = s.area_id
  WHERE ${readableBy(ctx)} AND s.id IN (
    SELECT s.id FROM submission s WHERE ${isOpen}
    UNION SELECT s.id FROM submission s WHERE s.submitted_at >= ${liveSince(ctx)}))`;

const liveSince = ({ clock }: Ctx) => new Date(clock.now().getTime() - liveDays * 24 * 60 * 60_000);
