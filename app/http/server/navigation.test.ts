import { describe, expect, it } from 'vitest';
import { roles, type Actor, type Role } from '#app/domain/kernel/actor.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { navigationOf } from './navigation.ts';

const actor = (...held: Role[]): Actor => ({
  accountId: 'a' as Id<'Account'>,
  displayName: 'A',
  side: roles[held[0] ?? 'auditor'].side,
  organisationId: null,
  roles: held.map((role) => ({ role, areaId: null })),
  sessionId: null,
});
const marked = (who: Actor, pathname: string, section: Parameters<typeof navigationOf>[2] = []) =>
  navigationOf(who, pathname, section)
    .filter(({ current, active }) => current || active)
    .map(({ text }) => text);

describe('the menu', () => {
  it('begins with the home page, but for who only writes reports', () => {
    expect(navigationOf(actor('auditor'), '/audit')[0]?.href).toBe('/');
    expect(navigationOf(actor('reporter', 'partner_lead'), '/reports')[0]?.href).toBe('/');
    expect(navigationOf(actor('reporter'), '/reports')[0]?.href).toBe('/reports');
    expect(navigationOf(null, '/sign-in')).toEqual([]);
    expect(marked(actor('auditor'), '/')).toEqual(['Home']);
    expect(marked(actor('auditor'), '/audit', 'audit')).toEqual(['Audit']);
  });
  it('marks of several sections the first that somebody has, and one only', () => {
    const sections = ['queues', 'significant'] as const;
    expect(marked(actor('fib_officer'), '/items/1', sections)).toEqual(['Queues']);
    expect(marked(actor('mds_lead'), '/items/1', sections)).toEqual(['Significant items']);
    expect(marked(actor('mds_lead', 'fib_officer'), '/items/1', sections)).toEqual(['Queues']);
    expect(marked(actor('auditor'), '/items/1', sections)).toEqual([]);
  });
  it('marks nothing on a page of no section', () => {
    expect(marked(actor('mds_lead'), '/help')).toEqual([]);
  });
});
