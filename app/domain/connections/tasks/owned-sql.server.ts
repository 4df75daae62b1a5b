import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { has, type Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readableBy } from '../../submission/readable.server.ts';
import { queuesHeld } from '../../submission/queues-held.server.ts';
import { isRecipient } from '../../submission/submission-access.ts';
import { isFib } from '../../kernel/actor.ts';
import { ownerRoles } from './task-words.ts';

/** Whether `task t` is the actor's own. */
export const ownSql = (actor: Actor): Prisma.Sql => Prisma.sql`t.owner_account_id = ${actor.accountId}::uuid`;

/** Whether `task t` belongs to a queue on which the actor works, or to a role that they hold. */
export async function sharedSql(tx: Tx, actor: Actor): Promise<Prisma.Sql> {
  const queues = await ownQueues(tx, actor);
  const held = ownerRoles.filter((role) => has(actor, role));
  const ways = [Prisma.sql`false`];
  if (queues.length > 0) ways.push(Prisma.sql`t.owner_queue_id IN (${Prisma.join(queues)})`);
  if (held.length > 0) ways.push(Prisma.sql`t.owner_role IN (${Prisma.join(held)})`);
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}

/** The ids of the queues on which the actor works. */
const ownQueues = async (tx: Tx, actor: Actor): Promise<Prisma.Sql[]> =>
  (await queuesHeld(tx, actor))
    .filter(({ hold }) => hold === 'holder')
    .map(({ id }) => Prisma.sql`${id}::uuid`);

/** `task t` with the submission behind it, that submission's queue, and the dissemination that it is about. */
export const withSubmission = Prisma.sql`task t LEFT JOIN dissemination d ON d.id = t.dissemination_id
  LEFT JOIN submission s ON s.id = COALESCE(t.submission_id, d.submission_id)
  LEFT JOIN queue q ON q.id = s.primary_queue_id`;

/** Whether the actor may read what a task of `withSubmission` is about: need to know goes before ownership. */
export async function aboutReadableSql(tx: Tx, ctx: Ctx): Promise<Prisma.Sql> {
  return Prisma.sql`(t.plan_item_id IS NOT NULL OR ${await sentReadableSql(tx, ctx.actor)} OR ${readableBy(ctx)})`;
}

/** What was disseminated is read by its recipients and by FIB, as `maySeeSanitisedText` says. */
async function sentReadableSql(tx: Tx, actor: Actor): Promise<Prisma.Sql> {
  if (isFib(actor)) return Prisma.sql`d.id IS NOT NULL`;
  const queues = await ownQueues(tx, actor);
  const ways = [Prisma.sql`false`];
  if (queues.length > 0) ways.push(Prisma.sql`d.queue_id IN (${Prisma.join(queues)})`);
  if (isRecipient(actor, { kind: 'mds_lead' })) ways.push(Prisma.sql`d.recipient_kind = 'mds_lead'`);
  return Prisma.sql`(d.id IS NOT NULL AND (${Prisma.join(ways, ' OR ')}))`;
}
