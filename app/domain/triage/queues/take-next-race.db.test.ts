import { describe, expect, it } from 'vitest';
import { onServer } from '#tests/factories/blank-database.ts';
import { copySubmission } from '#tests/factories/copies.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { takeNext } from './take-next.server.ts';

/** Six for each of the pool's connections: more would only wait, and on a slow machine longer than the pool lets them. */
const many = 60;

describe.runIf(onServer)('sixty who take the next at the same moment', () => {
  it('each get another submission, or hear honestly that nothing is left', { timeout: 120_000 }, async () => {
    const clock = fixedClock(testNow);
    const database = await testDatabase();
    const { fib, fibTwo, supervisor, reporter } = await officers(database, clock);
    const submissionId = await submitted(reporter, {});
    const queue = await database.db.queue.findUniqueOrThrow({ where: { code: 'fib' } });
    const waiting = { primaryQueueId: queue.id, claimedBy: null, status: 'submitted' } as const;
    // Twenty fewer than ask.
    const others = await database.db.submission.count({ where: waiting });
    await copySubmission(database, submissionId, many - 20 - others);

    const askers = Array.from({ length: many }, (_, index) => [fib, fibTwo, supervisor][index % 3] ?? fib);
    const answers = await Promise.all(
      askers.map(async (ctx) => ({
        by: ctx.actor.accountId,
        taken: await takeNext(ctx, { queueCode: 'fib' }),
      })),
    );

    const taken = answers.flatMap(({ by, taken: got }) => (got ? [{ by, id: got.submissionId }] : []));
    expect(taken).toHaveLength(many - 20);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(many - 20);
    expect(await database.db.submission.count({ where: waiting })).toBe(0);
    const held = await database.db.submission.findMany({
      where: { id: { in: taken.map(({ id }) => id) } },
      select: { id: true, claimedBy: true, version: true },
    });
    expect(new Map(held.map(({ id, claimedBy }) => [id, claimedBy]))).toEqual(
      new Map(taken.map(({ id, by }) => [id, by])),
    );
    const claims = await database.db.submissionEvent.groupBy({
      by: ['submissionId'],
      where: { action: 'claim' },
      _count: true,
    });
    expect(claims.every(({ _count }) => _count === 1)).toBe(true);
    expect(claims).toHaveLength(many - 20);
  });
});
