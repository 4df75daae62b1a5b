import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { PublicCtx, SystemCtx } from '../../kernel/context.ts';

const day = 24 * 60 * 60_000;

/** How long the word of the directory holds, in milliseconds: longer than a holiday. */
const holds = 30 * day;

/** The same from when it refuses to renew a session: it does so of a leaver, and of whoever has a new password. */
const holdsOnceRefused = 7 * day;

export const vouchedUntil = ({ realTime }: PublicCtx): Date => new Date(realTime.now().getTime() + holds);

/** The directory has just said who somebody is. */
export async function vouch(tx: Tx, ctx: PublicCtx, accountId: Id<'Account'>): Promise<void> {
  await tx.directoryIdentity.update({ where: { accountId }, data: { vouchedUntil: vouchedUntil(ctx) } });
}

/** The directory has refused to say who somebody is, and not why. */
export async function doubt(tx: Tx, { realTime }: SystemCtx, accountId: Id<'Account'>): Promise<void> {
  const until = new Date(realTime.now().getTime() + holdsOnceRefused);
  await tx.directoryIdentity.updateMany({
    where: { accountId, vouchedUntil: { gt: until } },
    data: { vouchedUntil: until },
  });
}
