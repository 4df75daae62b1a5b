import type { Id } from '../kernel/id.ts';

/** Who owns an item of the plan: a role, its present holder, or both. */
export type ItemOwner = { role: string | null; accountId: Id<'Account'> | null; name: string | null };

/** The longest name of a role, in characters. */
export const longestRole = 100;

/** "MDS Bronze (Kit Example)", "MDS Bronze, nobody at present", "Kit Example"; null where nobody is named. */
export function ownerWords(owner: Pick<ItemOwner, 'role' | 'name'> | null): string | null {
  if (owner === null || owner.role === null) return owner?.name ?? null;
  return owner.name === null ? `${owner.role}, nobody at present` : `${owner.role} (${owner.name})`;
}
