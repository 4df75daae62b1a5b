import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db/client.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { AuditEvent } from './events.ts';
import { record } from './record.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const robin = await makeCtx(database, { email: 'robin@harbour-trust.example', clock });
const subject = { type: 'draft', id: '0f8fad5b-d9cb-469f-a165-70867728950e' as Id<'Submission'> } as const;
const event: AuditEvent = { type: 'draft.started', data: { formVersion: 1 }, subject };
const newest = () => db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('an audit event', () => {
  it('says who did what to what, when by the portal’s calendar and when in truth', async () => {
    const before = Date.now();
    const sessionId = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
    await transaction(db, (tx) => record(tx, { ...robin, actor: { ...robin.actor, sessionId } }, event));
    const row = await newest();
    expect(row).toMatchObject({
      type: 'draft.started',
      actorId: robin.actor.accountId,
      actorLabel: 'Robin Example',
      sessionId,
      requestId: 'test',
      subjectType: 'draft',
      subjectId: subject.id,
      data: { formVersion: 1 },
      happenedAt: testNow,
    });
    // The database's own clock, which runs in the same machine or near it.
    expect(Math.abs(row.recordedAt.getTime() - before)).toBeLessThan(60_000);
  });

  it('keeps the name of the actor as it was', async () => {
    await transaction(db, (tx) => record(tx, robin, event));
    const { id } = await newest();
    await db.account.update({
      where: { id: robin.actor.accountId },
      data: { displayName: 'Renamed Example' },
    });
    expect((await db.auditEvent.findUniqueOrThrow({ where: { id } })).actorLabel).toBe('Robin Example');
  });

  it('of a job names the job, and of nobody says so', async () => {
    await transaction(db, (tx) => record(tx, makeSystemCtx(database, { clock }), event));
    expect(await newest()).toMatchObject({ actorId: null, actorLabel: 'Job test', sessionId: null });
    await transaction(db, (tx) =>
      record(tx, makePublicCtx(database, { clock }), {
        type: 'account.sign_in_failed',
        data: { reason: 'unknown' },
      }),
    );
    expect(await newest()).toMatchObject({
      actorId: null,
      actorLabel: 'Nobody signed in',
      subjectType: null,
      subjectId: null,
    });
  });

  it('lives and dies with its change and its jobs', async () => {
    const [events, jobs, drafts] = [
      await db.auditEvent.count(),
      (await queuedJobs(db)).length,
      await db.draft.count(),
    ];
    const failing = transaction(db, async (tx) => {
      await tx.setting.create({ data: { key: 'a change', value: {} } });
      await record(tx, robin, event, event);
      await enqueue(tx, { name: 'tell-high', data: { submissionId: subject.id } });
      throw new Error('the last step failed');
    });
    await expect(failing).rejects.toThrow('the last step failed');
    expect([await db.auditEvent.count(), (await queuedJobs(db)).length, await db.draft.count()]).toEqual([
      events,
      jobs,
      drafts,
    ]);
    expect(await db.setting.count({ where: { key: 'a change' } })).toBe(0);
  });

  it('cannot be written outside a transaction', async () => {
    expectTypeOf<Db>().not.toExtend<Tx>();
    const ended = await transaction(db, (tx) => Promise.resolve(tx));
    await expect(record(ended, robin, event)).rejects.toThrow();
  });

  it('knows the transaction it came with, so that a later job can seal what is settled', async () => {
    await transaction(db, (tx) => record(tx, robin, event, event));
    await transaction(db, (tx) => record(tx, robin, event));
    const rows = await db.$queryRaw<
      { transaction: string }[]
    >`SELECT transaction_id::text AS transaction FROM audit_event ORDER BY id DESC LIMIT 3`;
    expect(rows[1]?.transaction).toBe(rows[2]?.transaction);
    expect(rows[0]?.transaction).not.toBe(rows[1]?.transaction);
  });
});
