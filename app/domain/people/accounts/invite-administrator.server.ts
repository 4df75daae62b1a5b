import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import type { Post } from '../../notify/send-mail.server.ts';
import { invitationProblems, type InviteInput } from './invite.server.ts';
import { addressTaken } from './move-address.server.ts';
import { sendInvitation } from './send-invitation.server.ts';

/**
 * Makes an administrator's account with nobody signed in and mails the invitation: how the first administrator comes
 * into a new portal. Only a command of the server calls it; whoever may run one holds the database anyway, and here it
 * leaves an audit event. An administrator whose invitation is still to be opened gets a fresh one.
 * @throws Invalid; @throws MailNotSent, after which the same call tries again
 */
export async function inviteAdministrator(
  ctx: SystemCtx,
  post: Post,
  input: { email: string; displayName: string },
): Promise<{ accountId: Id<'Account'> }> {
  const email = input.email.trim().toLowerCase();
  const displayName = input.displayName.trim();
  const role = { role: 'administrator', areaId: null } as const;
  const wanted: InviteInput = { email, displayName, side: 'police', organisationId: null, roles: [role] };
  const problems = await invitationProblems(ctx, wanted);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const accountId = await transaction(ctx.db, async (tx) => {
    const known = await tx.account.findUnique({ where: { email }, include: { accountRoles: true } });
    const waits = known?.status === 'invited' && known.accountRoles.some((held) => held.role === role.role);
    if (known && !waits) throw new Invalid({ email: addressTaken });
    const id = known?.id ?? newId<'Account'>();
    if (!known) {
      const createdAt = ctx.realTime.now();
      await tx.account.create({
        data: { id, email, displayName, side: 'police', status: 'invited', createdAt },
      });
      await tx.accountRole.create({
        data: { id: randomUUID(), accountId: id, role: role.role, source: 'first_administrator' },
      });
    }
    await record(tx, ctx, {
      type: 'account.invited',
      data: { roles: [role.role] },
      subject: { type: 'account', id },
    });
    return id;
  });
  await sendInvitation(ctx, post, { accountId, invitedBy: null });
  return { accountId };
}
