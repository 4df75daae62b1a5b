import { describe, expect, it } from 'vitest';
import { facts } from '#tests/factories/facts.ts';
import type { PlaceResolution } from './postcode.ts';
import type { RoutingQueue } from '../force/force-queues.server.ts';
import { route } from './route.ts';
import { disseminationLinks, linkedPlanItems, ruleSetSchema } from './rules.ts';

const queues: RoutingQueue[] = [
  { code: 'fib', name: 'Bureau', kind: 'fib', area: null },
  { code: 'force', name: 'Force SPOC', kind: 'force_spoc', area: null },
  { code: 'north', name: 'North SPOC', kind: 'area', area: { code: 'N', name: 'North' } },
  { code: 'south', name: 'South SPOC', kind: 'area', area: { code: 'S', name: 'South' } },
];

const place = (area: string): PlaceResolution => ({
  kind: 'area',
  area,
  by: 'sector',
  written: 'x',
  postcode: 'X1 1',
});

const otherwise = {
  code: 'otherwise',
  when: { always: true },
  then: { primary: { kind: 'fib' } },
  reason: 'Rest',
};
const toArea = {
  code: 'to-area',
  when: { fact: 'onBehalfOfVictim', is: true },
  then: { primary: { kind: 'area', of: 'place' }, priority: 'medium', planItems: ['A', 'B'] },
  reason: 'For {areas} by {queue}.',
};
const watched = {
  code: 'watched',
  when: { fact: 'placeGiven', is: true },
  then: {
    watchers: [{ kind: 'area', of: 'place' }, { kind: 'fib' }],
    notify: ['mds_lead', 'duty_list'],
    planItems: ['B', 'C'],
  },
  reason: 'Watched in {areas}',
};
const secret = {
  code: 'secret',
  when: { fact: 'repeatVehicle', is: true },
  then: { restrict: true },
  reason: 'Restricted to {queue}',
};

const ruleSet = (...rules: unknown[]) =>
  ruleSetSchema.parse({ version: 3, rules: [...rules, otherwise], onDissemination: [] });

describe('route', () => {
  it('takes the first primary and the effects of every match', () => {
    const decision = route(
      facts({ onBehalfOfVictim: true, places: [place('N')] }),
      ruleSet(watched, toArea, {
        ...toArea,
        code: 'second',
        then: { primary: { kind: 'force_spoc' }, priority: 'low' },
      }),
      queues,
    );
    expect(decision).toEqual({
      ruleSetVersion: 3,
      primaryQueue: 'north',
      primaryRule: 'to-area',
      reason: 'For North by North SPOC.',
      matched: [
        { code: 'watched', reason: 'Watched in North' },
        { code: 'to-area', reason: 'For North by North SPOC.' },
        { code: 'second', reason: 'For North by North SPOC.' },
      ],
      watchers: [{ queue: 'fib', rule: 'watched', reason: 'Watched in North' }],
      priority: 'medium',
      restricted: false,
      planItems: [
        { item: 'B', rule: 'watched', reason: 'Watched in North' },
        { item: 'C', rule: 'watched', reason: 'Watched in North' },
        { item: 'A', rule: 'to-area', reason: 'For North by North SPOC.' },
      ],
      notify: ['mds_lead', 'duty_list'],
      area: 'N',
      candidates: [],
    });
  });

  it('lets every area of the places watch', () => {
    const decision = route(facts({ places: [place('N'), place('S'), place('N')] }), ruleSet(watched), queues);
    expect(decision.watchers.map(({ queue }) => queue)).toEqual(['north', 'south']);
    expect(decision).toMatchObject({
      primaryQueue: 'fib',
      primaryRule: 'otherwise',
      area: null,
      priority: 'low',
    });
  });

  it('lets restriction win over primary, watchers and notices, wherever the rule stands', () => {
    const decision = route(
      facts({ onBehalfOfVictim: true, repeatVehicle: true, places: [place('N')] }),
      ruleSet(toArea, watched, secret),
      queues,
    );
    expect(decision).toMatchObject({
      primaryQueue: 'fib',
      primaryRule: 'secret',
      reason: 'Restricted to Bureau',
      restricted: true,
      watchers: [],
      notify: ['duty_list'],
    });
    expect(decision.planItems.map(({ item }) => item)).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['no area', []],
    ['several areas', [place('N'), place('S')]],
    ['an area without a queue', [place('Z')]],
  ])('gives FIB what a rule sends to the area, with %s', (_, places) => {
    const decision = route(facts({ onBehalfOfVictim: true, places }), ruleSet(toArea), queues);
    expect(decision).toMatchObject({ primaryQueue: 'fib', primaryRule: 'to-area' });
    expect(decision.reason).toContain('Bureau holds it.');
  });

  it('asks the last rule only where nothing else has placed it', () => {
    const codes = (onBehalfOfVictim: boolean) =>
      route(facts({ onBehalfOfVictim, places: [place('S')] }), ruleSet(toArea), queues).matched.map(
        ({ code }) => code,
      );
    expect(codes(true)).toEqual(['to-area']);
    expect(codes(false)).toEqual(['otherwise']);
  });

  it('fills the reason and never repeats a postcode that cannot be read', () => {
    const reason = 'A: {ambiguous}. O: {outside}. U: {unknown}. P: {people}. Q: {queue}. R: {areas}.';
    const rules = ruleSet({ ...toArea, then: { primary: { kind: 'fib' } }, reason });
    const written = { written: 'x', postcode: 'X1' };
    const decision = route(
      facts({
        onBehalfOfVictim: true,
        largestPeopleEstimate: 12,
        places: [
          place('N'),
          place('S'),
          {
            ...written,
            kind: 'ambiguous',
            candidates: [
              { area: 'N', share: 0.637 },
              { force: 'Example Police', share: 0.363 },
            ],
          },
          { ...written, postcode: 'X2', kind: 'out_of_force', force: null, by: 'district' },
          { ...written, postcode: 'X3', kind: 'out_of_force', force: 'Example Police', by: 'district' },
          { written: 'Sam told me', postcode: null, kind: 'unknown_postcode' },
        ],
      }),
      rules,
      queues,
    );
    expect(decision.reason).toBe(
      'A: X1 (North 64%, Example Police 36%). O: X2 (another force) and X3 (Example Police). ' +
        'U: a postcode that cannot be read. P: 12. Q: Bureau. R: North and South.',
    );
    expect(JSON.stringify(decision)).not.toContain('Sam');
    expect(decision.candidates).toEqual([
      { area: 'N', share: 0.637 },
      { force: 'Example Police', share: 0.363 },
    ]);
  });

  it('refuses to route without an FIB queue', () => {
    expect(() => route(facts({}), ruleSet(), queues.slice(1))).toThrow('fib');
  });
});

