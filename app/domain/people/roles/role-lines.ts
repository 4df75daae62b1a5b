import { isRole, roles } from '../../kernel/actor.ts';

/** A role in words, and the area to which it is limited. */
export type RoleLine = { label: string; area: string | null };

export const roleLines = (held: readonly { role: string; area: { name: string } | null }[]): RoleLine[] =>
  held.flatMap(({ role, area }) =>
    isRole(role) ? [{ label: roles[role].label, area: area?.name ?? null }] : [],
  );

/** How the trail names a role: the code, with the id of the area that limits it. */
export const roleCode = ({ role, areaId }: { role: string; areaId: string | null }): string =>
  areaId === null ? role : `${role} ${areaId}`;
