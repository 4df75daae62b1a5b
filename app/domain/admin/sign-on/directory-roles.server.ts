import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import type { PublicCtx, SystemCtx } from '../../kernel/context.ts';
import { withdrawOpenRequest } from '../../people/roles/ask-for-roles.server.ts';
import { roleCode } from '../../people/roles/role-lines.ts';
import type { WantedRole } from '../../people/roles/role-problems.server.ts';
import { handOn } from '../hand-on.server.ts';
import { rolesOfGroups } from './roles-of-groups.ts';

/** The roles that these groups of the directory bring now. An area that has ended brings none. */
export async function directoryRoles(
  tx: Tx,
  ctx: PublicCtx,
  groups: readonly string[],
): Promise<WantedRole[]> {
  const held = rolesOfGroups((await currentForce(tx, ctx)).directoryGroups, groups);
  const areas = await tx.area.findMany({
    where: {
      code: { in: held.flatMap(({ area }) => area ?? []) },
      OR: [{ validTo: null }, { validTo: { gt: ctx.clock.now() } }],
    },
    select: { id: true, code: true },
  });
  const idOf = new Map(areas.map(({ id, code }) => [code, id]));
  return held.flatMap(({ role, area }): WantedRole[] => {
    if (area === null) return [{ role, areaId: null }];
    const areaId = idOf.get(area);
    return areaId === undefined ? [] : [{ role, areaId }];
  });
}

/**
 * Gives an account exactly the roles that the directory says, and takes every other. The directory is the authority for
 * the roles of the police: what administrators had asked for is withdrawn (decision 0072). What somebody holds that their
 * roles no longer let them hold goes on to others.
 */
export async function setDirectoryRoles(
  tx: Tx,
  ctx: SystemCtx,
  accountId: Id<'Account'>,
  wanted: readonly WantedRole[],
): Promise<void> {
  await withdrawOpenRequest(tx, ctx, accountId);
  const held = await tx.accountRole.findMany({ where: { accountId } });
  const [had, gets] = [new Set(held.map(roleCode)), new Set(wanted.map(roleCode))];
  const taken = held.filter((role) => !gets.has(roleCode(role)));
  const given = wanted.filter((role) => !had.has(roleCode(role)));
  if (taken.length + given.length === 0) return;
  await tx.accountRole.deleteMany({ where: { id: { in: taken.map(({ id }) => id) } } });
  await tx.accountRole.createMany({
    data: given.map(({ role, areaId }) => ({
      id: randomUUID(),
      accountId,
      role,
      areaId,
      source: 'directory' as const,
    })),
    skipDuplicates: true,
  });
  await tx.account.update({ where: { id: accountId }, data: { version: { increment: 1 } } });
  if (taken.length > 0) await handOn(tx, ctx, { accountId, handTo: null, why: 'roles' });
  await record(tx, ctx, {
    type: 'account.roles_changed',
    data: { roles: wanted.map(roleCode), by: 'directory' },
    subject: { type: 'account', id: accountId },
  });
}
