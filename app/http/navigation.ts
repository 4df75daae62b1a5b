import { has, type Actor, type Role } from '#app/domain/actor.ts';
import { taskRoles } from '#app/domain/tasks/task-words.ts';

export type NavigationLink = { text: string; href: string };

/** Partner words are message keys; the frame translates them. */
const links: { text: string; href: string; for: readonly Role[] }[] = [
  { text: 'common.nav.reports', href: '/reports', for: ['reporter'] },
  { text: 'common.nav.organisation', href: '/organisation', for: ['partner_lead'] },
  { text: 'Queues', href: '/queues', for: ['fib_officer', 'fib_supervisor', 'spoc', 'area_lead'] },
  {
    text: 'Enter a report',
    href: '/submissions/new-for-partner',
    for: ['fib_officer', 'fib_supervisor', 'spoc'],
  },
  { text: 'Duty', href: '/duty', for: ['fib_officer', 'fib_supervisor', 'spoc'] },
  { text: 'Routing', href: '/routing', for: ['fib_officer', 'fib_supervisor'] },
  { text: 'Tasks', href: '/tasks', for: taskRoles },
  { text: 'Search', href: '/search', for: ['fib_officer', 'fib_supervisor', 'spoc'] },
  { text: 'Significant items', href: '/significant', for: ['mds_lead'] },
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
  { text: 'Form', href: '/administration/form-versions', for: ['administrator'] },
  { text: 'Audit', href: '/audit', for: ['auditor'] },
];

/** The sections that this person's roles open, in the order of the day. */
export function navigationOf(actor: Actor | null): NavigationLink[] {
  if (!actor) return [];
  return links.filter((link) => has(actor, ...link.for)).map(({ text, href }) => ({ text, href }));
}
