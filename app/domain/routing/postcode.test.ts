import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostcode } from '../kernel/postcode-reading.ts';
import { forceDay, isValidOn, postcodeRulesOf, type PostcodeRule } from '../kernel/postcode-rules.ts';
import { postcodeCodes, resolvePostcode } from './postcode.ts';

const open = { validFrom: '2010-04-01', validTo: null };
const on = new Date('2016-01-18T09:00:00Z');

function rule(scope: PostcodeRule['scope'], code: string, shares: Record<string, number>): PostcodeRule {
  const [primary = '', primaryShare = 0] = Object.entries(shares).sort(([, a], [, b]) => b - a)[0] ?? [];
  return { scope, code, primary, primaryShare, shares, ...open };
}

const rules = postcodeRulesOf([
  rule('district', 'ZA1', { NORTH: 0.637, SOUTH: 0.263, 'OUT:Example Police': 0.1 }),
  rule('district', 'ZA2', { NORTH: 0.95, SOUTH: 0.05 }),
  rule('district', 'ZA3', { 'OUT:Example Police': 0.97, NORTH: 0.03 }),
  rule('district', 'ZA4', { OUT: 0.6, NORTH: 0.4 }),
  rule('sector', 'ZA1 1', { NORTH: 1 }),
  rule('sector', 'ZA1 2', { SOUTH: 0.52, 'OUT:Example Police': 0.48 }),
  rule('sector', 'ZA3 1', { 'OUT:Example Police': 0.51, NORTH: 0.49 }),
  rule('sector', 'ZA3 2', { 'OUT:Example Police': 0.51, 'OUT:Sample Police': 0.2, NORTH: 0.29 }),
  rule('sector', 'ZB1 2', { SOUTH: 1 }),
  rule('unit', 'ZA1 1AA', { SOUTH: 1 }),
  rule('unit', 'ZA1 2AA', { OUT: 1 }),
  rule('unit', 'ZA1 9AA', { OUT: 1 }),
  rule('unit', 'ZA3 2AA', { OUT: 1 }),
]);
const resolve = (written: string) => resolvePostcode(written, rules, on);

