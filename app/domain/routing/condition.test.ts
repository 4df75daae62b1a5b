import { describe, expect, it } from 'vitest';
import { conditionFacts } from './facts.ts';
import { conditionSchema, holds, type Condition } from './condition.ts';
import { facts } from '#tests/factories/facts.ts';

const asked = conditionFacts(
  facts({
    danger: true,
    languages: [' Romanian '],
    largestPeopleEstimate: 10,
    channel: 'telephone',
    places: [
      { kind: 'area', area: 'BE', by: 'sector', written: 'b11 1aa', postcode: 'B11 1AA' },
      { kind: 'area', area: 'BE', by: 'district', written: 'B11', postcode: 'B11' },
      { kind: 'none', written: '', postcode: null },
    ],
  }),
);

describe('holds', () => {
  it.each<[Condition, boolean]>([
    [{ always: true }, true],
    [{ fact: 'danger', is: true }, true],
    [{ fact: 'danger', is: false }, false],
    [{ fact: 'severalAreas', is: false }, true],
    [{ fact: 'noPlace', is: false }, true],
    [{ fact: 'channel', in: ['paper', 'telephone'] }, true],
    [{ fact: 'channel', in: ['web'] }, false],
    [{ fact: 'languages', includesAny: ['polish', 'ROMANIAN'] }, true],
    [{ fact: 'languages', includesAny: ['roman'] }, false],
    [{ fact: 'areas', includesAny: ['BE'] }, true],
    [{ fact: 'largestPeopleEstimate', atLeast: 10 }, true],
    [{ fact: 'largestPeopleEstimate', atLeast: 11 }, false],
    [
      {
        all: [
          { fact: 'danger', is: true },
          { fact: 'ambiguous', is: true },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { fact: 'danger', is: true },
          { fact: 'ambiguous', is: true },
        ],
      },
      true,
    ],
    [{ not: { fact: 'danger', is: true } }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, asked)).toBe(expected);
    expect(conditionSchema.parse(condition)).toEqual(condition);
  });

  it('does not take an unknown number for a small one', () => {
    expect(holds({ fact: 'largestPeopleEstimate', atLeast: 1 }, conditionFacts(facts({})))).toBe(false);
  });
});

describe('conditionSchema', () => {
  it.each([
    {},
    { all: [] },
    { always: false },
    { fact: 'danger', in: ['yes'] },
    { fact: 'channel', is: true },
    { fact: 'channel', in: ['pigeon'] },
    { fact: 'places', includesAny: ['BE'] },
    { fact: 'sourceName', is: true },
    { fact: 'languages', includesAny: [] },
    { fact: 'danger', is: true, not: { always: true } },
  ])('refuses %j', (condition) => {
    expect(conditionSchema.safeParse(condition).success).toBe(false);
  });
});

describe('conditionFacts', () => {
  it('finds no place where no place has a postcode, and still a place given', () => {
    const nowhere = conditionFacts(facts({ places: [{ kind: 'none', written: '', postcode: null }] }));
    expect(nowhere).toMatchObject({ noPlace: true, placeGiven: true, areas: [] });
    expect(conditionFacts(facts({}))).toMatchObject({ noPlace: true, placeGiven: false });
  });
});
