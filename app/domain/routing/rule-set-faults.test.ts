import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionFacts, type Facts } from './facts.ts';
import { planItems } from '#app/domain/plan/plan-pack-items.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { anyFacts } from '#tests/factories/facts.ts';
import { holds, type Condition } from './condition.ts';
import type { RoutingQueue } from '../force/force-queues.server.ts';
import { route } from './route.ts';
import { ruleSetFaults } from './rule-set-faults.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

const pack = await readForcePack(
  fileURLToPath(new URL('../../../prisma/packs/west-midlands-2015/', import.meta.url)),
);
const areas = ['N', 'S'];
const known = { areas, planItems: ['A'] };
const queues: RoutingQueue[] = [
  { code: 'fib', name: 'Bureau', kind: 'fib', area: null },
  { code: 'force', name: 'Force SPOC', kind: 'force_spoc', area: null },
  { code: 'north', name: 'North SPOC', kind: 'area', area: { code: 'N', name: 'North' } },
  { code: 'south', name: 'South SPOC', kind: 'area', area: { code: 'S', name: 'South' } },
];

const rule = (code: string, when: unknown, then: unknown) => ({ code, when, then, reason: 'So.' });
const safe = [
  rule(
    'danger',
    {
      any: [
        { fact: 'danger', is: true },
        { fact: 'childInDanger', is: true },
      ],
    },
    { primary: { kind: 'fib' }, priority: 'high', notify: ['duty_list'] },
  ),
  rule('secret', { fact: 'sourceCouldBeGuessed', in: ['yes', 'unsure'] }, { restrict: true }),
];
const otherwise = rule('otherwise', { always: true }, { primary: { kind: 'fib' } });
const toForce = (when: unknown, code = 'moved') => rule(code, when, { primary: { kind: 'force_spoc' } });
const set = (...rules: unknown[]): RuleSet =>
  ruleSetSchema.parse({ version: 1, rules: [...rules, otherwise], onDissemination: [] });
const faultsOf = (...rules: unknown[]) => ruleSetFaults(set(...rules), known);

describe('the faults of a set of rules', () => {
  it('are none for the rules of the pack', () => {
    const codes = planItems(pack.plan).map(({ code }) => code);
    const force = { areas: pack.areas.map(({ code }) => code), planItems: codes };
    expect(ruleSetFaults(pack.routing, force)).toEqual([]);
  });

  it('are none for the least that is safe', () => {
    expect(faultsOf(...safe)).toEqual([]);
  });

  it.each<[string, unknown]>([
    [
      'a fact and its opposite',
      {
        all: [
          { fact: 'repeatVehicle', is: true },
          { fact: 'repeatVehicle', is: false },
        ],
      },
    ],
    [
      'no place and a place in an area',
      {
        all: [
          { fact: 'noPlace', is: true },
          { fact: 'areas', includesAny: ['N'] },
        ],
      },
    ],
    [
      'a wish without a victim',
      {
        all: [
          { fact: 'victimWantsContact', is: true },
          { fact: 'onBehalfOfVictim', is: false },
        ],
      },
    ],
    [
      'several areas of one',
      { all: [{ fact: 'severalAreas', is: true }, { not: { fact: 'areas', includesAny: ['N'] } }] },
    ],
    [
      'a type that is not given',
      {
        all: [
          { fact: 'exploitationTypes', includesAny: ['labour'] },
          { fact: 'typeGiven', is: false },
        ],
      },
    ],
    [
      'not ten and twenty people',
      {
        all: [
          { fact: 'largestPeopleEstimate', atLeast: 20 },
          { not: { fact: 'largestPeopleEstimate', atLeast: 10 } },
        ],
      },
    ],
  ])('name a rule that no submission can fulfil: %s', (_, when) => {
    expect(faultsOf(...safe, rule('never', when, { priority: 'low' }))).toEqual([
      { rule: 'never', text: expect.stringContaining('No submission') as string },
    ]);
  });

  it('name a rule whose queue an earlier rule always takes, wherever the same is said otherwise', () => {
    const wide = toForce(
      {
        any: [
          { fact: 'channel', in: ['web', 'paper'] },
          { fact: 'repeatVehicle', is: true },
        ],
      },
      'wide',
    );
    const narrow = toForce({
      all: [{ not: { fact: 'channel', in: ['telephone'] } }, { fact: 'danger', is: false }],
    });
    expect(faultsOf(...safe, wide, narrow)).toEqual([
      { rule: 'moved', text: expect.stringContaining('never decides') as string },
    ]);
    expect(faultsOf(...safe, narrow, wide)).toEqual([]);
  });

  it('name the last rule where nothing is left for it', () => {
    const [yes, no] = [true, false].map((is) => toForce({ fact: 'networkMember', is }, `member-${is}`));
    expect(faultsOf(...safe, yes, no)).toEqual([
      { rule: 'otherwise', text: expect.stringContaining('never reached') as string },
    ]);
  });

  it('refuse what would let danger wait', () => {
    const [danger, secret] = safe;
    const less = (then: unknown) => faultsOf({ ...danger, then }, secret).map(({ text }) => text);
    expect(less({ primary: { kind: 'fib' }, priority: 'medium' })).toEqual([
      expect.stringContaining('not always be High'),
      expect.stringContaining('duty list would not always'),
    ]);
    expect(less({ primary: { kind: 'force_spoc' }, priority: 'high', notify: ['duty_list'] })).toEqual([
      expect.stringContaining('away from FIB'),
    ]);
    expect(faultsOf(toForce({ fact: 'channel', in: ['paper'] }), ...safe)).toEqual([
      { rule: 'moved', text: expect.stringContaining('away from FIB') as string },
    ]);
    expect(
      faultsOf({ ...danger, when: { fact: 'danger', is: true } }, secret).map(({ text }) => text),
    ).toEqual([expect.stringContaining('not always be High'), expect.stringContaining('duty list')]);
  });

  it('refuse what would show a source who could be guessed', () => {
    const [danger] = safe;
    const half = rule('secret', { fact: 'sourceCouldBeGuessed', in: ['yes'] }, { restrict: true });
    expect(faultsOf(danger, half)).toEqual([
      { rule: null, text: expect.stringContaining('not always be restricted') as string },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['a restricted queue elsewhere', { restrict: true, primary: { kind: 'force_spoc' } }, 'stays with FIB'],
    [
      'watchers of what is restricted',
      { restrict: true, watchers: [{ kind: 'force_spoc' }] },
      'Nobody watches',
    ],
    ['a notice of what is not High', { notify: ['duty_list'] }, 'High submissions only'],
    ['a plan item that is not there', { planItems: ['B'] }, 'no item “B”'],
  ])('refuse %s', (_, then, words) => {
    expect(faultsOf(...safe, rule('odd', { fact: 'repeatVehicle', is: true }, then))).toContainEqual({
      rule: 'odd',
      text: expect.stringContaining(words) as string,
    });
  });

  it('refuse an area that the force does not have', () => {
    const odd = rule('odd', { not: { fact: 'areas', includesAny: ['X'] } }, { priority: 'low' });
    expect(faultsOf(...safe, odd)).toEqual([{ rule: 'odd', text: 'The force has no area “X”' }]);
  });
});

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(
      'repeatVehicle',
      'onBehalfOfVictim',
      'victimWantsContact',
      'noPlace',
      'severalAreas',
      'danger',
    ),
    is: fc.boolean(),
  }) as fc.Arbitrary<Condition>,
  fc.constantFrom<Condition>(
    { fact: 'channel', in: ['web'] },
    { fact: 'areas', includesAny: ['N'] },
    { fact: 'areas', includesAny: ['N', 'S'] },
    { fact: 'largestPeopleEstimate', atLeast: 10 },
    { fact: 'sourceCouldBeGuessed', in: ['yes'] },
  ),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

