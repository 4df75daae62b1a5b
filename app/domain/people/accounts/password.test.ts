import { describe, expect, it } from 'vitest';
import {
  demonstrationPassword,
  hashOfDemonstration,
  hashPassword,
  isOutdated,
  LONGEST_PASSWORD,
  passwordMatches,
  passwordProblem,
} from './password.ts';

const words = [
  'robin.example@harbour-trust.example',
  'Robin Quillfeather',
  'West Midlands Police',
  'Birmingham East',
];
const problem = (password: string) => passwordProblem(password, words);

describe('a new password', () => {
  it.each([
    'correct horse battery',
    'five green lanterns',
    'Tuesday4lanterns&rope',
    'пять зелёных фонарей',
    '五个绿色灯笼在港口上很亮啊哈',
    'پنج فانوس سبز بندر',
  ])('may be anything long enough that is hard to guess, in any script: %s', (password) => {
    expect(problem(password)).toBeNull();
  });

  it.each([
    ['shortpass12', 'Password must be 12 characters or more'],
    ['x'.repeat(LONGEST_PASSWORD + 1), 'Password must be 200 characters or less'],
  ])('is refused when it is %s', (password, words) => {
    expect(problem(password)).toBe(words);
  });

  it.each([
    // The ten that were taken before, and the one that everybody knows.
    '123456789012',
    'qwertyuiopas',
    'Password123456',
    'letmein123456',
    'abc123abc123',
    '112233445566',
    '1q2w3e4r5t6y',
    'Birmingham2015!',
    'modernslavery1',
    'Summer2015Summer',
    demonstrationPassword,
    'aaaaaaaaaaaaaaaa',
    'ааааааааааааааа',
    '            ',
    'P-a-s-s-w-o-r-d-1',
    'robin.example1',
    'quillfeather16',
    'WestMidlands15',
  ])('is refused where it is easy to guess: %s', (password) => {
    expect(problem(password)).toBe('Enter a password that is harder to guess');
  });

  it('may be as long as 200 characters', () => {
    expect(problem('пять зелёных фонарей в гавани, '.repeat(20).slice(0, LONGEST_PASSWORD))).toBeNull();
  });
});

describe('a stored password', () => {
  it('is an argon2id hash of its own each time, with the parameters agreed', async () => {
    const [one, other] = await Promise.all([
      hashPassword('example-harbour'),
      hashPassword('example-harbour'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect([isOutdated(one), isOutdated(await hashOfDemonstration())]).toEqual([false, true]);
    expect(one).not.toBe(other);
  });

  it('matches the same password and nothing else', async () => {
    const stored = await hashPassword('Example-harbour 5');
    expect(await passwordMatches(stored, 'Example-harbour 5')).toBe(true);
    for (const wrong of ['example-harbour 5', 'Example-harbour 5 ', 'Example-harbour', ''])
      expect(await passwordMatches(stored, wrong)).toBe(false);
  });

  it('matches the same letters typed on another kind of computer, which may send them in other bytes', async () => {
    const composed = 'caf\u00e9 au lait froid';
    const decomposed = 'cafe\u0301 au lait froid';
    expect(await passwordMatches(await hashPassword(composed), decomposed)).toBe(true);
  });

  it('matches nothing where there is none', async () => {
    expect(await passwordMatches(null, '')).toBe(false);
  });

  it('is checked two at a time with sixty waiting, and whoever comes then is told to come again', async () => {
    const stored = await hashOfDemonstration();
    const check = () => passwordMatches(stored, demonstrationPassword);
    const all = Array.from({ length: 62 }, check);
    await expect(check()).rejects.toMatchObject({ kind: 'rate_limited', retryAfterSeconds: 5 });
    expect(new Set(await Promise.all(all))).toEqual(new Set([true]));
    expect(await check()).toBe(true);
  });
});
