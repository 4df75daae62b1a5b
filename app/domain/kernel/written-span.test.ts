import { describe, expect, it } from 'vitest';
import { readWrittenSpan, writtenSpan } from './written-span.ts';

describe('a length of time', () => {
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [1440, '24 hours'],
    [525_600, '8,760 hours'],
  ])('of %i minutes is written as “%s”, and read as it was written', (minutes, text) => {
    expect(writtenSpan(minutes)).toBe(text);
    expect(readWrittenSpan(text)).toBe(minutes);
  });

  it.each([
    [' 24  HOURS ', 1440],
    ['1h 30m', 90],
    ['2 hrs and 5 mins', 125],
    ['90min', 90],
    ['1 hour, 1 minute', 61],
    ['60', null],
    ['2 days', null],
    ['', null],
    ['-1 hour', null],
    ['half an hour', null],
    ['1.5 hours', null],
  ])('“%s” is %s minutes', (typed, minutes) => {
    expect(readWrittenSpan(typed)).toBe(minutes);
  });
});
