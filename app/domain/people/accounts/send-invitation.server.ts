import { randomUUID } from 'node:crypto';
import { invitation as invitationMail } from '#emails/messages.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import type { Post } from '../../notify/send-mail.server.ts';

/** An invitation opens for this long (real time) and once only. */
export const invitationLasts = 7 * 24 * 60 * 60_000;

/**
 * Mails a fresh invitation to an account that is still to be opened; earlier ones stop working. The token exists only
 * in the mail: the database keeps its hash. When sending fails the job is tried again and makes another.
 */
export async function sendInvitation(
  ctx: SystemCtx,
  { mailer, portalUrl, addressOf }: Post,
  input: { accountId: Id<'Account'>; invitedBy: string | null },
): Promise<void> {
  const account = await ctx.db.account.findFirst({ where: { id: input.accountId, status: 'invited' } });
  if (!account) return;
  const token = newToken();
  await transaction(ctx.db, async (tx) => {
    const now = ctx.realTime.now();
    await tx.invitation.updateMany({ where: { accountId: account.id, usedAt: null }, data: { usedAt: now } });
    await tx.invitation.create({
      data: {
        id: randomUUID(),
        accountId: account.id,
        tokenHash: hashToken(token),
        createdBy: input.invitedBy,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationLasts),
      },
    });
  });
  const path = addressOf({ invitation: token });
  await mailer.send({ to: account.email, ...invitationMail({ portalUrl, path }) });
}
