import { describe, expect, it } from 'vitest';
import { encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { readFrom } from './list-address.ts';
import { link } from './link.ts';

const after = encodeCursor({
  priorityRank: 2,
  at: new Date('2016-01-18T09:00:00.000Z'),
  id: '6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12',
});

describe('the list that a link was on', () => {
  it.each([
    ['fib?view=mine', '/queues/fib?view=mine'],
    [
      `spoc-be?view=unassigned&area=BE&sort=due&after=${after}`,
      `/queues/spoc-be?view=unassigned&area=BE&sort=due&after=${after}`,
    ],
    ['fib?view=to-sanitise', '/queues/fib?view=to-sanitise'],
    ['urgent', '/queues/urgent'],
    ['mine', '/queues/mine'],
    ['high', '/high'],
  ])('is written anew: %s', (from, href) => {
    expect(readFrom(from)).toEqual({ from, href });
  });

  it('is left without what the portal does not write', () => {
    expect(readFrom('fib?view=mine&area=%22%3E&q=Robin&after=x&since=2016')?.href).toBe(
      '/queues/fib?view=mine',
    );
  });

  it.each([
    null,
    '',
    'fib',
    '//example.org',
    'https://example.org/?view=mine',
    '../audit?view=mine',
    'fib/../../audit?view=mine',
    'fib?view=everything',
    'contacts?view=mine',
    'constructor',
    'fib?view=mine\nSet-Cookie: a=b',
    `fib?view=mine&area=${'x'.repeat(600)}`,
  ])('is none: %s', (written) => {
    expect(readFrom(written)).toBeNull();
  });

  it('is carried by the address of a submission and of an action on it', () => {
    const address = link(
      'submissions/submission',
      { submissionId: 'id' },
      { from: 'fib?view=mine&sort=due' },
    );
    expect(readFrom(new URL(address, 'http://portal').searchParams.get('from'))?.href).toBe(
      '/queues/fib?view=mine&sort=due',
    );
    expect(link('submissions/submission', { submissionId: 'id' }, { from: null, done: 'claim' })).toBe(
      '/submissions/id?done=claim',
    );
    expect(link('submissions/action', { submissionId: 'id', action: 'claim' }, { from: null })).toBe(
      '/submissions/id/actions/claim',
    );
  });
});
