import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { has, type Actor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { readableBy } from '../matching/readable.server.ts';
import { queuesHeld } from '../triage/queues-held.server.ts';
import { isOnDuty } from '../triage/on-duty.server.ts';
import { ownerRoles } from './task-words.ts';

/** Whether `task t` is the actor's own. */
export const ownSql = (actor: Actor): Prisma.Sql => Prisma.sql`t.owner_account_id = ${actor.accountId}::uuid`;

/** Whether `task t` belongs to a queue on which the actor works, or to a role that they hold. */
export async function sharedSql(tx: Tx, actor: Actor): Promise<Prisma.Sql> {
  const queues = (await queuesHeld(tx, actor)).filter(({ hold }) => hold === 'holder');
  const held = ownerRoles.filter((role) => has(actor, role));
  const ways = [Prisma.sql`false`];
  if (queues.length > 0)
    ways.push(
      Prisma.sql`t.owner_queue_id IN (${Prisma.join(queues.map(({ id }) => Prisma.sql`${id}::uuid`))})`,
    );
  if (held.length > 0) ways.push(Prisma.sql`t.owner_role IN (${Prisma.join(held)})`);
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}

/** `task t` with the submission that it is about and that submission's queue. */
export const withSubmission = Prisma.sql`task t LEFT JOIN submission s ON s.id = t.submission_id
  LEFT JOIN queue q ON q.id = s.primary_queue_id`;

/** Whether the actor may read what a task of `withSubmission` is about: need to know goes before ownership. */
export async function aboutReadableSql(tx: Tx, ctx: Ctx): Promise<Prisma.Sql> {
  return Prisma.sql`(t.submission_id IS NULL OR ${readableBy(ctx.actor, await isOnDuty(tx, ctx))})`;
}
