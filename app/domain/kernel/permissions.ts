import { has, type Actor, type Role } from './actor.ts';

const fib = ['fib_officer', 'fib_supervisor'] as const;
const triage = [...fib, 'spoc'] as const;
const administrator = ['administrator'] as const;
const planFollowers = ['mds_lead', 'plan_contributor', ...triage, 'area_lead'] as const;

/**
 * What the holders of a role may do at all. Routes, the menu and use cases name a permission, never a role. It opens the
 * door; what somebody may do about one report, item or task is decided from that row as well.
 * A permission ending in `follow` is held by those whose daily work it is, so that it stands in their menu.
 */
export const permissions = {
  // A partner's reports
  'reports.write': ['reporter'],
  /** Leads read a report and answer about it where the agreement lets them stand in. */
  'reports.read': ['reporter', 'partner_lead'],
  /** Partners write their own reports, officers what they enter for a partner. */
  'drafts.write': ['reporter', ...triage],
  'reports.enter': triage,
  'organisation.lead': ['partner_lead'],

  // Triage
  'triage.work': triage,
  'queues.read': [...triage, 'area_lead'],
  /** They see from the text of a submission to its mere existence. */
  'submissions.read': [...triage, 'area_lead', 'mds_lead'],
  /** Says that two vehicles, contacts or people are one, or that they are not. */
  'entities.merge': fib,
  'approvals.decide': ['fib_supervisor'],
  /** Sees which places, vehicles and numbers several reports name, of those that they may read. */
  'repeats.read': fib,
  /** Sees who has seen a submission that they may read. */
  'readings.oversee': ['fib_supervisor'],
  /** Writes the texts that officers use again in answers and questions to partners. */
  'texts.write': ['fib_supervisor'],
  'disseminations.follow': fib,
  'disseminations.receive': [...triage, 'mds_lead'],
  'high.oversee': ['mds_lead'],
  /** Looks afterwards at what ended while it was High. */
  'high.review': ['mds_lead', 'fib_supervisor'],
  'significant.read': ['mds_lead'],
  'roster.edit': triage,
  'roster.staff': ['fib_supervisor'],

  // Sealed sources
  'sources.decide': ['source_custodian'],
  /** Sees who asked to open one, what was decided and how often it was read. */
  'sources.oversee': ['source_custodian', 'fib_supervisor'],

  // Routing rules
  'rules.read': [...fib, 'mds_lead'],
  'rules.follow': fib,
  'rules.write': ['fib_supervisor'],

  // Retention
  /** Looks at reports whose time has run out, keeps or holds them, proposes that they go and decides on that; finds everything about a named person. */
  'retention.decide': ['fib_supervisor'],
  /** The rules and how many reports they hold of, never which. */
  'retention.oversee': administrator,

  // Plan, tasks and figures
  'plan.read': [...planFollowers, 'administrator'],
  'plan.follow': planFollowers,
  'plan.assign': ['mds_lead'],
  /** Makes the next plan, writes it, publishes and closes it, and adds events. */
  'plan.write': ['mds_lead'],
  /** Counts that are not suppressed. */
  'plan.count': ['mds_lead', ...fib],
  /** Writes the status and evidence of the items that are theirs; the MDS lead of any. */
  'plan.report': ['mds_lead', 'plan_contributor'],
  'tasks.work': planFollowers,
  'tasks.oversee': ['mds_lead'],
  /** Sees the tasks of an area that they lead. */
  'tasks.follow-area': ['area_lead'],
  'figures.read': ['mds_lead', 'fib_supervisor'],
  'figures.read-published': ['area_lead', 'spoc', 'plan_contributor', 'mds_lead', 'fib_supervisor'],
  /** Sees what is listed of the areas that they lead counted. */
  'figures.read-area': ['area_lead'],
  'figures.follow': ['area_lead', 'spoc', 'plan_contributor'],

  // Products for meetings and other bodies; each asks as well for what it is made of
  'products.read': planFollowers,
  'products.patterns': fib,

  // The portal
  'accounts.manage': administrator,
  'organisations.manage': administrator,
  /** The register: how each organisation and its agreement stand. */
  'organisations.read': ['administrator', 'fib_supervisor'],
  /** Mail and other work in the background: how much waits, and what was given up; never what it is about. */
  'jobs.oversee': administrator,
  'areas.read': administrator,
  'forms.read': administrator,
  /** Signposts, recipients, clocks and alert steps; the last two take another administrator. */
  'settings.manage': administrator,
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const isPermission = (name: unknown): name is Permission =>
  typeof name === 'string' && Object.hasOwn(permissions, name);

/** Whether one of the actor's roles, in any area, brings the permission. */
export const may = (actor: Actor, permission: Permission): boolean => has(actor, ...permissions[permission]);
