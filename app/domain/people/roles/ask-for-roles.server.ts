import { randomUUID } from 'node:crypto';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { record, type Recorder } from '../../audit/record.server.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { roleCode } from './role-lines.ts';
import type { WantedRole } from './role-problems.server.ts';

/** What an account of the police is to get once a second administrator has agreed; `email` null: its address stays. */
type Wanted = { roles: readonly Pick<WantedRole, 'role' | 'areaId'>[]; email: string | null };

/**
 * Asks for roles of the police, or for another address of an account in use, in the name of whoever acts, and tells those who
 * may decide. One request says all that an account is to get: what was asked for before and is still open is withdrawn, and
 * asked for again where it is not `wanted` anew. With nothing left, nothing is asked.
 */
export async function askForSecond(
  tx: Tx,
  ctx: Ctx,
  accountId: Id<'Account'>,
  wanted: Partial<Wanted>,
): Promise<void> {
  const { roles, email } = { ...(await withdrawOpenRequest(tx, ctx, accountId)), ...wanted };
  if (roles.length === 0 && email === null) return;
  const id = newId<'RoleRequest'>();
  const askedBy = ctx.actor.accountId;
  await tx.roleRequest.create({ data: { id, accountId, email, askedBy, askedAt: ctx.realTime.now() } });
  await tx.roleRequestRole.createMany({
    data: roles.map(({ role, areaId }) => ({ id: randomUUID(), requestId: id, role, areaId })),
    skipDuplicates: true,
  });
  await record(tx, ctx, {
    type: 'account.roles_asked',
    data: { roles: roles.map(roleCode), ...(email === null ? {} : { address: true }) },
    subject: { type: 'account', id: accountId },
  });
  for (const decider of await roleHolders(tx, 'administrator'))
    if (decider !== askedBy && decider !== accountId)
      await enqueue(tx, { name: 'send-mail', data: { kind: 'roles-asked', accountId: decider } });
}

/**
 * Withdraws what is still open for an account, by whoever acts, or by nobody where the directory of the force decides
 * instead. Gives what was asked for.
 */
export async function withdrawOpenRequest(
  tx: Tx,
  ctx: Recorder & Pick<Ctx, 'realTime'>,
  accountId: Id<'Account'>,
): Promise<Wanted> {
  const open = await tx.roleRequest.findFirst({
    where: { accountId, decision: null },
    include: { roles: true },
  });
  if (!open) return { roles: [], email: null };
  const { email, roles } = open;
  await tx.roleRequest.update({
    where: { id: open.id },
    data: { decision: 'withdrawn', decidedBy: ctx.actor?.accountId ?? null, decidedAt: ctx.realTime.now() },
  });
  await record(tx, ctx, {
    type: 'account.roles_decided',
    data: {
      decision: 'withdrawn',
      roles: roles.map(roleCode),
      ...(email === null ? {} : { address: true }),
    },
    subject: { type: 'account', id: accountId },
  });
  return { roles, email };
}
