import { describe, expect, it } from 'vitest';
import { encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { carry, readFrom } from './list-address.ts';
import { link } from './link.ts';

const after = encodeCursor({
  priorityRank: 2,
  at: new Date('2016-01-18T09:00:00.000Z'),
  id: '6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12',
});

const search = '0b1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d13';

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
    [`search/${search}`, `/search/${search}`],
    [`search/${search}/${after}`, `/search/${search}?after=${after}`],
  ])('is written anew: %s', (from, href) => {
    expect(readFrom(from)).toMatchObject({ from, href });
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
    'search/white van',
    `search/${search}/${after}/more`,
    'constructor',
    'fib?view=mine\nSet-Cookie: a=b',
    `fib?view=mine&area=${'x'.repeat(600)}`,
  ])('is none: %s', (written) => {
    expect(readFrom(written)).toBeNull();
  });

  it('is carried on by every address of a submission and its items, and by no other', () => {
    const list = readFrom('fib?view=mine&sort=due');
    for (const address of [
      link('submissions/submission', { submissionId: 'id' }),
      link('submissions/action', { submissionId: 'id', action: 'claim' }),
      link('submissions/records/records', { submissionId: 'id' }),
      link('items/approve', { itemId: 'id' }, { version: 2 }),
      `${link('submissions/submission', { submissionId: 'id' })}#notes`,
    ]) {
      const carried = new URL(carry(address, list), 'http://portal');
      expect(readFrom(carried.searchParams.get('from'))).toEqual(list);
      carried.searchParams.delete('from');
      expect(`${carried.pathname}${carried.search}${carried.hash}`).toBe(address);
      expect(carry(address, null)).toBe(address);
    }
    for (const address of [link('queues/queues'), link('tasks/task', { taskId: 'id' }), link('duty/roster')])
      expect(carry(address, list)).toBe(address);
  });

  it('stays the list that an address names already', () => {
    const address = link('submissions/submission', { submissionId: 'id' }, { from: 'urgent' });
    expect(carry(address, readFrom('mine'))).toBe(address);
  });
});
