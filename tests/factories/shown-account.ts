import type { Id } from '#app/domain/kernel/id.ts';
import type { ShownAccount } from '#app/domain/people/accounts/shown-account.server.ts';
import type { Db } from '#app/platform/db/client.ts';

/** An account as a page that is opened now shows it, for what is changed from there. */
export async function shownAccount(db: Db, accountId: Id<'Account'>): Promise<ShownAccount> {
  const { version } = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  return { accountId, expectedVersion: version };
}
