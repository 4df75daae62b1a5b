import { Prisma } from '#app/platform/db/generated/client.ts';
import { ages, type QueueFilter } from '../../submission/queue-filter.ts';

const day = 24 * 60 * 60_000;

/**
 * The condition of a filter on `submission s`. It is laid over one queue's open rows, which an index gives in order: each
 * condition is one column, the links to the plan one look into their own index.
 */
export function filterSql(filter: QueueFilter, now: Date): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  const { area, type, channel, priority, age, item } = filter;
  if (area === 'none') conditions.push(Prisma.sql`s.area_id IS NULL`);
  else if (area !== null)
    conditions.push(Prisma.sql`s.area_id IN (SELECT a.id FROM area a WHERE a.code = ${area})`);
  if (type !== null) conditions.push(Prisma.sql`s.exploitation_types @> ARRAY[${type}]::text[]`);
  if (channel !== null) conditions.push(Prisma.sql`s.channel = ${channel}`);
  if (priority !== null) conditions.push(Prisma.sql`s.priority = ${priority}`);
  if (age !== null) {
    const { from, to } = ages[age];
    conditions.push(Prisma.sql`s.submitted_at <= ${new Date(now.getTime() - from * day)}`);
    if (to !== null) conditions.push(Prisma.sql`s.submitted_at > ${new Date(now.getTime() - to * day)}`);
  }
  if (item !== null)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM submission_plan_link l JOIN plan_item p ON p.id = l.plan_item_id
        WHERE l.submission_id = s.id AND l.unlinked_at IS NULL AND p.code = ${item})`,
    );
  return Prisma.join(conditions, ' AND ');
}
