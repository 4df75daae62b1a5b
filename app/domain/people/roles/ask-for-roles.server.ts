import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { roleCode } from './role-lines.ts';
import type { WantedRole } from './role-problems.server.ts';

/**
 * Asks for roles of the police in the name of whoever acts, and tells those who may decide. What was asked for this account
 * before and is still open is withdrawn: one request says all that it is to get. Without roles nothing is asked.
 */
export async function askForRoles(
  tx: Tx,
  ctx: Ctx,
  accountId: Id<'Account'>,
  wanted: readonly WantedRole[],
): Promise<void> {
  await withdrawOpenRequest(tx, ctx, accountId);
  if (wanted.length === 0) return;
  const id = newId<'RoleRequest'>();
  const askedBy = ctx.actor.accountId;
  await tx.roleRequest.create({ data: { id, accountId, askedBy, askedAt: ctx.realTime.now() } });
  await tx.roleRequestRole.createMany({
    data: wanted.map(({ role, areaId }) => ({ id: randomUUID(), requestId: id, role, areaId })),
    skipDuplicates: true,
  });
  await record(tx, ctx, {
    type: 'account.roles_asked',
    data: { roles: wanted.map(roleCode) },
    subject: { type: 'account', id: accountId },
  });
  for (const decider of await roleHolders(tx, 'administrator'))
    if (decider !== askedBy && decider !== accountId)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'roles-asked', accountId: decider } });
}

async function withdrawOpenRequest(tx: Tx, ctx: Ctx, accountId: Id<'Account'>): Promise<void> {
  const open = await tx.roleRequest.findFirst({
    where: { accountId, decision: null },
    include: { roles: true },
  });
  if (!open) return;
  await tx.roleRequest.update({
    where: { id: open.id },
    data: { decision: 'withdrawn', decidedBy: ctx.actor.accountId, decidedAt: ctx.realTime.now() },
  });
  await record(tx, ctx, {
    type: 'account.roles_decided',
    data: { decision: 'withdrawn', roles: open.roles.map(roleCode) },
    subject: { type: 'account', id: accountId },
  });
}
