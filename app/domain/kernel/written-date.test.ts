import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBoxes, isBlankDate, readWrittenDate } from './written-date.ts';

const boxes = (day: string, month: string, year: string) => ({ day, month, year });

describe('a date typed in three boxes', () => {
  it('reads digits and the names of months', () => {
    expect(readWrittenDate(boxes('18', '1', '2016'))).toBe('2016-01-18');
    expect(readWrittenDate(boxes(' 29 ', 'Feb', '2016'))).toBe('2016-02-29');
    expect(readWrittenDate(boxes('1', 'september', '2015'))).toBe('2015-09-01');
  });
  it.each([
    boxes('29', '2', '2015'),
    boxes('31', '4', '2016'),
    boxes('0', '1', '2016'),
    boxes('1', '0', '2016'),
    boxes('1', '13', '2016'),
    boxes('1', 'foo', '2016'),
    boxes('1', 'junk', '2016'),
    boxes('1', 'ju', '2016'),
    boxes('1', '1', '16'),
    boxes('1', '1', '0999'),
    boxes('', '1', '2016'),
    boxes('1', '', '2016'),
    boxes('1e1', '1', '2016'),
  ])('refuses %o', (typed) => {
    expect(readWrittenDate(typed)).toBeNull();
  });
  it('is blank only when all three are', () => {
    expect(isBlankDate(boxes('', ' ', ''))).toBe(true);
    expect(isBlankDate(boxes('', '', '2016'))).toBe(false);
  });
  it('reads back every day it is given', () => {
    const day = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(fc.property(day, (written) => readWrittenDate(dateBoxes(written)) === written));
  });
});
