import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import {
  businessesAgree,
  contactsAgree,
  marksAgree,
  namesAgree,
  placesAgree,
  type NamesCompared,
} from './agree.ts';
import { houseNumber } from '../../kernel/postcode-reading.ts';
import { agesAgree } from './ages.ts';
import { rankMatches } from './rank-matches.ts';

const on = new Date('2016-01-18T09:00:00Z');
const born = (birth: string) => ({ birth, range: null, on });
const aged = (range: string) => ({ birth: null, range, on });

describe('ages', () => {
  it.each([
    [born('1990-02-28'), born('1990-02-28'), 'same_birth'],
    [born('1990-02-28'), born('1990-02-27'), 'differs'],
    [born('1990-02-28'), aged('25_to_34'), 'fits'],
    [born('1979-01-19'), aged('25_to_34'), 'fits'],
    [born('1970-01-01'), aged('25_to_34'), 'differs'],
    [aged('16_to_17'), aged('18_to_24'), 'fits'],
    [aged('under_12'), aged('18_to_24'), 'differs'],
    [aged('not_known'), aged('18_to_24'), 'not_known'],
    [aged('toString'), aged('18_to_24'), 'not_known'],
  ] as const)('of %o and %o: %s', (one, other, expected) => {
    expect(agesAgree(one, other)).toBe(expected);
    expect(agesAgree(other, one)).toBe(expected);
  });
});

const compared: NamesCompared = {
  similarity: 0,
  inParts: true,
  soundsAlike: false,
  sharesNickname: false,
  words: 2,
  ages: 'not_known',
};

describe('names', () => {
  it.each([
    [{ similarity: 1, ages: 'same_birth' }, 'strong'],
    [{ soundsAlike: true, ages: 'same_birth' }, 'strong'],
    [{ similarity: 0.4, ages: 'same_birth' }, 'likely'],
    [{ similarity: 0.2, ages: 'same_birth' }, null],
    [{ similarity: 1, ages: 'fits' }, 'likely'],
    [{ similarity: 1 }, 'likely'],
    [{ similarity: 0.7 }, 'possible'],
    [{ soundsAlike: true }, 'possible'],
    [{ similarity: 0.5 }, 'possible'],
    [{ similarity: 0.4 }, null],
    [{ similarity: 0.7, inParts: false }, null],
    [{ similarity: 0.8, inParts: false }, 'possible'],
    [{ sharesNickname: true }, 'possible'],
    [{ similarity: 1, ages: 'differs' }, 'possible'],
    [{ similarity: 0.8, ages: 'differs' }, null],
    [{ similarity: 1, words: 1 }, null],
    [{ similarity: 1, words: 1, ages: 'same_birth' }, 'likely'],
  ] as const)('%o: %s', (changes, expected) => {
    expect(namesAgree({ ...compared, ...changes })?.strength ?? null).toBe(expected);
  });

  it('says in words what is alike and what is known of the ages', () => {
    expect(namesAgree({ ...compared, soundsAlike: true, ages: 'same_birth' })?.why).toBe(
      'Name that sounds the same, same date of birth',
    );
  });
});

describe('marks', () => {
  it('is strong only when both are whole', () => {
    expect(marksAgree({ shared: 7, whole: true })?.strength).toBe('strong');
    expect(marksAgree({ shared: 6, whole: false })?.strength).toBe('likely');
    expect(marksAgree({ shared: 4, whole: false })?.strength).toBe('possible');
    expect(marksAgree({ shared: 3, whole: false })).toBeNull();
  });
});

describe('places', () => {
  const place = {
    samePostcode: false,
    numbers: [null, null],
    addressSimilarity: 0,
    landmarkSimilarity: 0,
  } as const;
  it.each([
    [{ samePostcode: true, numbers: ['14', '14'] }, 'strong'],
    [{ samePostcode: true, numbers: ['14', null] }, 'likely'],
    [{ samePostcode: true, numbers: ['14', '16'] }, 'possible'],
    [{ addressSimilarity: 0.9 }, 'likely'],
    [{ addressSimilarity: 0.9, numbers: ['14', '16'] }, null],
    [{ landmarkSimilarity: 0.7 }, 'possible'],
    [{ landmarkSimilarity: 0.5 }, null],
  ] as const)('%o: %s', (changes, expected) => {
    expect(placesAgree({ ...place, ...changes })?.strength ?? null).toBe(expected);
  });

  it.each([
    ['14 Example Road', '14'],
    ['Flat 2, 14A Example Road, B11 4AA', '14a'],
    ['Example Road', null],
    ['Example Road B1 1AA', null],
    [null, null],
  ])('the house number of %s is %s', (address, expected) => {
    expect(houseNumber(address)).toBe(expected);
  });
});

describe('contacts and businesses', () => {
  it('believes a handle more on the same network', () => {
    expect(contactsAgree('account', false).strength).toBe('likely');
    expect(contactsAgree('account', true).strength).toBe('strong');
    expect(contactsAgree('phone', false).strength).toBe('strong');
  });
  it('believes a company number more than a name', () => {
    expect(businessesAgree({ similarity: 0.5, sameNumber: true })?.strength).toBe('strong');
    expect(businessesAgree({ similarity: 1, sameNumber: false })?.strength).toBe('likely');
    expect(businessesAgree({ similarity: 0.5, sameNumber: false })).toBeNull();
  });
});

describe('the order of matches', () => {
  const of = (submissionId: Id<'Submission'>, strength: 'strong' | 'likely' | 'possible', own = 'x') => ({
    submissionId,
    strength,
    thing: 'vehicle',
    own,
    other: 'x',
  });
  it('puts the strongest first, then who shares more, and each value once', () => {
    const ranked = rankMatches([
      of('c' as Id<'Submission'>, 'possible'),
      of('b' as Id<'Submission'>, 'likely'),
      of('a' as Id<'Submission'>, 'likely', 'one'),
      of('a' as Id<'Submission'>, 'possible', 'two'),
      of('d' as Id<'Submission'>, 'possible'),
      of('d' as Id<'Submission'>, 'strong', 'one'),
      of('d' as Id<'Submission'>, 'strong', 'one'),
    ]);
    expect(ranked.map(({ submissionId }) => submissionId)).toEqual(['d', 'a', 'b', 'c']);
    expect(ranked[0]?.shared.map(({ strength }) => strength)).toEqual(['strong', 'possible']);
  });
});
