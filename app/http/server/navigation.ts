import { onlyReports, type Actor } from '#app/domain/kernel/actor.ts';
import { may, type Permission } from '#app/domain/kernel/permissions.ts';
import { link } from '../link.ts';

export type NavigationLink = { text: string; href: string };

export type SectionLink = NavigationLink & { name: SectionName };

const home: NavigationLink = { text: 'Home', href: link('home') };

/** The sections of the menu in the order of the day. The page says them in its language. */
export const sections = {
  reports: { text: 'Reports', href: link('reports/list'), for: 'reports.write' },
  organisation: {
    text: 'Your organisation',
    href: link('organisation/organisation'),
    for: 'organisation.lead',
  },
  queues: { text: 'Queues', href: link('queues/queues'), for: 'queues.read' },
  enter: { text: 'Enter a report', href: link('submissions/new-for-partner'), for: 'reports.enter' },
  sources: { text: 'Sealed sources', href: link('sources/requests'), for: 'sources.decide' },
  retention: { text: 'Retention', href: link('retention/list'), for: 'retention.decide' },
  duty: { text: 'Duty', href: link('duty/roster'), for: 'roster.edit' },
  routing: { text: 'Routing', href: link('routing/rules'), for: 'rules.follow' },
  tasks: { text: 'Tasks', href: link('tasks/tasks'), for: 'tasks.work' },
  search: { text: 'Search', href: link('search'), for: 'triage.work' },
  high: { text: 'High submissions', href: link('high'), for: 'high.oversee' },
  significant: { text: 'Significant items', href: link('significant'), for: 'significant.read' },
  reporting: { text: 'Reporting', href: link('reporting/volumes'), for: 'figures.read' },
  figures: { text: 'Figures', href: link('reporting/published'), for: 'figures.follow' },
  plan: { text: 'Plan', href: link('plan/plan'), for: 'plan.follow' },
  organisations: {
    text: 'Organisations',
    href: link('administration/organisations'),
    for: 'organisations.read',
  },
  accounts: { text: 'Accounts', href: link('administration/accounts'), for: 'accounts.manage' },
  areas: { text: 'Areas', href: link('administration/areas'), for: 'areas.read' },
  formVersions: { text: 'Form versions', href: link('administration/form-versions'), for: 'forms.read' },
  retentionRules: {
    text: 'Retention',
    href: link('administration/retention'),
    for: 'retention.oversee',
  },
  settings: { text: 'Settings', href: link('administration/settings'), for: 'settings.manage' },
  jobs: { text: 'Jobs', href: link('administration/jobs'), for: 'jobs.oversee' },
  audit: { text: 'Audit', href: link('audit/trail'), for: 'audit.read' },
} as const satisfies Record<string, NavigationLink & { for: Permission }>;

export type SectionName = keyof typeof sections;

/** The sections that this person's permissions open. */
export function sectionsOf(actor: Actor | null): SectionLink[] {
  return heldSections(actor).map((name) => ({ name, text: sections[name].text, href: sections[name].href }));
}

/**
 * The menu of a page, with the section that its route names: of several the first that this person has. Who only writes
 * reports has these as their home.
 */
export function navigationOf(
  actor: Actor | null,
  pathname: string,
  section: SectionName | readonly SectionName[] = [],
): (NavigationLink & { current: boolean; active: boolean })[] {
  const held = heldSections(actor);
  const here = [section].flat().find((name) => held.includes(name));
  const marked = held.map((name) => ({
    text: sections[name].text,
    href: sections[name].href,
    current: pathname === sections[name].href,
    active: name === here,
  }));
  return !actor || onlyReports(actor)
    ? marked
    : [{ ...home, current: pathname === home.href, active: false }, ...marked];
}

const heldSections = (actor: Actor | null): SectionName[] =>
  actor ? (Object.keys(sections) as SectionName[]).filter((name) => may(actor, sections[name].for)) : [];
