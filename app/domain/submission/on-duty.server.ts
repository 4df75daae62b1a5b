import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { onDutySql } from '../people/duty/on-duty.server.ts';

/** Whether the actor is on the duty list at this moment. */
export async function isOnDuty(tx: Tx, { actor, clock }: Ctx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ running: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM duty_list_entry e
      WHERE e.account_id = ${actor.accountId}::uuid AND ${onDutySql(clock.now())}) AS running`;
  return row?.running === true;
}
