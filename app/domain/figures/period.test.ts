import { describe, expect, it } from 'vitest';
import { defaultPeriod, periodName, readPeriod } from './period.ts';

const now = new Date('2016-01-18T09:00:00Z');
const usual = { first: '2015-04', last: '2016-01' };

describe('the period asked for', () => {
  it('is the plan year so far when nothing is asked', () => {
    expect(readPeriod({ from: null, to: ' ' }, now)).toEqual({
      period: usual,
      values: { from: 'April 2015', to: 'January 2016' },
      errors: [],
    });
    expect(defaultPeriod(new Date('2016-03-31T22:59:00Z'))).toEqual({ first: '2015-04', last: '2016-03' });
  });
  it('takes what is asked, up to 24 months', () => {
    expect(readPeriod({ from: '2014-02', to: '2016-01' }, now).period).toEqual({
      first: '2014-02',
      last: '2016-01',
    });
    expect(readPeriod({ from: 'dec 2015', to: '12/2015' }, now).period).toEqual({
      first: '2015-12',
      last: '2015-12',
    });
  });
  it.each([
    [
      'a month that does not exist',
      { from: '2015-13', to: '2016-01' },
      'from',
      'First month must be a month and year, like April 2015',
    ],
    [
      'no month at all',
      { from: '2015-04', to: '<script>' },
      'to',
      'Last month must be a month and year, like January 2016',
    ],
    [
      'a month that has not begun',
      { from: '2015-04', to: '2016-02' },
      'to',
      'Last month must be January 2016 or earlier',
    ],
    [
      'an end before the beginning',
      { from: '2016-01', to: '2015-12' },
      'from',
      'First month must not be after the last month',
    ],
    ['one month too many', { from: '2014-01', to: '2016-01' }, 'from', 'Choose 24 months or fewer'],
  ])(
    'refuses %s beside its field, keeps what was typed and shows the usual period',
    (_what, asked, field, message) => {
      expect(readPeriod(asked, now)).toEqual({ period: usual, values: asked, errors: [{ field, message }] });
    },
  );
  it('names both fields when both are wrong', () => {
    expect(readPeriod({ from: 'x', to: 'y' }, now).errors.map(({ field }) => field)).toEqual(['from', 'to']);
  });
  it('has a name', () => {
    expect(periodName(usual)).toBe('April 2015 to January 2016');
    expect(periodName({ first: '2016-01', last: '2016-01' })).toBe('January 2016');
  });
});
