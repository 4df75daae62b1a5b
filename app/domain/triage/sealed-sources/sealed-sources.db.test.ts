import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { askToOpen } from './ask-to-open.server.ts';
import { decideOpening } from './decide-opening.server.ts';
import { openRequest, openRequestsPage } from './list-requests.server.ts';
import { openSourcePage, readSource } from './own-requests.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const { reporter, fib, fibTwo, supervisor, custodian, auditor, spocEast } = await officers(
  database,
  fixedClock(testNow),
);
const hour = 60 * 60_000;
const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  clock: fixedClock(new Date(testNow.getTime() + hours * hour)),
});

const sealedReport = (changes: Answers = {}) =>
  submittedWithSource(reporter, { name: 'Zebedee Quillfeather', contact: 'by the mill' }, changes);

async function ask(ctx: Ctx, submissionId: Id<'Submission'>, atOnce = false): Promise<Id<'SourceRequest'>> {
  const requestId = newId<'SourceRequest'>();
  await askToOpen(ctx, { submissionId, requestId, reason: 'To ask which door it was', atOnce });
  return requestId;
}
const agree = (requestId: Id<'SourceRequest'>, ctx: Ctx = custodian) =>
  decideOpening(ctx, { requestId, decision: '8', words: 'It is needed' });
const claim = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  performAction(ctx, { submissionId, action: 'claim', comment: '', expectedVersion: null });
const mailed = async () =>
  (await queuedJobs(db)).filter(({ name }) => name === 'send-mail').map(({ data }) => data);

