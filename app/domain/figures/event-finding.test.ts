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
      'More came from NGOs (20 before, 38 after).',
    ]);
  });
  it('names who fell, the greatest fall first', () => {
    const fallen = [
      { key: 'ngo', label: 'NGOs', before: 16, after: 4 },
      { key: 'centre', label: 'centres', before: 24, after: 1 },
    ];
    expect(eventFinding('7 days', { before: 40, after: 5 }, fallen)).toEqual([
      'Reporting fell: 5 submissions in the 7 days after, 35 fewer (88%) than in the 7 days before (40).',
      'Fewer came from centres (24 before, 1 after) and NGOs (16 before, 4 after).',
    ]);
  });
  it('names who changed where all together stayed about the same', () => {
    const moved = [
      { key: 'ngo', label: 'NGOs', before: 39, after: 27 },
      { key: 'centre', label: 'centres', before: 11, after: 44 },
      { key: 'statutory', label: 'bodies', before: 16, after: 4 },
    ];
    expect(eventFinding('42 days', { before: 72, after: 83 }, moved)).toEqual([
      'Reporting was about the same: 83 submissions in the 42 days after, 72 in the 42 days before.',
      'More came from centres (11 before, 44 after).',
      'Fewer came from bodies (16 before, 4 after).',
    ]);
  });
  it('names nobody when nothing changed', () => {
    expect(eventFinding('7 days', { before: 3, after: 3 }, [])).toEqual([
      'Reporting was about the same: 3 submissions in the 7 days after, 3 in the 7 days before.',
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
