import { expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { shiftHandover } from './shift-handover.server.ts';

it('has High first, then what is due, and of the rest what somebody holds; for whoever may read it', async () => {
  const clock = fixedClock(testNow);
  const people = await officers(await testDatabase(), clock);
  const high = await submitted(people.reporter, { danger: 'soon' });
  const [free, held] = [await submitted(people.reporter), await submitted(people.reporter)];
  await performAction(people.fib, {
    submissionId: held,
    action: 'claim',
    comment: '',
    expectedVersion: null,
  });
  const { lines, day } = await shiftHandover(people.fib);
  expect(lines.map(({ id, owner }) => [id, owner])).toEqual([
    [high, null],
    [held, people.fib.actor.displayName],
  ]);
  expect(day).toEqual({ taken: 1, graded: 0, sent: 0, ended: 0 });
  expect((await shiftHandover(people.spocCoventry)).lines).toEqual([]);

  const { dueAt } = await people.fib.db.submission.findUniqueOrThrow({ where: { id: free } });
  clock.set(new Date((dueAt ?? testNow).getTime() - 60 * 60_000));
  const later = (await shiftHandover(people.fibTwo)).lines;
  expect(later.map(({ id }) => id).sort()).toEqual([high, free, held].sort());
  expect(later.find(({ id }) => id === free)?.soon).toBe(true);
  clock.advance(24 * 60 * 60_000);
  expect((await shiftHandover(people.fib)).day.taken).toBe(0);
});