describe('readPostcode', () => {
  it.each([
    ['B11 1AA', 'unit', 'B11 1AA'],
    ['b111aa', 'unit', 'B11 1AA'],
    ['  b 11  1 a a ', 'unit', 'B11 1AA'],
    ['B11 1AA.', 'unit', 'B11 1AA'],
    ['B1O OAD', 'unit', 'B10 0AD'],
    ['wsl 1an', 'unit', 'WS1 1AN'],
    ['SW1A 2AA', 'unit', 'SW1A 2AA'],
    ['behind the shop, B11 1AA', 'unit', 'B11 1AA'],
    ['B11 1', 'sector', 'B11 1'],
    ['b1 1', 'sector', 'B1 1'],
    ['B11 1A', 'sector', 'B11 1'],
    ['B111', 'sector', 'B11 1'],
    ['B5', 'district', 'B5'],
    ['cv8', 'district', 'CV8'],
    ['B 11', 'district', 'B11'],
    ['B1O', 'district', 'B10'],
  ])('reads %j as a %s', (written, scope, postcode) => {
    expect(readPostcode(written)[0]).toMatchObject({ scope, postcode });
  });

  it.each([
    '',
    'not known',
    'Digbeth',
    '12345',
    'B',
    'BI 1AA',
    'wsl lan',
    'col',
    'B11 1AA or B11 2BB',
    'flat B5 on the left',
  ])('does not guess at %j', (written) => {
    expect(readPostcode(written)).toEqual([]);
  });

  it('keeps both readings of a part postcode without its space, the district first', () => {
    expect(readPostcode('ZB12').map((reading) => reading.postcode)).toEqual(['ZB12', 'ZB1 2']);
  });

  it('reads every full postcode back however it is spaced', () => {
    const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ'.split(''));
    const full = fc.tuple(letter, fc.nat({ max: 98 }), fc.nat({ max: 9 }), letter, letter);
    fc.assert(
      fc.property(full, fc.boolean(), ([area, district, sector, one, two], lower) => {
        const postcode = `${area}${district + 1} ${sector}${one}${two}`;
        const written = lower ? postcode.toLowerCase().replace(' ', '') : ` ${postcode.replace(' ', '   ')}`;
        expect(readPostcode(written)).toEqual([
          { scope: 'unit', postcode, sector: postcode.slice(0, -2), district: postcode.split(' ')[0] },
        ]);
      }),
    );
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(readPostcode(written).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('resolvePostcode', () => {
  it.each([
    ['an exception before its sector', 'za1 1aa', { kind: 'area', area: 'SOUTH', by: 'exception' }],
    ['the sector of a full postcode', 'ZA1 1AB', { kind: 'area', area: 'NORTH', by: 'sector' }],
    [
      'the sector of a full postcode whatever its share',
      'ZA1 2AB',
      { kind: 'area', area: 'SOUTH', by: 'sector' },
    ],
    [
      'an exception outside, with the only force of its sector',
      'ZA1 2AA',
      { kind: 'out_of_force', force: 'Example Police', by: 'exception' },
    ],
    [
      'an exception outside where two forces meet',
      'ZA3 2AA',
      { kind: 'out_of_force', force: null, by: 'exception' },
    ],
    [
      'an exception outside in an unknown sector',
      'ZA1 9AA',
      { kind: 'out_of_force', force: null, by: 'exception' },
    ],
    [
      'a full postcode whose sector lies outside',
      'ZA3 1AB',
      { kind: 'out_of_force', force: 'Example Police', by: 'sector' },
    ],
    [
      'the district of a full postcode in an unknown sector',
      'ZA2 9AB',
      { kind: 'area', area: 'NORTH', by: 'district' },
    ],
    ['a district from 0.95 on', 'ZA2', { kind: 'area', area: 'NORTH', by: 'district' }],
    ['a district outside', 'ZA3', { kind: 'out_of_force', force: 'Example Police', by: 'district' }],
    ['a sector alone', 'ZA1 1', { kind: 'area', area: 'NORTH', by: 'sector' }],
    [
      'a sector written without its space',
      'zb12',
      { kind: 'area', area: 'SOUTH', by: 'sector', postcode: 'ZB1 2' },
    ],
  ])('follows %s', (_, written, expected) => {
    expect(resolve(written)).toMatchObject({ written, ...expected });
  });

  it('shows the candidates of a part postcode under 0.95, the likeliest first', () => {
    expect(resolve('ZA1')).toEqual({
      written: 'ZA1',
      postcode: 'ZA1',
      kind: 'ambiguous',
      candidates: [
        { area: 'NORTH', share: 0.637 },
        { area: 'SOUTH', share: 0.263 },
        { force: 'Example Police', share: 0.1 },
      ],
    });
    expect(resolve('ZA1 2')).toMatchObject({ kind: 'ambiguous' });
    expect(resolve('ZA1 8AA')).toMatchObject({ kind: 'ambiguous', postcode: 'ZA1 8AA' });
    expect(resolve('ZA4')).toMatchObject({
      candidates: [{ force: 'another force', share: 0.6 }, { area: 'NORTH' }],
    });
  });

  it('says what it does not know', () => {
    expect(resolve('ZZ9 9ZZ')).toEqual({ kind: 'unknown_postcode', written: 'ZZ9 9ZZ', postcode: 'ZZ9 9ZZ' });
    expect(resolve('by the canal')).toEqual({
      kind: 'unknown_postcode',
      written: 'by the canal',
      postcode: null,
    });
    expect(resolve('  ')).toEqual({ kind: 'none', written: '  ', postcode: null });
  });

  it('follows the rule that is valid on the day where the force is', () => {
    const dated = postcodeRulesOf([
      { ...rule('district', 'ZA2', { NORTH: 1 }), validTo: '2016-04-01' },
      { ...rule('district', 'ZA2', { SOUTH: 1 }), validFrom: '2016-04-01' },
    ]);
    const area = (at: string) => resolvePostcode('ZA2', dated, new Date(at));
    expect(area('2016-03-31T22:59:59Z')).toMatchObject({ area: 'NORTH' });
    // Half past midnight in summer time is still the evening before in UTC.
    expect(area('2016-03-31T23:30:00Z')).toMatchObject({ area: 'SOUTH' });
    expect(area('2009-01-01T00:00:00Z')).toMatchObject({ kind: 'unknown_postcode' });
  });

  it('looks up no code that postcodeCodes does not name', () => {
    fc.assert(
      fc.property(fc.constantFrom('ZA1 1AA', 'ZA1 2', 'ZB12', 'ZA9', 'x', 'ZA1 8AA', 'ZA3'), (written) => {
        const named = new Set(postcodeCodes(written).map(({ scope, code }) => `${scope} ${code}`));
        const watched = {
          lookup: (scope: PostcodeRule['scope'], code: string, at: Date) => {
            expect(named).toContain(`${scope} ${code}`);
            return rules.lookup(scope, code, at);
          },
        };
        expect(resolvePostcode(written, watched, on)).toEqual(resolve(written));
      }),
    );
  });
});

it('dates by the day in the force’s time zone', () => {
  expect(forceDay(new Date('2015-06-30T23:30:00Z'))).toBe('2015-07-01');
  expect(isValidOn({ validFrom: '2016-01-18', validTo: null }, on)).toBe(true);
  expect(isValidOn({ validFrom: '2016-01-01', validTo: '2016-01-18' }, on)).toBe(false);
});
