import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden } from '../../kernel/failures.ts';
import { invite } from '../accounts/invite.server.ts';

/** A partner lead invites somebody of the own organisation to write reports. @throws Forbidden, Invalid */
export async function inviteMember(
  ctx: Ctx,
  input: { email: string; displayName: string },
): Promise<{ accountId: Id<'Account'> }> {
  const { organisationId } = ctx.actor;
  if (!may(ctx.actor, 'organisation.lead') || organisationId === null) throw new Forbidden();
  return invite(ctx, {
    ...input,
    side: 'partner',
    organisationId,
    roles: [{ role: 'reporter', areaId: null }],
  });
}
