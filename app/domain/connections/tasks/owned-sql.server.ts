import { Prisma } from '#app/platform/db/generated/client.ts';
import { has, type Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import { readableBy } from '../../submission/readable.server.ts';
import type { HeldQueue } from '../../submission/queues-held.server.ts';
import { isRecipient } from '../../submission/submission-access.ts';
import { isFib, isFibSupervisor } from '../../kernel/actor.ts';
import { ownerRoles } from './task-words.ts';

/** Whether `task t` is the actor's own. */
export const ownSql = (actor: Actor): Prisma.Sql => Prisma.sql`t.owner_account_id = ${actor.accountId}::uuid`;

/** Whether `task t` belongs to a queue on which the actor works, or to a role that they hold. */
export function sharedSql(actor: Actor, held: readonly HeldQueue[]): Prisma.Sql {
  const queues = ownQueues(held);
  const roles = ownerRoles.filter((role) => has(actor, role));
  const ways = [Prisma.sql`false`];
  if (queues.length > 0) ways.push(Prisma.sql`t.owner_queue_id IN (${Prisma.join(queues)})`);
  if (roles.length > 0) ways.push(Prisma.sql`t.owner_role IN (${Prisma.join(roles)})`);
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}

/** The ids of the queues on which the actor works. */
const ownQueues = (held: readonly HeldQueue[]): Prisma.Sql[] =>
  held.filter(({ hold }) => hold === 'holder').map(({ id }) => Prisma.sql`${id}::uuid`);

/** `task t` with the submission behind it, that submission's queue, and the dissemination that it is about. */
export const withSubmission = Prisma.sql`task t LEFT JOIN dissemination d ON d.id = t.dissemination_id
  LEFT JOIN submission s ON s.id = COALESCE(t.submission_id, d.submission_id)
  LEFT JOIN queue q ON q.id = s.primary_queue_id`;

/** Whether the actor may read what a task of `withSubmission` is about: need to know goes before ownership. */
export const aboutReadableSql = (ctx: Ctx, held: readonly HeldQueue[]): Prisma.Sql =>
  Prisma.sql`(t.plan_item_id IS NOT NULL OR ${sentReadableSql(ctx, held)} OR ${readableBy(ctx)} OR ${raisedSql(ctx.actor)})`;

/** A promise that a partner raised says nothing of the report: FIB supervisors, who oversee every queue, read it. */
const raisedSql = (actor: Actor): Prisma.Sql =>
  isFibSupervisor(actor)
    ? Prisma.sql`(s.status <> 'withdrawn' AND EXISTS (SELECT 1 FROM raised_promise p WHERE p.task_id = t.id))`
    : Prisma.sql`false`;

/** What was disseminated is read by its recipients and by FIB, as `maySeeSanitisedText` says. */
function sentReadableSql(ctx: Ctx, held: readonly HeldQueue[]): Prisma.Sql {
  const { actor } = ctx;
  const queues = ownQueues(held);
  const ways = [isFib(actor) ? clearedFor(ctx) : Prisma.sql`false`];
  if (queues.length > 0) ways.push(Prisma.sql`d.queue_id IN (${Prisma.join(queues)})`);
  if (isRecipient(actor, { kind: 'mds_lead' })) ways.push(Prisma.sql`d.recipient_kind = 'mds_lead'`);
  return Prisma.sql`(d.id IS NOT NULL AND (${Prisma.join(ways, ' OR ')}))`;
}
