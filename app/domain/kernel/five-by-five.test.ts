import { describe, expect, it } from 'vitest';
import {
  fiveByFiveInWords,
  isOfFiveByFiveTime,
  readFiveByFive,
  staysWithinForce,
  type FiveByFivePack,
} from './five-by-five.ts';

const pack: FiveByFivePack = {
  lastDay: '2016-12-31',
  handling: { 1: 'One.', 2: 'Two.', 3: 'Three.', 4: 'Four.', 5: 'Five.' },
};
const ofItsTime = { ofItsTime: true, handling: 'P' } as const;

describe('a 5x5x5 grade', () => {
  it('is of its time up to its last day, and never where the force has none', () => {
    expect(isOfFiveByFiveTime(pack, '2016-12-31')).toBe(true);
    expect(isOfFiveByFiveTime(pack, '2017-01-01')).toBe(false);
    expect(isOfFiveByFiveTime(null, '2015-01-01')).toBe(false);
  });

  it('is read as it is written, with spaces and small letters', () => {
    expect(readFiveByFive(' e 4 1', ofItsTime)).toEqual({ grade: 'E41' });
    expect(readFiveByFive('B23', ofItsTime)).toEqual({ grade: 'B23' });
    for (const nothing of [undefined, '', '  '])
      expect(readFiveByFive(nothing, { ...ofItsTime, ofItsTime: false })).toEqual({ grade: null });
  });

  it.each(['F41', 'E61', 'E46', 'E4', 'E411', '41E', 'E41<', '2AP'])('is not %s', (written) => {
    expect(readFiveByFive(written, ofItsTime)).toMatchObject({ field: 'fiveByFive' });
  });

  it('is refused for a report that is later than the scheme', () => {
    expect(readFiveByFive('E41', { ...ofItsTime, ofItsTime: false })).toMatchObject({ field: 'fiveByFive' });
  });

  it('with handling 4 or 5 goes with conditions, not with sharing permitted', () => {
    for (const grade of ['E44', 'A15']) {
      expect(readFiveByFive(grade, ofItsTime)).toMatchObject({ field: 'handling' });
      expect(readFiveByFive(grade, { ofItsTime: true, handling: 'C' })).toEqual({ grade });
    }
    for (const grade of ['E41', 'E42', 'E43']) expect(readFiveByFive(grade, ofItsTime)).toEqual({ grade });
  });

  it('says what each code means, the handling in the words of the force', () => {
    expect(fiveByFiveInWords('E41', pack)).toEqual([
      'Source E: Untested.',
      'Information 4: Cannot be judged.',
      'Handling 1: One.',
    ]);
    expect(fiveByFiveInWords('E41', null)[2]).toBe('Handling 1');
  });

  it('stays within the force with handling 4 alone', () => {
    expect(['E41', 'E44', 'A15', null].map(staysWithinForce)).toEqual([false, true, false, false]);
  });
});