describe('ruleSetSchema', () => {
  const accepts = (rules: unknown[], onDissemination: unknown[] = []) =>
    ruleSetSchema.safeParse({ version: 1, rules, onDissemination }).success;

  it('accepts rules that end in a catch-all', () => {
    expect(accepts([toArea, otherwise])).toBe(true);
  });

  it.each([
    ['no rules', []],
    ['no catch-all', [toArea]],
    ['a catch-all before the end', [{ ...otherwise, code: 'early' }, otherwise]],
    ['a catch-all without a primary', [{ ...otherwise, then: { priority: 'low' } }]],
    ['a catch-all that needs an area', [{ ...otherwise, then: { primary: { kind: 'area', of: 'place' } } }]],
    ['the same code twice', [toArea, toArea, otherwise]],
    ['a rule without effects', [{ ...toArea, then: {} }, otherwise]],
    ['a placeholder that does not exist', [{ ...toArea, reason: '{source}' }, otherwise]],
    ['an empty reason', [{ ...toArea, reason: ' ' }, otherwise]],
    ['an unknown effect', [{ ...toArea, then: { ...toArea.then, delete: true } }, otherwise]],
    ['a queue that does not exist', [{ ...toArea, then: { primary: { kind: 'mailbox' } } }, otherwise]],
  ])('refuses %s', (_, rules) => {
    expect(accepts(rules)).toBe(false);
  });

  it('refuses a dissemination rule with the code of a routing rule', () => {
    const link = { code: 'to-area', to: 'area', planItems: ['A'], reason: 'Out' };
    expect(accepts([toArea, otherwise], [link])).toBe(false);
    expect(accepts([toArea, otherwise], [{ ...link, code: 'out' }])).toBe(true);
  });
});

it('names every plan item once, and those of a dissemination', () => {
  const rules = ruleSetSchema.parse({
    version: 1,
    rules: [toArea, watched, otherwise],
    onDissemination: [
      { code: 'out', to: 'area', planItems: ['C', 'D'], reason: 'Out' },
      { code: 'again', to: 'area', planItems: ['D'], reason: 'Again' },
    ],
  });
  expect(linkedPlanItems(rules)).toEqual(['A', 'B', 'C', 'D']);
  expect(disseminationLinks(rules, 'area')).toEqual([
    { item: 'C', rule: 'out', reason: 'Out' },
    { item: 'D', rule: 'out', reason: 'Out' },
  ]);
  expect(disseminationLinks(rules, 'fib')).toEqual([]);
});
