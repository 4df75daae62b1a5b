import type { Id } from '#app/domain/kernel/id.ts';

/** Which side of the portal a role belongs to. A partner's account never holds a police role. */
export type Side = 'partner' | 'police';

/**
 * Every role, with the words shown for it and whether it may be limited to areas.
 * The order is the order in which lists of roles are shown.
 */
export const roles = {
  reporter: { label: 'Reporter', side: 'partner', byArea: false },
  partner_lead: { label: 'Partner lead', side: 'partner', byArea: false },
  fib_officer: { label: 'FIB officer', side: 'police', byArea: false },
  fib_supervisor: { label: 'FIB supervisor', side: 'police', byArea: false },
  spoc: { label: 'SPOC', side: 'police', byArea: true },
  area_lead: { label: 'Area lead', side: 'police', byArea: true },
  source_custodian: { label: 'Source custodian', side: 'police', byArea: false },
  mds_lead: { label: 'MDS lead', side: 'police', byArea: false },
  plan_contributor: { label: 'Plan contributor', side: 'police', byArea: false },
  administrator: { label: 'Administrator', side: 'police', byArea: false },
  auditor: { label: 'Auditor', side: 'police', byArea: false },
} as const satisfies Record<string, { label: string; side: Side; byArea: boolean }>;

export type Role = keyof typeof roles;

/** The roles that people of a partner organisation hold. */
export type PartnerRole = {
  [R in Role]: (typeof roles)[R]['side'] extends 'partner' ? R : never;
}[Role];

export const isPartnerRole = (role: string): role is PartnerRole =>
  isRole(role) && roles[role].side === 'partner';

export const roleNames = Object.keys(roles) as Role[];

/** A role as held: `areaId` null means without a limit to an area. */
export type HeldRole = { role: Role; areaId: Id<'Area'> | null };

/** Who is acting: the account, the side, the organisation (null on the police side), the roles and the session. */
export type Actor = {
  accountId: Id<'Account'>;
  displayName: string;
  side: Side;
  organisationId: Id<'Organisation'> | null;
  roles: HeldRole[];
  /** Null for what runs without a browser: a job, a command. */
  sessionId: string | null;
};

export function isRole(value: string): value is Role {
  return Object.hasOwn(roles, value);
}

/** Whether the actor holds at least one of these roles, in any area. */
export function has(actor: Actor, ...wanted: Role[]): boolean {
  return actor.roles.some((held) => wanted.includes(held.role));
}

/** The areas to which the actor's role is limited, each once. A role held without a limit adds nothing here. */
export function areasOf(actor: Actor, role: Role): string[] {
  const areas = new Set<string>();
  for (const held of actor.roles) {
    if (held.role === role && held.areaId !== null) areas.add(held.areaId);
  }
  return [...areas];
}

/** A SPOC, of whatever area. */
/** Who only writes reports: these are their home. */
export const onlyReports = (actor: Actor): boolean => actor.roles.length === 1 && has(actor, 'reporter');

export const isSpoc = (actor: Actor): boolean => has(actor, 'spoc');

/** The force SPOC is a SPOC without an area: the holder of the force SPOC queue. */
export function isForceSpoc(actor: Actor): boolean {
  return actor.roles.some((held) => held.role === 'spoc' && held.areaId === null);
}

/** A role without a limit to an area. A FIB role that somebody limited to an area is nobody's rule, so it gives nothing. */
export const forceWide = (actor: Actor, role: Role): boolean =>
  actor.side === 'police' && actor.roles.some((held) => held.role === role && held.areaId === null);

export const isFib = (actor: Actor): boolean =>
  forceWide(actor, 'fib_officer') || forceWide(actor, 'fib_supervisor');

export const isFibSupervisor = (actor: Actor): boolean => forceWide(actor, 'fib_supervisor');
