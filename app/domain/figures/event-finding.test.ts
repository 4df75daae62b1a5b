import { describe, expect, it } from 'vitest';
import { spansAround } from './event-spans.ts';
import { byChange, eventFinding } from './event-finding.ts';

const kinds = [
  { key: 'ngo', label: 'NGOs', before: 20, after: 38 },
  { key: 'centre', label: 'centres', before: 10, after: 16 },
  { key: 'statutory', label: 'bodies', before: 7, after: 5 },
];

describe('what reporting did after an event', () => {
  it('says how much more, and from whom more and fewer came', () => {
    expect(eventFinding('42 days', { before: 37, after: 59 }, kinds)).toEqual([
      'Reporting rose: 59 submissions in the 42 days after, 22 more (59%) than in the 42 days before (37).',
      'More came from NGOs (20 before, 38 after) and centres (10 before, 16 after).',
      'Fewer came from bodies (7 before, 5 after).',
    ]);
  });
  it('names who fell, the greatest fall first', () => {
    const fallen = [
      { key: 'ngo', label: 'NGOs', before: 3, after: 2 },
      { key: 'centre', label: 'centres', before: 4, after: 1 },
    ];
    expect(eventFinding('7 days', { before: 7, after: 3 }, fallen)).toEqual([
      'Reporting fell: 3 submissions in the 7 days after, 4 fewer than in the 7 days before (7).',
      'Fewer came from centres (4 before, 1 after) and NGOs (3 before, 2 after).',
    ]);
  });
  it('names nobody when nothing changed', () => {
    expect(eventFinding('7 days', { before: 3, after: 3 }, [])).toEqual([
      'Reporting did not change: 3 submissions in the 7 days after, as many as in the 7 days before (3).',
    ]);
  });
  it('orders from the greatest rise to the greatest fall', () => {
    expect(byChange(kinds).map(({ key }) => key)).toEqual(['ngo', 'centre', 'statutory']);
    expect(byChange(kinds.toReversed()).map(({ key }) => key)).toEqual(['ngo', 'centre', 'statutory']);
  });
});

describe('the days on each side', () => {
  const event = new Date('2015-11-26T00:00:00Z');
  it('takes six weeks on each side and leaves the day out', () => {
    const { days, spans } = spansAround(event, new Date('2016-01-18T09:00:00Z'));
    expect(days).toBe(42);
    // The 42 days before reach back over the end of summer time.
    expect(spans.before).toEqual(new Date('2015-10-15T00:00:00+01:00'));
    expect(spans.after).toEqual(new Date('2015-11-27T00:00:00Z'));
    expect(spans.end).toEqual(new Date('2016-01-08T00:00:00Z'));
  });
  it('takes only the whole days that have passed', () => {
    expect(spansAround(event, new Date('2015-12-01T12:00:00Z')).days).toBe(4);
    expect(spansAround(event, new Date('2015-11-27T12:00:00Z')).days).toBe(0);
    expect(spansAround(event, new Date('2015-06-01T12:00:00Z')).days).toBe(0);
  });
});
