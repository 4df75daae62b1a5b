import { transaction } from '#app/platform/db/transaction.ts';
import type { DirectoryPerson } from '#app/platform/directory/directory.ts';
import type { SignOnRefusal } from '../../audit/events.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { signsInHere } from '../accounts/signs-in-here.ts';

/** How long ago somebody may have shown at the provider who they are, when they come back from being asked to. */
const shownWithin = 2 * 60_000;

/** Whether the actor proves who they are with the force account: theirs has no password of the portal's own. */
export async function confirmsWithDirectory(ctx: Ctx): Promise<boolean> {
  const account = await ctx.db.account.findUniqueOrThrow({
    where: { id: ctx.actor.accountId },
    select: { side: true, emergencySeat: true },
  });
  return !signsInHere(ctx, account);
}

/**
 * Takes what the directory says as a proof of who the actor is: that they have just shown it anew there, with a second
 * factor. Gives why not where it does not say that of them.
 */
export async function proveByDirectory(ctx: Ctx, person: DirectoryPerson): Promise<SignOnRefusal | null> {
  const { accountId, sessionId } = ctx.actor;
  const { issuer, subject, authenticatedAt, secondFactor } = person;
  const now = ctx.realTime.now();
  return transaction(ctx.db, async (tx) => {
    const own = await tx.directoryIdentity.count({ where: { accountId, issuer, subject } });
    const fresh = authenticatedAt !== null && now.getTime() - authenticatedAt.getTime() < shownWithin;
    const refused = own === 0 || !fresh ? 'stale' : secondFactor ? null : 'second_factor';
    if (refused === null)
      await tx.session.updateMany({
        where: { id: sessionId ?? '', revokedAt: null },
        data: { provedAt: now },
      });
    await record(tx, ctx, {
      type: refused === null ? 'account.proved' : 'account.proof_refused',
      data: { by: 'directory' },
      subject: { type: 'account', id: accountId },
    });
    return refused;
  });
}