describe('a sealed source', () => {
  it('is read by whoever asked, once a custodian agrees and as long as they said, and each reading is kept', async () => {
    const submissionId = await sealedReport();
    await expect(readSource(fib, { submissionId })).rejects.toBeInstanceOf(Conflict);
    const requestId = await ask(fib, submissionId);
    expect(await mailed()).toContainEqual({ kind: 'source-asked', accountId: custodian.actor.accountId });
    await expect(readSource(fib, { submissionId })).rejects.toBeInstanceOf(Conflict);

    await agree(requestId);
    const sealed = await readSource(fib, { submissionId });
    expect(sealed.map(({ answer }) => answer)).toEqual(['Zebedee Quillfeather', 'by the mill']);
    expect(sealed.every(({ question }) => question !== '')).toBe(true);
    await readSource(later(fib, 7), { submissionId });
    await expect(readSource(later(fib, 8), { submissionId })).rejects.toBeInstanceOf(Conflict);
    await expect(readSource(fibTwo, { submissionId })).rejects.toBeInstanceOf(Conflict);

    const events = await db.auditEvent.findMany({
      where: { subjectId: submissionId, type: { startsWith: 'source.' } },
      orderBy: { id: 'asc' },
      select: { type: true, actorId: true, data: true },
    });
    expect(events.filter(({ type }) => type !== 'source.words_checked')).toEqual([
      {
        type: 'source.opening_asked',
        actorId: fib.actor.accountId,
        data: { request: requestId, atOnce: false },
      },
      {
        type: 'source.opening_decided',
        actorId: custodian.actor.accountId,
        data: { request: requestId, agreed: true },
      },
      { type: 'source.read', actorId: fib.actor.accountId, data: { request: requestId } },
      { type: 'source.read', actorId: fib.actor.accountId, data: { request: requestId } },
    ]);
    expect(await openRequest(supervisor, { requestId })).toMatchObject({
      readings: 2,
      standing: 'readable',
      mayDecide: false,
    });
    expect(await columnsWith(pool, 'Zebedee', 'Quillfeather', 'by the mill')).toEqual([]);
  });

  it('is asked for by those who may read the original, where there is one, and once at a time', async () => {
    const submissionId = await sealedReport();
    for (const ctx of [reporter, spocEast, custodian, auditor])
      await expect(ask(ctx, submissionId)).rejects.toBeInstanceOf(NotFound);
    const requestId = await ask(fib, submissionId);
    await askToOpen(fib, { submissionId, requestId, reason: 'Sent twice', atOnce: false });
    expect(await db.sourceRequest.count({ where: { submissionId } })).toBe(1);
    await expect(ask(fib, submissionId)).rejects.toBeInstanceOf(Conflict);
    await ask(fibTwo, submissionId);
    await unguarded(pool, `UPDATE account_role SET role = 'auditor' WHERE role = 'source_custodian'`);
    await expect(ask(supervisor, submissionId)).rejects.toThrow('Nobody could decide');
    await unguarded(pool, `UPDATE account_role SET role = 'source_custodian' WHERE account_id = $1`, [
      custodian.actor.accountId,
    ]);
  });

  it('stays closed where the custodian says no, with their words, and may be asked for again', async () => {
    const submissionId = await sealedReport();
    const requestId = await ask(fib, submissionId);
    await decideOpening(custodian, { requestId, decision: 'no', words: 'Ask the partner first' });
    expect((await openSourcePage(fib, { submissionId })).request).toMatchObject({
      standing: 'refused',
      words: 'Ask the partner first',
    });
    await expect(readSource(fib, { submissionId })).rejects.toBeInstanceOf(Conflict);
    await expect(agree(requestId)).rejects.toBeInstanceOf(Conflict);
    await ask(fib, submissionId);
  });

  it('is decided on by a custodian alone, and never by whoever asked', async () => {
    const requestId = await ask(fib, await sealedReport());
    for (const ctx of [fib, supervisor, auditor, reporter])
      await expect(agree(requestId, ctx)).rejects.toBeInstanceOf(Forbidden);
    await expect(
      decideOpening(custodian, { requestId, decision: 'right', words: 'Not opened at once' }),
    ).rejects.toBeInstanceOf(Invalid);
    const both = { ...custodian, actor: { ...custodian.actor, accountId: fib.actor.accountId } };
    await expect(agree(requestId, both)).rejects.toBeInstanceOf(Forbidden);
    for (const ctx of [fib, spocEast, reporter, auditor]) {
      await expect(openRequest(ctx, { requestId })).rejects.toBeInstanceOf(NotFound);
      await expect(openRequestsPage(ctx, { cursor: null })).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('closes to whoever may no longer read the report', async () => {
    const submissionId = await sealedReport();
    await agree(await ask(fib, submissionId));
    const moved = { ...fib, actor: { ...fib.actor, roles: [] } };
    await expect(readSource(moved, { submissionId })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('opening at once', () => {
  it('is for whoever holds a High report, and told to everybody who looks over it', async () => {
    const submissionId = await sealedReport({ danger: 'soon' });
    const low = await sealedReport();
    await claim(fib, low);
    await expect(ask(fib, low, true)).rejects.toBeInstanceOf(Forbidden);
    await claim(fib, submissionId);
    await expect(ask(fibTwo, submissionId, true)).rejects.toBeInstanceOf(Forbidden);
    const requestId = await ask(fib, submissionId, true);
    expect(await readSource(fib, { submissionId })).toHaveLength(2);
    const told = (await mailed()).filter(({ kind }) => String(kind).startsWith('source-opened'));
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'source-opened-at-once', accountId: custodian.actor.accountId },
        { kind: 'source-opened-at-once', accountId: supervisor.actor.accountId },
        { kind: 'source-opened-at-once-trail', accountId: auditor.actor.accountId },
      ]),
    );
    expect((await openRequestsPage(custodian, { cursor: null })).waiting.map(({ id }) => id)).toContain(
      requestId,
    );
    await expect(readSource(later(fib, 1), { submissionId })).rejects.toBeInstanceOf(Conflict);
  });

  it('ends at once where a custodian finds that it was wrong', async () => {
    const submissionId = await sealedReport({ danger: 'soon' });
    await claim(fib, submissionId);
    const requestId = await ask(fib, submissionId, true);
    await expect(agree(requestId)).rejects.toBeInstanceOf(Invalid);
    await decideOpening(custodian, { requestId, decision: 'no', words: 'The partner could be called' });
    await expect(readSource(fib, { submissionId })).rejects.toBeInstanceOf(Conflict);
  });
});

it('the database keeps requests as they were made and decided by another', async () => {
  const requestId = await ask(fib, await sealedReport());
  await asOwner(pool, async (client) => {
    const where = `WHERE id = '${requestId}'`;
    const decided = (by: string) =>
      `UPDATE source_request SET decided_by = '${by}', decided_at = now(), agreed = true, words = 'Yes', readable_until = now() ${where}`;
    expect(await refusalOf(client, `UPDATE source_request SET reason = 'Another' ${where}`)).toContain(
      'only',
    );
    expect(await refusalOf(client, decided(fib.actor.accountId))).toContain('source_request_of_two');
    expect(await refusalOf(client, `UPDATE source_request SET readable_until = now() ${where}`)).toContain(
      'source_request_readable',
    );
    await client.query(decided(custodian.actor.accountId));
    expect(await refusalOf(client, decided(supervisor.actor.accountId))).toContain('written once');
    await client.query('SET LOCAL ROLE portal_app');
    expect(await refusalOf(client, `DELETE FROM source_request ${where}`)).toContain('permission denied');
    await client.query(`INSERT INTO source_reading VALUES ('${randomUUID()}', '${requestId}', now())`);
    expect(await refusalOf(client, 'DELETE FROM source_reading')).toContain('permission denied');
  });
});
