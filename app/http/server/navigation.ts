import { has, type Actor, type Role } from '#app/domain/kernel/actor.ts';
import { taskRoles } from '#app/domain/kernel/actor.ts';

export type NavigationLink = { text: string; href: string };

const home: NavigationLink = { text: 'common.nav.home', href: '/' };

/** What hangs on a report or on an item that was sent: reached from a list, and a part of the list's section. */
const onReports = ['/submissions', '/items', '/approvals', '/disseminations'];

type Section = NavigationLink & {
  for: readonly Role[];
  /** Where else pages of this section are. */
  also?: readonly string[];
};

/** Partner words are message keys; the frame translates them. */
const sections: Section[] = [
  { text: 'common.nav.reports', href: '/reports', for: ['reporter'] },
  { text: 'common.nav.organisation', href: '/organisation', for: ['partner_lead'] },
  {
    text: 'Queues',
    href: '/queues',
    for: ['fib_officer', 'fib_supervisor', 'spoc', 'area_lead'],
    also: onReports,
  },
  {
    text: 'Enter a report',
    href: '/submissions/new-for-partner',
    for: ['fib_officer', 'fib_supervisor', 'spoc'],
  },
  { text: 'Duty', href: '/duty', for: ['fib_officer', 'fib_supervisor', 'spoc'] },
  { text: 'Routing', href: '/routing', for: ['fib_officer', 'fib_supervisor'] },
  { text: 'Tasks', href: '/tasks', for: taskRoles },
  { text: 'Search', href: '/search', for: ['fib_officer', 'fib_supervisor', 'spoc'] },
  { text: 'High submissions', href: '/high', for: ['mds_lead'] },
  { text: 'Significant items', href: '/significant', for: ['mds_lead'], also: onReports },
  { text: 'Reporting', href: '/reporting', for: ['mds_lead', 'fib_supervisor'] },
  {
    text: 'Figures',
    href: '/reporting/published',
    for: ['area_lead', 'spoc', 'plan_contributor'],
  },
  {
    text: 'Plan',
    href: '/plan',
    for: ['mds_lead', 'plan_contributor', 'fib_officer', 'fib_supervisor', 'spoc', 'area_lead'],
  },
  { text: 'Organisations', href: '/administration/organisations', for: ['administrator'] },
  { text: 'Accounts', href: '/administration/accounts', for: ['administrator'] },
  { text: 'Areas', href: '/administration/areas', for: ['administrator'] },
  { text: 'Form versions', href: '/administration/form-versions', for: ['administrator'] },
  { text: 'Audit', href: '/audit', for: ['auditor'] },
];

/** The sections that this person's roles open, in the order of the day. */
export function sectionsOf(actor: Actor | null): NavigationLink[] {
  return heldSections(actor).map(({ text, href }) => ({ text, href }));
}

/**
 * The menu, with the section in which a page is. What lies in several is marked in the one that names it most closely.
 * Who only writes reports has these as their home.
 */
export function navigationOf(
  actor: Actor | null,
  pathname: string,
): (NavigationLink & { current: boolean; active: boolean })[] {
  const held = heldSections(actor);
  const here = held
    .map((section) => ({ section, fit: Math.max(...placesOf(section).map((at) => fitOf(at, pathname))) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)[0]?.section;
  const marked = held.map((section) => ({
    text: section.text,
    href: section.href,
    current: pathname === section.href,
    active: section === here,
  }));
  const onlyReports = actor?.roles.length === 1 && has(actor, 'reporter');
  return !actor || onlyReports ? marked : [{ ...home, current: pathname === '/', active: false }, ...marked];
}

const heldSections = (actor: Actor | null): Section[] =>
  actor ? sections.filter((section) => has(actor, ...section.for)) : [];

const placesOf = ({ href, also = [] }: Section) => [href, ...also];

/** How much of an address a place names; 0 where the address is not below it. */
const fitOf = (place: string, pathname: string) =>
  pathname === place || pathname.startsWith(`${place}/`) ? place.length : 0;

/** The end of the message key `home.about.` that says what the section at this address is for. */
export const aboutKey = (href: string): string => href.slice(1).replaceAll('/', '-');
