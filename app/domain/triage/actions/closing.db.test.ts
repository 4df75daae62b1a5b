import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { accept, claim, clean, createItem, permitted, sanitiseAs } from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Ctx } from '../../kernel/context.ts';
import { gradeItem } from '../items/grade-item.server.ts';
import { performAction } from './perform-action.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
});
beforeEach(() => clearJobs(db));

/** A report that FIB moved to Coventry's SPOC, who graded and accepted it. */
async function withCoventry(): Promise<{ submissionId: Id<'Submission'>; itemId: Id<'IntelligenceItem'> }> {
  clock.advance(60_000);
  const submissionId = await submitted(people.reporter);
  await db.submission.update({ where: { id: submissionId }, data: { areaId: null } });
  const comment = 'It lies in Coventry.';
  await performAction(people.fib, {
    action: 'reroute',
    submissionId,
    otherQueue: 'spoc-cov',
    comment,
    expectedVersion: null,
  });
  await claim(people.spocCoventry, submissionId);
  const { itemId } = await createItem(people.spocCoventry, {
    submissionId,
    title: 'Van',
    expectedVersion: null,
  });
  await gradeItem(people.spocCoventry, { itemId, posted: permitted, expectedVersion: null });
  await clearJobs(db);
  await accept(people.spocCoventry, submissionId);
  return { submissionId, itemId };
}
const close = (submissionId: Id<'Submission'>, outcome: string, unsanitised = '') =>
  performAction(people.spocCoventry, {
    action: 'answer_and_close',
    submissionId,
    outcome,
    comment: '',
    unsanitised,
    expectedVersion: null,
  });
async function inCoventry(submissionId: Id<'Submission'>): Promise<void> {
  const { code: areaCode } = await db.area.findFirstOrThrow({ where: { name: 'Coventry' } });
  const comment = 'The address lies there.';
  await performAction(people.spocCoventry, {
    action: 'set_area',
    submissionId,
    area: areaCode,
    comment,
    expectedVersion: null,
  });
}

describe('a report that a SPOC closes', () => {
  it('as used has its area, and a sanitised text of each item or the reason why there is none', async () => {
    const { submissionId } = await withCoventry();
    const missing = {
      unsanitised: 'Have FIB write the sanitised text of every item, or enter why there is none',
    };
    await expect(close(submissionId, 'used')).rejects.toMatchObject({
      fieldErrors: { ...missing, outcome: expect.stringContaining('No area has it yet') as string },
    });
    await inCoventry(submissionId);
    await expect(close(submissionId, 'crime_recorded', '  ')).rejects.toMatchObject({ fieldErrors: missing });
    await expect(close(submissionId, 'used', 'x'.repeat(501))).rejects.toMatchObject({
      fieldErrors: { unsanitised: 'The reason must be 500 characters or less' },
    });
    await close(submissionId, 'used', 'It serves a running enquiry only.');
    const ended = await db.submissionEvent.findFirstOrThrow({ where: { submissionId, toStatus: 'closed' } });
    expect(ended.comment).toBe('No sanitised text: It serves a running enquiry only.');
    const report = JSON.stringify(await openOwnReport(people.reporter, { submissionId }));
    expect(report).not.toContain('running enquiry');
  });

  it('needs no reason once FIB has written the text, nor for another outcome', async () => {
    const { submissionId, itemId } = await withCoventry();
    await inCoventry(submissionId);
    await sanitiseAs(people.fib, itemId, clean);
    await close(submissionId, 'used');
    const other = await withCoventry();
    await close(other.submissionId, 'no_further_use');
  });

  it('may end as the duplicate that FIB has linked it as, of a report that the SPOC may not see', async () => {
    const { submissionId } = await withCoventry();
    const original = await submitted(people.reporter);
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: original } });
    await expect(close(submissionId, 'duplicate')).rejects.toMatchObject({
      fieldErrors: { outcome: 'Link this report to the one that it duplicates first' },
    });
    const reason = 'The same van on the same day.';
    await relateSubmissions(people.fib, { submissionId, reference, kind: 'duplicate_of', reason });
    await close(submissionId, 'duplicate');
    const { status } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(status).toBe('closed');
  });

  it('was told to FIB when it was accepted, as FIB alone writes what leaves', async () => {
    const { submissionId } = await withCoventry();
    const told = (await queuedJobs(db)).filter(({ data }) => data['kind'] === 'to-sanitise');
    expect(told.map(({ data }) => data['accountId'])).toContain(people.fib.actor.accountId);
    expect(told.map(({ data }) => data['accountId'])).not.toContain(people.spocEast.actor.accountId);
    expect(told.every(({ data }) => data['submissionId'] === submissionId)).toBe(true);
    clock.advance(60_000);
    const own = await submitted(people.reporter);
    await claim(people.fib, own);
    const { itemId } = await createItem(people.fib, {
      submissionId: own,
      title: 'Van',
      expectedVersion: null,
    });
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    await clearJobs(db);
    await accept(people.fib, own);
    expect((await queuedJobs(db)).filter(({ data }) => data['kind'] === 'to-sanitise')).toEqual([]);
  });
});
