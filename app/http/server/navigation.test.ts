import { describe, expect, it } from 'vitest';
import { roleNames, roles, type Actor, type Role } from '#app/domain/kernel/actor.ts';
import { home } from '#app/messages/en/home.ts';
import { aboutKey, navigationOf, sectionsOf } from './navigation.ts';

const actor = (...held: Role[]): Actor => ({
  accountId: 'a',
  displayName: 'A',
  side: roles[held[0] ?? 'auditor'].side,
  organisationId: null,
  roles: held.map((role) => ({ role, areaId: null })),
  sessionId: null,
});
const marked = (who: Actor, pathname: string) =>
  navigationOf(who, pathname)
    .filter(({ current, active }) => current || active)
    .map(({ text }) => text);

describe('the menu', () => {
  it('begins with the home page, but for who only writes reports', () => {
    expect(navigationOf(actor('auditor'), '/audit')[0]?.href).toBe('/');
    expect(navigationOf(actor('reporter', 'partner_lead'), '/reports')[0]?.href).toBe('/');
    expect(navigationOf(actor('reporter'), '/reports')[0]?.href).toBe('/reports');
    expect(navigationOf(null, '/sign-in')).toEqual([]);
    expect(marked(actor('auditor'), '/')).toEqual(['common.nav.home']);
    expect(marked(actor('auditor'), '/audit')).toEqual(['Audit']);
  });
  it.each(['/submissions/1', '/items/1/grade', '/approvals', '/disseminations', '/queues/fib'])(
    'marks Queues on %s, and for the MDS lead what they have instead',
    (pathname) => {
      expect(marked(actor('fib_officer'), pathname)).toEqual(['Queues']);
      if (!pathname.startsWith('/queues'))
        expect(marked(actor('mds_lead'), pathname)).toEqual(['Significant items']);
    },
  );
  it('marks the section that names a page most closely, and one only', () => {
    expect(marked(actor('spoc'), '/submissions/new-for-partner')).toEqual(['Enter a report']);
    expect(marked(actor('spoc', 'mds_lead'), '/reporting/published')).toEqual(['Figures']);
    expect(marked(actor('mds_lead'), '/reporting/events/1')).toEqual(['Reporting']);
    expect(marked(actor('mds_lead'), '/reportings')).toEqual([]);
  });

  it('has a sentence on the first page for each section', () => {
    const sections = sectionsOf(actor(...roleNames)).map(({ href }) => aboutKey(href));
    expect(sections.length).toBeGreaterThan(10);
    expect(Object.keys(home.about)).toEqual(expect.arrayContaining(sections));
  });
});
