import type { DirectoryGroup } from '../../force/pack-settings.ts';
import type { Role } from '../../kernel/actor.ts';

/** A role that a group brings, in the area with this code alone, or everywhere (null). */
export type GroupRole = { role: Role; area: string | null };

/** The roles of whoever is in these groups of the directory, each once, by the pack. Groups that it does not name bring none. */
export function rolesOfGroups(mapped: readonly DirectoryGroup[], groups: readonly string[]): GroupRole[] {
  const held = new Map<string, GroupRole>();
  for (const { group, role, areas } of mapped)
    if (groups.includes(group))
      for (const area of areas.length > 0 ? areas : [null]) held.set(`${role} ${area}`, { role, area });
  return [...held.values()];
}
