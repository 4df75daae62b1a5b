import { Prisma } from '#app/platform/db/generated/client.ts';
import { areasOf, isFib, isForceSpoc, type Actor } from '../kernel/actor.ts';

/** `isRecipient` of a queue as SQL on `queue` under this name: whether what is disseminated to it is for the actor to read. */
export function recipientOf(actor: Actor, queue: 'q' | 'dq'): Prisma.Sql {
  const of = Prisma.raw(queue);
  const ways = [Prisma.sql`false`];
  const areas = areasOf(actor, 'spoc');
  if (areas.length > 0)
    ways.push(Prisma.sql`(${of}.kind = 'area' AND ${of}.area_id = ANY(${areas}::uuid[]))`);
  if (isForceSpoc(actor)) ways.push(Prisma.sql`${of}.kind = 'force_spoc'`);
  if (isFib(actor)) ways.push(Prisma.sql`${of}.kind = 'fib'`);
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}