/** As `deriveFacts` gives them: who wants contact is somebody, and a type that is named is given. */
const derived = (given: Facts): Facts => ({
  ...given,
  victimWantsContact: given.victimWantsContact && given.onBehalfOfVictim,
  typeGiven: given.exploitationTypes.length > 0,
});

describe('any rules that have no fault', () => {
  const samples = fc.sample(anyFacts(areas).map(derived), { numRuns: 1500, seed: 20 }).map(conditionFacts);

  it('give any submission one primary queue, keep danger High with FIB, and restrict what could be guessed', () => {
    const codes = queues.map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(condition, fc.constantFrom('fib', 'force_spoc', 'area_or_force_spoc', null)), {
          maxLength: 4,
        }),
        fc.nat({ max: 4 }),
        anyFacts(areas).map(derived),
        (drawn, at, given) => {
          const own = drawn.map(([when, kind], index) =>
            rule(`r-${index}`, when, kind === null ? { priority: 'medium' } : { primary: { kind } }),
          );
          const rules = set(...own.slice(0, at), ...safe, ...own.slice(at));
          const decision = route(given, rules, queues);
          expect(codes.filter((code) => code === decision.primaryQueue)).toHaveLength(1);
          if (ruleSetFaults(rules, known).length > 0) return;
          if (given.danger || given.childInDanger)
            expect(decision).toMatchObject({ primaryQueue: 'fib', priority: 'high', notify: ['duty_list'] });
          if (given.sourceCouldBeGuessed !== 'no')
            expect(decision).toMatchObject({ primaryQueue: 'fib', restricted: true, watchers: [] });
        },
      ),
      { numRuns: 200, seed: 12 },
    );
  });

  it('hold no rule that many submissions never reach, and call none unreachable that one reaches', () => {
    fc.assert(
      fc.property(condition, condition, (one, other) => {
        const rules = set(...safe, toForce(one, 'one'), toForce(other, 'other'));
        const named = new Set(
          ruleSetFaults(rules, known).flatMap((fault) =>
            /never|No submission/.test(fault.text) && fault.rule !== null ? [fault.rule] : [],
          ),
        );
        const reached = new Set(
          samples.map((asked) => {
            return rules.rules.find(({ when, then }) => then.primary && holds(when, asked))?.code ?? '';
          }),
        );
        expect(['one', 'other'].filter((code) => named.has(code) === reached.has(code))).toEqual([]);
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
