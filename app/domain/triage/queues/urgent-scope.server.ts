import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { isSpoc } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { isOnDuty } from '../../submission/on-duty.server.ts';
import { clearedFor } from '../../submission/queue-sql.server.ts';
import { queuesHeld } from '../../submission/queues-held.server.ts';
import { isFib, isFibSupervisor } from '../../kernel/actor.ts';

/** `among`: which of `submission s` are theirs to look after when urgent. `held`: the ids of the queues that they work on. */
export type UrgentScope = { onDuty: boolean; held: string[]; among: Prisma.Sql };

/** What is urgent is looked after in the actor's queues; by the duty list and FIB supervisors in every queue. */
export async function urgentScope(tx: Tx, ctx: Ctx): Promise<UrgentScope> {
  const onDuty = await isOnDuty(tx, ctx);
  const everywhere = isFibSupervisor(ctx.actor) || (onDuty && (isFib(ctx.actor) || isSpoc(ctx.actor)));
  const cleared = clearedFor(ctx.actor);
  const held = (await queuesHeld(tx, ctx.actor)).filter(({ hold }) => hold === 'holder').map(({ id }) => id);
  if (everywhere) return { onDuty, held, among: cleared };
  if (held.length === 0) return { onDuty, held, among: Prisma.sql`false` };
  const ids = held.map((id) => Prisma.sql`${id}::uuid`);
  return { onDuty, held, among: Prisma.sql`${cleared} AND s.primary_queue_id IN (${Prisma.join(ids)})` };
}
