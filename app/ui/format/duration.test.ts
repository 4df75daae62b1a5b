import { describe, expect, it } from 'vitest';
import { formatDue, formatDuration } from './duration.ts';

const minutes = (count: number) => count * 60_000;

describe('lengths of time', () => {
  it.each([
    [0, 'less than a minute'],
    [minutes(1), '1 minute'],
    [minutes(59), '59 minutes'],
    [minutes(60), '1 hour'],
    [minutes(60 * 47 + 59), '47 hours'],
    [minutes(60 * 48), '2 days'],
    [minutes(60 * 24 * 15), '15 days'],
    [-minutes(90), '1 hour'],
  ])('%d ms is %s', (length, expected) => {
    expect(formatDuration(length)).toBe(expected);
  });
});

describe('what is due', () => {
  const now = new Date('2016-01-18T09:00:00Z');
  it.each([
    ['2016-01-18T12:30:00Z', 'Due in 3 hours', false],
    ['2016-01-18T09:00:00Z', 'Due in less than a minute', false],
    ['2016-01-18T08:59:59Z', 'Overdue by less than a minute', true],
    ['2016-01-15T09:00:00Z', 'Overdue by 3 days', true],
  ])('%s: %s', (due, text, overdue) => {
    expect(formatDue(new Date(due), now)).toEqual({ text, overdue });
  });
});
