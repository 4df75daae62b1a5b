import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readableBy } from '../../submission/readable.server.ts';

/** Whether the watch has noticed something of `submission s` that its holder has not looked at and the actor may open. */
export const hasNews = (ctx: Ctx): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM (SELECT n.other_id FROM watch_notice n WHERE n.submission_id = s.id AND n.seen_at IS NULL) n
    JOIN submission s ON s.id = n.other_id JOIN queue q ON q.id = s.primary_queue_id WHERE ${readableBy(ctx)})`;
