import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';

/** An account as the page showed it from which it is changed. */
export type ShownAccount = { accountId: Id<'Account'>; expectedVersion: number };

/**
 * Changes an account that still is as its page showed it, and moves its version on, so that a form of an older page
 * changes nothing. @throws NotFound, Conflict
 */
export async function changeShown(
  tx: Tx,
  { accountId, expectedVersion }: ShownAccount,
  data: Prisma.AccountUncheckedUpdateManyInput = {},
): Promise<void> {
  const changed = await tx.account.updateMany({
    where: { id: accountId, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  if ((await tx.account.count({ where: { id: accountId } })) === 0) throw new NotFound();
  throw changedSince();
}

export const changedSince = (): Conflict =>
  new Conflict(
    'This account has changed since you opened the page, so nothing was done. The page now shows how it stands',
  );
