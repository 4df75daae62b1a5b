import { describe, expect, it } from 'vitest';
import { relinked, type PastLink } from './relink.ts';
import { ruleSetSchema, type RuleSet } from './rules.ts';

type When = RuleSet['rules'][number]['when'];
const network: When = { fact: 'networkMember', is: true };
const danger: When = { fact: 'danger', is: true };
const rules = (version: number, when: When, planItems: string[], disseminated: string[] = ['D']): RuleSet =>
  ruleSetSchema.parse({
    version,
    rules: [
      { code: 'one', when, then: { planItems }, reason: 'One.' },
      { code: 'rest', when: { always: true }, then: { primary: { kind: 'fib' } }, reason: 'Rest.' },
    ],
    onDissemination: [{ code: 'sent', to: 'area', planItems: disseminated, reason: 'Sent.' }],
  });
const link = (more: Partial<PastLink> = {}): PastLink => ({
  id: 'link',
  item: 'A',
  rule: 'one',
  version: 1,
  ended: null,
  ...more,
});
const given = (item: string, rule = 'one') => ({ item, rule, reason: 'Why.' });
/** The items that are gained and lost. */
const changed = (before: RuleSet, after: RuleSet, gives: string[], links: PastLink[], rule = 'one') => {
  const { gains, losses } = relinked(
    { given: gives.map((item) => given(item, rule)), links, routedBy: before.version },
    after,
    new Map([before, after].map((set) => [set.version, set])),
  );
  return [gains.map(({ item }) => item), losses.map(({ item }) => item)];
};

describe('a changed rule', () => {
  it('gives what it links now and takes what it links no more', () => {
    const [before, after] = [rules(1, network, ['A']), rules(2, network, ['B'])];
    expect(changed(before, after, ['B'], [link()])).toEqual([['B'], ['A']]);
    expect(changed(before, rules(2, danger, ['A']), [], [link()])).toEqual([[], ['A']]);
    expect(
      changed(rules(1, network, ['A']), rules(2, network, ['A'], ['D', 'E']), ['E'], [], 'sent'),
    ).toEqual([['E'], []]);
  });

  it('leaves what another rule gives, and makes no link twice', () => {
    const [before, after] = [rules(1, network, ['A']), rules(2, danger, ['A'])];
    expect(changed(before, after, ['A'], [link()])).toEqual([[], []]);
  });

  it('leaves what somebody linked or took away by hand, and takes up what rules took away', () => {
    const [before, after] = [rules(1, network, ['A']), rules(2, network, ['B'])];
    expect(changed(before, after, [], [link({ rule: null })])).toEqual([[], []]);
    expect(changed(before, after, ['B'], [link({ item: 'B', ended: 'by_hand' })])).toEqual([[], []]);
    expect(changed(before, after, ['B'], [link({ item: 'B', ended: 'by_rules' })])).toEqual([['B'], []]);
  });
});

it('a rule that says what it said changes nothing, whatever it would decide today', () => {
  const [before, after] = [rules(1, network, ['A']), rules(2, network, ['A', 'B'])];
  // The partner has joined the network since, or has left it.
  expect(changed(before, after, ['A'], [])).toEqual([[], []]);
  expect(changed(before, after, [], [link()])).toEqual([[], []]);
});
