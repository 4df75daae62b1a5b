import type { Tx } from '#app/platform/db/transaction.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { isRole, roles, type Role, type Side } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';

/** A role as a form asks for it; `areaId` null means without a limit to an area. */
export type WantedRole = { role: Role; areaId: string | null };

/** What is wrong with roles for an account of a side, by field; empty when nothing is. */
export function roleProblems(side: Side, held: readonly WantedRole[]): Record<string, string> {
  const errors: Record<string, string> = {};
  if (held.length === 0) errors.roles = 'Select at least one role';
  if (held.some(({ role }) => !isRole(role) || roles[role].side !== side))
    errors.roles = 'Select roles that belong to this kind of account';
  if (held.some(({ role, areaId }) => areaId !== null && !roles[role].byArea))
    errors.roles = 'Only SPOCs and area leads are limited to an area';
  if (held.some(({ role, areaId }) => role === 'area_lead' && areaId === null))
    errors.areaId = 'Select the area of the area lead';
  return errors;
}

/** Whether each area is one of the force's and has not ended: a form could offer no other. */
export async function areasAreThere(tx: Tx, ctx: Ctx, held: readonly WantedRole[]): Promise<boolean> {
  const areaIds = [...new Set(held.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))];
  if (!areaIds.every((id) => isId(id))) return false;
  const there = await tx.area.count({
    where: { id: { in: areaIds }, OR: [{ validTo: null }, { validTo: { gt: ctx.clock.now() } }] },
  });
  return there === areaIds.length;
}
