import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { NotFound } from '../kernel/failures.ts';
import { publishedQuarters } from './published-quarters.server.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
const spoc = await makeCtx(database, { email: 'spoc.birmingham-east@police.example', clock });
const send = async (at: string, times: number, answers = {}) => {
  const ctx = await makeCtx(database, {
    email: 'robin@harbour-trust.example',
    clock: fixedClock(new Date(at)),
  });
  for (let sent = 0; sent < times; sent += 1) await submitted(ctx, answers);
};

// The last minute of June and the first of July lie an hour earlier in UTC.
await send('2015-06-30T22:59:00Z', 4);
await send('2015-06-30T23:01:00Z', 1);
await send('2015-10-10T10:00:00Z', 3);
await send('2015-12-31T23:59:00Z', 3);
await send('2016-01-05T10:00:00Z', 9);
// Restricted to FIB, so in no figure of others.
await send('2015-11-10T10:00:00Z', 1, { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' });

describe('published quarters', () => {
  it('are those that are over, the newest first, without a number below five', async () => {
    expect(await publishedQuarters(spoc)).toEqual([
      { firstMonth: '2015-10', count: 6 },
      { firstMonth: '2015-07', count: null },
      { firstMonth: '2015-04', count: null },
    ]);
  });

  it('stay as they were frozen when something is sent with an earlier date', async () => {
    await send('2015-08-20T10:00:00Z', 6);
    expect(await publishedQuarters(spoc)).toContainEqual({ firstMonth: '2015-07', count: null });
    await expect(database.db.$executeRaw`UPDATE published_quarter SET count = 50`).rejects.toThrow();
  });

  it('come once each is over, and the newest eight are shown', async () => {
    clock.set(new Date('2016-04-01T00:00:01+01:00'));
    expect((await publishedQuarters(spoc))[0]).toEqual({ firstMonth: '2016-01', count: 9 });
    clock.set(new Date('2018-01-01T00:00:01Z'));
    const months = (await publishedQuarters(spoc)).map(({ firstMonth }) => firstMonth);
    expect(months).toHaveLength(8);
    expect([months[0], months.at(-1)]).toEqual(['2017-10', '2016-01']);
  });

  it('are not there for a partner or the auditor', async () => {
    for (const email of ['robin@harbour-trust.example', 'auditor@police.example'])
      await expect(publishedQuarters(await makeCtx(database, { email, clock }))).rejects.toBeInstanceOf(
        NotFound,
      );
  });
});
