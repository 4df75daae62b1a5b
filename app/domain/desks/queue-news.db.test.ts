import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../kernel/context.ts';
import { addSupplement } from '../intake/own-reports/add-supplement.server.ts';
import { setSoundForHigh } from '../people/accounts/sound-for-high.server.ts';
import { officerSql } from '../people/duty/queue-people.server.ts';
import { queuesHeld } from '../submission/queues-held.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { queueNews } from './queue-news.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const people = await officers(database, clock);
const { reporter, fib, fibTwo, supervisor, spocEast, spocCoventry } = people;
const since = testNow;
const minute = 60_000;

beforeEach(async () => {
  await pastDanger(database.pool);
  await db.submission.updateMany({ data: { status: 'withdrawn' } });
  clock.set(new Date(testNow.getTime() + minute));
});

const news = (ctx: Ctx, from = since) => queueNews(ctx, { since: from });
const nothing = { high: 0, highItems: 0, others: 0, sound: false };
const act = (ctx: Ctx, submissionId: Id<'Submission'>, action: 'claim' | 'release' | 'raise_to_high') =>
  performAction(ctx, { submissionId, action, comment: 'Because', expectedVersion: null });

describe('what came since a page was read', () => {
  it('is told to whose queue it came, until somebody claims it', async () => {
    const id = await submitted(reporter);
    expect(await news(fib)).toEqual({ ...nothing, others: 1 });
    expect(await news(spocEast)).toEqual(nothing);
    expect(await news(fib, clock.now())).toMatchObject({ others: 1 });
    expect(await news(fib, new Date(clock.now().getTime() + minute))).toEqual(nothing);
    await act(fib, id, 'claim');
    expect(await news(fibTwo)).toEqual(nothing);
  });

  it('is told apart where it is High, to the duty list and supervisors in every queue', async () => {
    const id = await submitted(reporter, { danger: 'soon' });
    expect(await news(fib)).toEqual({ ...nothing, high: 1 });
    expect(await news(supervisor)).toEqual({ ...nothing, high: 1 });
    expect(await news(spocCoventry)).toEqual(nothing);
    const east = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
    await db.submission.update({ where: { id }, data: { primaryQueueId: east.id } });
    expect(await news(supervisor)).toMatchObject({ high: 1 });
    expect(await news(spocEast)).toMatchObject({ high: 1 });
    await db.submission.update({ where: { id }, data: { restricted: true } });
    expect(await news(spocEast)).toEqual(nothing);
  });

  it('comes again when a High one is put down, to everybody but who did', async () => {
    const id = await submitted(reporter, { danger: 'soon' });
    await act(fib, id, 'claim');
    clock.advance(5 * minute);
    const later = clock.now();
    expect(await news(fibTwo, later)).toEqual(nothing);
    clock.advance(minute);
    await act(fib, id, 'release');
    expect(await news(fibTwo, later)).toMatchObject({ high: 1 });
  });

  it('is what becomes High while it lies there, and danger added to what somebody holds', async () => {
    const id = await submitted(reporter);
    clock.advance(5 * minute);
    const later = clock.now();
    clock.advance(minute);
    await addSupplement(reporter, {
      submissionId: id,
      supplementId: randomUUID(),
      warned: false,
      text: 'They are in danger.',
      knownHow: 'told',
      danger: 'soon',
    });
    expect(await news(fib, later)).toMatchObject({ high: 1, others: 0 });
    await act(fib, id, 'claim');
    expect(await news(fibTwo, later)).toMatchObject({ high: 1 });
  });

  it('knows whose queue it is as every other page does', async () => {
    for (const ctx of Object.values(people)) {
      const held = await transaction(db, (tx) => queuesHeld(tx, ctx.actor));
      const rows = await db.$queryRaw<{ code: string }[]>`
        SELECT DISTINCT q.code FROM queue q JOIN account_role r ON r.account_id = ${ctx.actor.accountId}::uuid AND ${officerSql}`;
      expect(rows.map(({ code }) => code).sort()).toEqual(
        held.flatMap(({ hold, code }) => (hold === 'holder' ? [code] : [])).sort(),
      );
    }
  });

  it('says whether somebody wants to hear it, which is off until they switch it on, and kept', async () => {
    expect((await news(fib)).sound).toBe(false);
    await setSoundForHigh(fib, { on: true });
    await setSoundForHigh(fib, { on: true });
    expect((await news(fib)).sound).toBe(true);
    expect((await news(fibTwo)).sound).toBe(false);
    expect(await db.auditEvent.count({ where: { type: 'account.sound_switched' } })).toBe(1);
  });
});
