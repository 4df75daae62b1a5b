import type { Id } from '#app/domain/kernel/id.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { knownDevice } from './known-device.ts';
import { newDeviceMail } from './limits.ts';

/**
 * Whether the owner is to be told of a sign-in: from a browser that does not show that the account has signed in with it, which
 * one on a shared computer never does, and not of the first sign-in of all. Three in an hour are told, so that whoever has the
 * password cannot fill the mailbox with it. Asked before the sign-in is recorded.
 */
export async function isNewDevice(
  ctx: PublicCtx,
  { id, email }: { id: Id<'Account'>; email: string },
  device: string | null,
): Promise<boolean> {
  if (knownDevice(ctx.keyring, device, email, ctx.realTime.now()) !== null) return false;
  const before = await ctx.db.auditEvent.findFirst({
    where: { type: 'account.signed_in', subjectId: id },
    select: { id: true },
  });
  return before !== null && (await ctx.limits.take(newDeviceMail, id)) === null;
}
