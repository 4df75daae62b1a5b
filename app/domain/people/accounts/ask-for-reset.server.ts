import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { record } from '../../audit/record.server.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { RateLimited } from '../../kernel/failures.ts';
import { resetByAsker, resetByEmail, resetByNetwork } from './limits.ts';
import { networkOf } from './network.ts';

/**
 * Has a link for a new password mailed to the owner of the account with this e-mail address, if there is one in use. Nothing
 * tells whether there is: the same statements run, a job is sent, an event recorded and the limits count either way. Which
 * account gets a link is decided where it is sent. `address` is the network address. @throws RateLimited
 */
export async function askForReset(ctx: PublicCtx, input: { email: string; address: string }): Promise<void> {
  const email = input.email.trim().toLowerCase();
  const network = networkOf(input.address);
  const tries = [
    [resetByAsker, `${email} ${network}`],
    [resetByEmail, email],
    [resetByNetwork, network],
  ] as const;
  for (const [limit, key] of tries) {
    const wait = await ctx.limits.take(limit, key);
    if (wait !== null)
      throw new RateLimited(
        wait,
        'You have asked for too many links. Use the last one we emailed, or wait an hour and ask again',
      );
  }
  const account = await ctx.db.account.findUnique({ where: { email }, select: { id: true } });
  await transaction(ctx.db, async (tx) => {
    await enqueue(tx, { name: 'send-password-reset', data: { accountId: account?.id ?? null } });
    await record(tx, ctx, {
      type: 'account.reset_asked',
      data: { by: 'anyone' },
      ...(account ? { subject: { type: 'account' as const, id: account.id } } : {}),
    });
  });
}
