import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { heldByAway, heldByAwayCount } from './held-by-away.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { reporter, fib, fibTwo, supervisor, spocEast } = await officers(database, clock);
const absentTo = new Date(testNow.getTime() + 60 * 60_000);
const count = async (ctx: Ctx) => {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT (${heldByAwayCount(ctx)}) AS count`;
  return row?.count;
};
const act = (ctx: Ctx, input: { action: 'claim' | 'take_over' | 'assign'; colleague?: string }) =>
  performAction(ctx, { submissionId, comment: 'Because', expectedVersion: null, ...input });

await db.submission.updateMany({ data: { status: 'withdrawn' } });
const submissionId = await submitted(reporter);

it('is in a list of those who can take it on, from the absence of its holder until somebody here has it', async () => {
  await act(fib, { action: 'claim' });
  expect([await count(supervisor), await count(fibTwo)]).toEqual([0, 0]);
  await db.dutyAbsence.create({
    data: {
      id: randomUUID(),
      accountId: fib.actor.accountId,
      absentFrom: testNow,
      absentTo,
      enteredBy: fib.actor.accountId,
      enteredAt: testNow,
    },
  });
  const line = { id: submissionId, owner: fib.actor.displayName, awayUntil: absentTo, queueCode: 'fib' };
  expect(await heldByAway(supervisor)).toMatchObject({ action: 'assign', lines: [line] });
  expect(await heldByAway(fibTwo)).toMatchObject({ action: 'take_over', lines: [line] });
  expect(await heldByAway(spocEast)).toMatchObject({ lines: [] });
  expect([await count(supervisor), await count(fibTwo), await count(spocEast)]).toEqual([1, 1, 0]);

  await act(supervisor, { action: 'assign', colleague: fibTwo.actor.accountId });
  expect(await count(supervisor)).toBe(0);
});

it('is no longer once its holder is back', async () => {
  await act(fib, { action: 'take_over' });
  expect(await count(supervisor)).toBe(1);
  clock.set(absentTo);
  expect(await count(supervisor)).toBe(0);
});
