import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeCursor, encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { isInView, queueViewOf, queueViews, type ViewedSubmission, periodOf } from './queue-views.ts';
import { isFinal, statuses } from '#app/domain/kernel/statuses.ts';

// Monday.
const now = new Date('2016-01-18T09:00:00Z');
const submission = (changes: Partial<ViewedSubmission> = {}): ViewedSubmission => ({
  status: 'in_assessment',
  priority: 'medium',
  claimedBy: null,
  dueAt: new Date('2016-01-20T09:00:00Z'),
  closedAt: null,
  newInformationAt: null,
  ...changes,
});
const viewsOf = (changes: Partial<ViewedSubmission>): string[] =>
  queueViews
    .filter(({ id, scope }) => id !== 'open' && scope === 'primary')
    .filter((view) => isInView(view, submission(changes), 'me', now))
    .map((view) => view.id);

describe('the views of a queue', () => {
  it('are these, in this order', () => {
    expect(queueViews.map((view) => view.label)).toEqual([
      'All open',
      'High',
      'Overdue',
      'Due today',
      'Unassigned',
      'New information',
      'Mine',
      'Waiting on partner',
      'Sent to us',
      'Closed this week',
    ]);
    expect(queueViews.map((view) => queueViewOf(view.id))).toEqual([...queueViews]);
    expect(queueViewOf('everything')).toBeNull();
  });

  it.each<[string, Partial<ViewedSubmission>, string[]]>([
    ['new', { status: 'submitted' }, ['unassigned']],
    ['new and High', { status: 'submitted', priority: 'high' }, ['urgent', 'unassigned']],
    ['claimed by me', { claimedBy: 'me' }, ['mine']],
    ['claimed by another', { claimedBy: 'another' }, []],
    ['released', { status: 'accepted' }, ['unassigned']],
    [
      'waiting on the partner',
      { status: 'clarification', claimedBy: 'me', dueAt: null },
      ['waiting-on-partner'],
    ],
    ['due later today', { claimedBy: 'another', dueAt: new Date('2016-01-18T23:59:59Z') }, ['due-today']],
    ['due now', { claimedBy: 'another', dueAt: now }, ['due-today']],
    ['due tomorrow', { claimedBy: 'another', dueAt: new Date('2016-01-19T00:00:00Z') }, []],
    ['just overdue', { claimedBy: 'another', dueAt: new Date('2016-01-18T08:59:59Z') }, ['overdue']],
    ['answered in all', { claimedBy: 'another', dueAt: null }, []],
    [
      'closed this week',
      { status: 'closed', claimedBy: 'me', closedAt: new Date('2016-01-18T00:00:00Z') },
      ['closed-this-week'],
    ],
    ['added to after it was closed', { status: 'closed', newInformationAt: now }, ['new-information']],
    ['rejected this week', { status: 'rejected', priority: 'high', closedAt: now }, ['closed-this-week']],
    ['closed last week', { status: 'closed', closedAt: new Date('2016-01-17T23:59:59Z') }, []],
  ])('shows what is %s', (_, changes, views) => {
    expect(viewsOf(changes)).toEqual(views);
  });

  it('leave no open submission out of sight, and show none twice', () => {
    const open = queueViewOf('open')!;
    for (const status of statuses)
      for (const claimedBy of [null, 'me', 'another']) {
        const changes = { status, claimedBy, dueAt: null };
        expect(isInView(open, submission(changes), 'me', now)).toBe(!isFinal(status));
        const colleague = claimedBy === 'another' && status !== 'clarification';
        expect(viewsOf(changes)).toHaveLength(isFinal(status) || colleague ? 0 : 1);
      }
  });
});

describe('the periods', () => {
  it('follow the calendar of the United Kingdom in summer', () => {
    const lateJuly = new Date('2016-07-20T23:30:00Z');
    expect(periodOf('rest_of_today', lateJuly)).toEqual({
      from: lateJuly,
      before: new Date('2016-07-21T23:00:00Z'),
    });
    expect(periodOf('this_week', lateJuly)).toEqual({
      from: new Date('2016-07-17T23:00:00Z'),
      before: new Date('2016-07-24T23:00:00Z'),
    });
  });

  it('count a Sunday to the week before, and the week in which the clocks change as it is', () => {
    expect(periodOf('this_week', new Date('2016-03-27T12:00:00Z'))).toEqual({
      from: new Date('2016-03-21T00:00:00Z'),
      before: new Date('2016-03-27T23:00:00Z'),
    });
  });

  it('divide what is due into overdue and due today without a gap or an overlap', () => {
    expect(periodOf('past', now).before).toEqual(periodOf('rest_of_today', now).from);
  });
});

describe('the cursor', () => {
  const place = fc.record({
    priorityRank: fc.integer({ min: 0, max: 3 }),
    at: fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    id: fc.uuid(),
  });

  it('comes back as it was, and is safe in an address', () => {
    fc.assert(
      fc.property(place, (cursor) => {
        const written = encodeCursor(cursor);
        expect(written).toMatch(/^[\w-]+$/);
        expect(decodeCursor(written)).toEqual(cursor);
      }),
    );
  });

  it('is nothing when anybody has written it by hand', () => {
    const written = encodeCursor({ priorityRank: 1, at: now, id: '00000000-0000-4000-8000-000000000001' });
    const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const bad of [
      null,
      '',
      'x',
      `${written}=`,
      `${written}A`,
      written.slice(1),
      'a'.repeat(5000),
      forged([1, '2016-01-18', '00000000-0000-4000-8000-000000000001']),
      forged([1, '2016-13-18T09:00:00.000Z', '00000000-0000-4000-8000-000000000001']),
      forged([10, now.toISOString(), '00000000-0000-4000-8000-000000000001']),
      forged([1, now.toISOString(), "' OR 1=1 --"]),
      forged({ priorityRank: 1 }),
      forged([1, now.toISOString(), '00000000-0000-4000-8000-000000000001', 'more']),
    ])
      expect(decodeCursor(bad)).toBeNull();
    fc.assert(
      fc.property(
        fc.string(),
        (text) => decodeCursor(text) === null || encodeCursor(decodeCursor(text)!) === text,
      ),
    );
  });
});
