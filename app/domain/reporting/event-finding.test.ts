import { describe, expect, it } from 'vitest';
import { spansAround } from './event-effect.server.ts';
import { eventFinding } from './event-finding.ts';

const kinds = [
  { key: 'ngo', label: 'NGO', before: 20, after: 38 },
  { key: 'centre', label: 'Centre', before: 10, after: 16 },
  { key: 'statutory', label: 'Statutory', before: 7, after: 5 },
];

describe('what reporting did after an event', () => {
  it('says how much more and from whom', () => {
    expect(eventFinding('42 days', { before: 37, after: 59 }, kinds)).toEqual([
      '59 submissions in the 42 days after, 22 more than in the 42 days before (37).',
      'Most of the change came from: NGO (20 before, 38 after, +18).',
    ]);
  });
  it('names what fell when it fell', () => {
    expect(eventFinding('7 days', { before: 3, after: 1 }, kinds)[1]).toContain(
      'Statutory (7 before, 5 after, −2)',
    );
  });
  it('names nobody when nothing changed', () => {
    expect(eventFinding('7 days', { before: 3, after: 3 }, kinds)).toEqual([
      '3 submissions in the 7 days after, as many as in the 7 days before (3).',
    ]);
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
