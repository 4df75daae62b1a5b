import type { Tx } from '#app/platform/db/transaction.ts';
import type { DirectoryPerson } from '#app/platform/directory/directory.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { leaveOldAddress } from '../../people/accounts/move-address.server.ts';

export type NamedAccount = { id: Id<'Account'>; displayName: string; email: string };

const longestName = 100;

/** The name as the directory writes it, as far as it fits; null where it gives none. */
export const nameOf = ({ name }: Pick<DirectoryPerson, 'name'>): string | null =>
  name?.slice(0, longestName) ?? null;

/**
 * Gives an account the name and the address that the directory has for its owner now, as somebody who marries or moves to
 * another post has others; what is left is told as when an administrator changes it. `email` is null where the directory
 * vouches for none of the force's own. One that another account has stays with that. Gives the account as it is then.
 */
export async function followDirectory(
  tx: Tx,
  ctx: SystemCtx,
  account: NamedAccount,
  { name, email }: { name: string | null; email: string | null },
): Promise<NamedAccount> {
  const free =
    email !== null && (await tx.account.count({ where: { email, id: { not: account.id } } })) === 0;
  const now = { displayName: name ?? account.displayName, email: free ? email : account.email };
  const fields = (['displayName', 'email'] as const).filter((field) => now[field] !== account[field]);
  if (fields.length === 0) return account;
  await tx.account.update({ where: { id: account.id }, data: { ...now, version: { increment: 1 } } });
  if (fields.includes('email')) await leaveOldAddress(tx, ctx, account, now.email);
  await record(tx, ctx, {
    type: 'account.changed',
    data: { fields },
    subject: { type: 'account', id: account.id },
  });
  return { ...account, ...now };
}
