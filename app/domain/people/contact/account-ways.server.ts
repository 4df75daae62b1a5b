import type { Keyring } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { noWays, type ContactWays } from './contact-ways.ts';
import { accountPlace, openWays } from './sealed-ways.ts';

/** How an account says that its person is reached. The caller has asked who looks. */
export async function accountWays(
  db: Db | Tx,
  keyring: Keyring,
  accountId: Id<'Account'>,
): Promise<ContactWays> {
  const { contactSealed } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { contactSealed: true },
  });
  return contactSealed === null ? noWays : openWays(keyring, contactSealed, accountPlace(accountId));
}
