import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/context.ts';
import { onDutySql } from '../people/duty/on-duty.server.ts';

/** Whether the actor is on the duty list at this moment. */
export async function isOnDuty(tx: Tx, { actor, clock }: Ctx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ running: boolean }[]>`
    SELECT ${isOnDutySql(actor, clock.now())} AS running`;
  return row?.running === true;
}

/** The same as SQL, which asks once for a whole statement. */
export const isOnDutySql = ({ accountId }: Pick<Actor, 'accountId'>, now: Date): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM duty_list_entry e WHERE e.account_id = ${accountId}::uuid AND ${onDutySql(now)})`;
