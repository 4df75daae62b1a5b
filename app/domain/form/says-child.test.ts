import { describe, expect, test } from 'vitest';
import { version5 } from '#tests/factories/published-forms.ts';
import { concernsChild, contradictsChild } from './says-child.ts';
import { said } from './said.ts';

const today = '2016-01-18';
const about = (child: string, person: object = {}) =>
  said(version5, { child, people: [{ id: 'p', personPart: 'possible_victim', ...person }] });
const born = (personBirthDate: object) => ({ personBirthDate });

describe('a child', () => {
  test.each([
    [{ personAgeRange: '12_to_15' }, true],
    [{ personAgeRange: '16_to_17' }, true],
    [{ personAgeRange: '18_to_24' }, false],
    [{ personAgeRange: 'not_known' }, false],
    [born({ precision: 'exact', date: '1998-01-19' }), true],
    [born({ precision: 'exact', date: '1998-01-18' }), false],
    [born({ precision: 'month', month: '1998-01' }), true],
    [born({ precision: 'year', year: '1998' }), true],
    [born({ precision: 'year', year: '1997' }), false],
  ])('is told of by %j: %s', (person, is) => {
    expect(concernsChild(about('no', person), today)).toBe(is);
    expect(contradictsChild(about('not_known', person), today)).toBe(is);
  });

  test.each([
    ['A girl aged 15 works there.', true, true],
    ['He is a 15 year old from Albania.', true, true],
    ['Two boys sell tobacco in the market.', false, true],
    ['Her boyfriend is 34, she has worked there for 15 years.', false, false],
  ])('is told of by “%s”: %s, and asked about: %s', (whatIsKnown, is, asked) => {
    const report = said(version5, { child: 'no', whatIsKnown });
    expect(concernsChild(report, today)).toBe(is);
    expect(contradictsChild(report, today)).toBe(asked);
    expect(contradictsChild(said(version5, { child: 'yes', whatIsKnown }), today)).toBe(false);
    expect(concernsChild(about('no', { personDescription: whatIsKnown }), today)).toBe(is);
  });

  test('is one where the partner says so, and then nothing is asked', () => {
    expect(concernsChild(about('yes'), today)).toBe(true);
    expect(contradictsChild(about('yes', { personAgeRange: 'under_12' }), today)).toBe(false);
    expect(concernsChild(about('not_known'), today)).toBe(false);
  });
});
