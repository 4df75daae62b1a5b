import { expect, test } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { areasOf, has, isForceSpoc, isRole, roleNames, roles, type Actor, type HeldRole } from './actor.ts';

const holding = (...held: HeldRole[]): Actor => ({
  accountId: 'a1' as Id<'Account'>,
  displayName: 'Invented Officer',
  side: 'police',
  organisationId: null,
  roles: held,
  sessionId: null,
});

test('an actor has a role in whichever area it is held', () => {
  const actor = holding({ role: 'spoc', areaId: 'east' as Id<'Area'> });
  expect(has(actor, 'spoc')).toBe(true);
  expect(has(actor, 'fib_officer', 'spoc')).toBe(true);
  expect(has(actor, 'fib_officer', 'fib_supervisor')).toBe(false);
  expect(has(actor)).toBe(false);
});

test('the areas of a role are its own, each once', () => {
  const actor = holding(
    { role: 'spoc', areaId: 'east' as Id<'Area'> },
    { role: 'spoc', areaId: 'east' as Id<'Area'> },
    { role: 'spoc', areaId: 'west' as Id<'Area'> },
    { role: 'area_lead', areaId: 'north' as Id<'Area'> },
  );
  expect(areasOf(actor, 'spoc')).toEqual(['east', 'west']);
  expect(areasOf(actor, 'area_lead')).toEqual(['north']);
  expect(areasOf(actor, 'mds_lead')).toEqual([]);
});

test('only a SPOC without an area is the force SPOC', () => {
  expect(isForceSpoc(holding({ role: 'spoc', areaId: null }))).toBe(true);
  expect(isForceSpoc(holding({ role: 'spoc', areaId: 'east' as Id<'Area'> }))).toBe(false);
  expect(isForceSpoc(holding({ role: 'area_lead', areaId: null }))).toBe(false);
  expect(areasOf(holding({ role: 'spoc', areaId: null }), 'spoc')).toEqual([]);
});

test('every role has words, and a name from outside is a role only if it is listed', () => {
  expect(roleNames).toHaveLength(11);
  expect(new Set(roleNames.map((role) => roles[role].label)).size).toBe(11);
  expect(isRole('spoc')).toBe(true);
  expect(isRole('toString')).toBe(false);
});
