import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';

const seats = [1, 2] as const;

/** The accounts that sign in on the portal while police sign in with the directory: two at most. */
export async function emergencyAccounts(ctx: SystemCtx): Promise<{ email: string; displayName: string }[]> {
  return ctx.db.account.findMany({
    where: { emergencySeat: { not: null } },
    orderBy: { emergencySeat: 'asc' },
    select: { email: true, displayName: true },
  });
}

/**
 * Keeps an account of the police for when the directory is away. It is one that the directory does not know: an account of
 * its own, whose password is kept in a sealed envelope. Only a command of the server calls it. @throws Invalid
 */
export async function markEmergencyAccount(ctx: SystemCtx, email: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const account = await accountAt(tx, email);
    if (account.side !== 'police') throw new Invalid({ email: 'Only an account of the police can be one' });
    if (account.directoryIdentity)
      throw new Invalid({
        email:
          'Somebody signs in to this account with their force account: make one of its own for emergencies',
      });
    if (account.emergencySeat !== null) throw new Invalid({ email: 'It is an emergency account already' });
    const taken = await tx.account.findMany({ where: { emergencySeat: { not: null } } });
    const free = seats.find((seat) => !taken.some(({ emergencySeat }) => emergencySeat === seat));
    if (free === undefined)
      throw new Invalid({
        email: `There are two emergency accounts already: ${taken.map((each) => each.email).join(' and ')}. End one first`,
      });
    await tx.account.update({
      where: { id: account.id },
      data: { emergencySeat: free, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      type: 'account.emergency_marked',
      data: { marked: true },
      subject: { type: 'account', id: account.id },
    });
  });
}

/** From here on it is an account as any other, which opens nothing where police sign in with the directory. @throws Invalid */
export async function endEmergencyAccount(ctx: SystemCtx, email: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const account = await accountAt(tx, email);
    if (account.emergencySeat === null) throw new Invalid({ email: 'It is no emergency account' });
    await tx.account.update({
      where: { id: account.id },
      data: { emergencySeat: null, version: { increment: 1 } },
    });
    await tx.session.updateMany({
      where: { accountId: account.id, revokedAt: null },
      data: { revokedAt: ctx.realTime.now() },
    });
    await record(tx, ctx, {
      type: 'account.emergency_marked',
      data: { marked: false },
      subject: { type: 'account', id: account.id },
    });
  });
}

async function accountAt(tx: Tx, email: string) {
  const account = await tx.account.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { directoryIdentity: true },
  });
  if (!account) throw new Invalid({ email: 'No account has this email address' });
  return account;
}
