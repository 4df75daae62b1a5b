import type { Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Role } from '../kernel/actor.ts';

/** Active accounts that hold a role, each once. */
export async function roleHolders(tx: Tx, role: Role): Promise<Id<'Account'>[]> {
  const held = await tx.accountRole.findMany({
    where: { role, account: { status: 'active' } },
    select: { accountId: true },
    distinct: ['accountId'],
  });
  return held.map((row) => row.accountId);
}
