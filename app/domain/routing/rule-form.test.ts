import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { fieldsOfRule, isEditable, readRule, type ReadingRule, type RuleFields } from './rule-form.ts';
import { conditionWords, ruleName } from './rule-words.ts';
import { ruleSetSchema } from './rules.ts';
import { namesInForms } from './value-names.server.ts';
import { publishedDefinitions } from '#tests/factories/published-forms.ts';

const pack = await readForcePack(
  fileURLToPath(new URL('../../../prisma/packs/west-midlands-2015/', import.meta.url)),
);
const names = {
  areas: Object.fromEntries(pack.areas.map(({ code, name }) => [code, name])),
  ...namesInForms(publishedDefinitions),
};
const reading: ReadingRule = { existing: null, isLast: false, taken: [], names };
const given: RuleFields = {
  name: ['Vans at night'],
  reason: ['A vehicle was reported before. {queue} looks.'],
  join: ['all'],
  'fact-repeatVehicle': ['yes'],
  'fact-danger': ['no'],
  primary: ['force_spoc'],
};
const errorsOf = (changes: RuleFields, how = reading) => {
  const read = readRule({ ...given, ...changes }, how);
  return 'errors' in read ? read.errors : {};
};

describe('the form of a rule', () => {
  it('gives back every rule of the pack as it was', () => {
    pack.routing.rules.forEach((rule, index) => {
      const isLast = index === pack.routing.rules.length - 1;
      const fields = { ...fieldsOfRule(rule, names), name: [ruleName(rule)] };
      expect(readRule(fields, { existing: rule, isLast, taken: [], names })).toEqual({
        rule: { ...rule, name: ruleName(rule) },
      });
    });
    expect(pack.routing.rules.filter(({ when }) => !isEditable(when)).map(({ code }) => code)).toEqual([
      'no-place',
      'unknown-postcode',
      'everything-else',
    ]);
  });

  it('reads each kind of fact', () => {
    const read = readRule(
      {
        ...given,
        join: ['any'],
        'fact-channel': ['web', 'smoke'],
        'fact-areas': ['BE', 'COV'],
        'fact-languages': ['Romanian, pl'],
        'fact-largestPeopleEstimate': ['12'],
        watchers: ['area', 'nowhere'],
        priority: ['medium'],
        planItems: ['Pursue 1\nPCC 1.4.1, Pursue 1'],
      },
      { ...reading, taken: ['vans-at-night'] },
    );
    expect(read).toEqual({
      rule: {
        code: 'vans-at-night-2',
        name: 'Vans at night',
        reason: 'A vehicle was reported before. {queue} looks.',
        when: {
          any: [
            { fact: 'danger', is: false },
            { fact: 'repeatVehicle', is: true },
            { fact: 'channel', in: ['web'] },
            { fact: 'languages', includesAny: ['ro', 'pl'] },
            { fact: 'areas', includesAny: ['BE', 'COV'] },
            { fact: 'largestPeopleEstimate', atLeast: 12 },
          ],
        },
        then: {
          primary: { kind: 'force_spoc' },
          watchers: [{ kind: 'area', of: 'place' }],
          priority: 'medium',
          planItems: ['Pursue 1', 'PCC 1.4.1'],
        },
      },
    });
    expect(ruleSetSchema.shape.rules.safeParse('rule' in read ? [read.rule] : []).error?.issues).toHaveLength(
      1,
    );
  });

  it.each<[string, RuleFields, string]>([
    ['no name', { name: [' '] }, 'name'],
    ['a name too long', { name: ['x'.repeat(81)] }, 'name'],
    ['no reason', { reason: [''] }, 'reason'],
    ['an unknown placeholder', { reason: ['{source} said so'] }, 'reason'],
    ['no condition', { 'fact-repeatVehicle': [], 'fact-danger': [''] }, 'join'],
    ['no effect', { primary: ['none'] }, 'primary'],
    ['half a person', { 'fact-largestPeopleEstimate': ['1.5'] }, 'fact-largestPeopleEstimate'],
    ['a language nobody knows', { 'fact-languages': ['Klingon'] }, 'fact-languages'],
  ])('says what is wrong with %s', (_, changes, field) => {
    expect(Object.keys(errorsOf(changes))).toEqual([field]);
  });

  it('keeps the last rule a rule that always applies, with a queue that always exists', () => {
    const existing = pack.routing.rules.at(-1) ?? null;
    const last = { ...reading, existing, isLast: true };
    expect(Object.keys(errorsOf({ primary: ['area'] }, last))).toEqual(['primary']);
    expect(readRule(given, last)).toMatchObject({
      rule: { code: 'everything-else', when: { always: true } },
    });
  });

  it('keeps a condition that it cannot take apart, until another is written', () => {
    const existing = pack.routing.rules.find(({ code }) => code === 'no-place') ?? null;
    const how = { ...reading, existing };
    expect(readRule({ ...given, condition: ['keep'] }, how)).toMatchObject({
      rule: { when: existing?.when },
    });
    expect(readRule({ ...given, condition: ['write'] }, how)).toMatchObject({
      rule: {
        when: {
          all: [
            { fact: 'danger', is: false },
            { fact: 'repeatVehicle', is: true },
          ],
        },
      },
    });
  });
});

describe('a condition in words', () => {
  it('says what is negated the other way round', () => {
    const rule = pack.routing.rules.find(({ code }) => code === 'no-place');
    expect(rule && conditionWords(rule.when, names)).toEqual({
      of: 'all',
      parts: [
        'no place has a postcode',
        { of: 'any', parts: ['it is not on behalf of a victim', 'no victim wants police contact'] },
      ],
    });
  });

  it('names values, not codes', () => {
    expect(conditionWords({ not: { fact: 'areas', includesAny: ['BE'] } }, names)).toBe(
      'the area of a place is not Birmingham East',
    );
    expect(conditionWords({ fact: 'languages', includesAny: ['ro', 'pl'] }, names)).toBe(
      'the language of the people described is one of: Romanian, Polish',
    );
    expect(conditionWords({ fact: 'sourceCouldBeGuessed', in: ['yes', 'unsure'] }, names)).toBe(
      'the answer to “could someone guess who told us?” is “yes” or “unsure”',
    );
  });
});
