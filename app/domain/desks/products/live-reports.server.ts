import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isOpen } from '../../submission/queue-sql.server.ts';

/** For so long a report that has ended still counts as live, in days. */
export const liveDays = 90;

/**
 * Of `submission s`: it is still open, or was received in the last 90 days. Two looks by index, neither of which grows with all
 * reports ever made.
 */
export const isLive = (ctx: Ctx): Prisma.Sql => Prisma.sql`s.id IN (
  SELECT s.id FROM submission s WHERE ${isOpen}
  UNION SELECT s.id FROM submission s WHERE s.submitted_at >= ${liveSince(ctx)})`;

const liveSince = ({ clock }: Ctx) => new Date(clock.now().getTime() - liveDays * 24 * 60 * 60_000);
