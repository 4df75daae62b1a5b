import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { colleaguesDraft, colleaguesReports } from '../own-reports/colleagues-reports.server.ts';
import { draftFate } from './draft-fate.server.ts';
import { ownDraft } from './drafts.server.ts';
import { openFullCopy } from '../own-reports/open-full-copy.server.ts';
import { openOwnReceipt } from '../own-reports/open-own-receipt.server.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { ownReports } from '../own-reports/own-reports.server.ts';
import { reply } from '../own-reports/reply.server.ts';
import { submit } from '../submitting/submit.server.ts';
import { takeOverDraft } from './take-over-draft.server.ts';
import { withdraw } from '../own-reports/withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
await addPeople(db);
const clock = fixedClock(testNow);
const { reporter, fib } = await officers(database, clock);
const colleague = await makeCtx(database, { email: people.colleague, clock });
const elsewhere = await makeCtx(database, { email: people.elsewhere, clock });
const agree = (allowed: boolean) =>
  db.organisation.update({
    where: { id: reporter.actor.organisationId ?? '' },
    data: { agreementCover: allowed, agreementFullCopy: allowed },
  });
beforeEach(() => agree(true));

async function asked(): Promise<Id<'Submission'>> {
  const submissionId = await submitted(reporter);
  await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  await performAction(fib, {
    action: 'ask_partner',
    submissionId,
    comment: 'Which day was it?',
    expectedVersion: null,
  });
  return submissionId;
}
const trailOf = async (type: string, subjectId: string) =>
  (await db.auditEvent.findMany({ where: { type, subjectId } })).map(({ actorId, data }) => [actorId, data]);

describe('standing in for a colleague', () => {
  it('is to read and to answer under one’s own name, and neither to withdraw nor to keep a copy', async () => {
    const submissionId = await asked();
    const report = await openOwnReport(colleague, { submissionId });
    expect(report).toMatchObject({
      sentBy: reporter.actor.displayName,
      mayCopy: false,
      actions: ['partner_replies'],
    });
    expect(report.document).not.toBeNull();
    expect(await trailOf('submission.read', submissionId)).toEqual([
      [colleague.actor.accountId, { part: 'cover' }],
    ]);
    expect(await openOwnReceipt(colleague, { submissionId })).toMatchObject({ submittedAt: testNow });
    await expect(withdraw(colleague, { submissionId, comment: '' })).rejects.toBeInstanceOf(Forbidden);
    await expect(openFullCopy(colleague, { submissionId })).rejects.toBeInstanceOf(Forbidden);
    await reply(colleague, { submissionId, replyId: randomUUID(), comment: 'It was Tuesday.', danger: 'no' });
    const [message] = await db.partnerMessage.findMany({ where: { submissionId, direction: 'to_police' } });
    expect(message?.authorId).toBe(colleague.actor.accountId);
    expect((await openOwnReport(reporter, { submissionId })).sentBy).toBeNull();
  });

  it('lists what others of the organisation sent and began, without a word of it, and records the look', async () => {
    const submissionId = await submitted(reporter);
    const draftId = await writtenDraft(reporter);
    const own = await submitted(colleague);
    const foreign = await submitted(elsewhere);
    const listed = await colleaguesReports(colleague, { before: null });
    expect(listed.sent.map(({ id }) => id)).toContain(submissionId);
    for (const id of [own, foreign]) expect(listed.sent.map((line) => line.id)).not.toContain(id);
    expect(listed.drafts).toContainEqual({
      id: draftId,
      writer: reporter.actor.displayName,
      createdAt: testNow,
      updatedAt: testNow,
      expiresAt: new Date(testNow.getTime() + 28 * 24 * 60 * 60_000),
      danger: false,
    });
    expect(JSON.stringify(listed)).not.toContain('van');
    expect(await trailOf('submission.listed', reporter.actor.organisationId ?? '')).toContainEqual([
      colleague.actor.accountId,
      { queue: 'colleagues', view: 'status' },
    ]);
    expect(await ownReports(colleague, { before: null })).toMatchObject({ covers: true });
  });

  it('comes a page at a time, each report once', async () => {
    for (let count = 0; count < 30; count += 1) await submitted(reporter);
    const ids: string[] = [];
    let before: string | null = null;
    do {
      const page = await colleaguesReports(colleague, { before });
      expect(page.sent.length).toBeLessThanOrEqual(25);
      ids.push(...page.sent.map(({ id }) => id));
      before = page.older;
    } while (before !== null);
    const all = await db.submission.count({ where: { submittedBy: reporter.actor.accountId } });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(all);
  });

  it('makes a draft that is taken over one’s own, and nobody else’s', async () => {
    const draftId = await writtenDraft(reporter);
    await takeOverDraft(colleague, { draftId });
    await takeOverDraft(colleague, { draftId });
    expect((await ownDraft(db, colleague, draftId)).accountId).toBe(colleague.actor.accountId);
    await expect(ownDraft(db, reporter, draftId)).rejects.toBeInstanceOf(NotFound);
    expect(await trailOf('draft.taken_over', draftId)).toEqual([
      [colleague.actor.accountId, { from: reporter.actor.accountId }],
    ]);
    const told = (await queuedJobs(db)).filter(({ data }) => data['kind'] === 'draft-taken-over');
    expect(told.map(({ data }) => data['accountId'])).toEqual([reporter.actor.accountId]);
  });

  it('tells whoever wrote a draft who has it now and what became of it, and may be taken back', async () => {
    const draftId = await writtenDraft(reporter);
    await takeOverDraft(colleague, { draftId });
    const by = colleague.actor.displayName;
    expect(await draftFate(reporter, { draftId })).toMatchObject({ kind: 'taken_over', by, now: 'unsent' });
    expect(await draftFate(colleague, { draftId })).toEqual({ kind: 'there' });
    expect(await draftFate(elsewhere, { draftId })).toMatchObject({ kind: 'not_own' });
    await takeOverDraft(reporter, { draftId });
    expect(await draftFate(reporter, { draftId })).toEqual({ kind: 'there' });
    expect(await draftFate(colleague, { draftId })).toMatchObject({
      kind: 'taken_over',
      by: reporter.actor.displayName,
    });
    const { submissionId } = await submit(reporter, { draftId, declaration: minimalPosts.declaration });
    expect(await draftFate(colleague, { draftId })).toMatchObject({ now: 'sent', submissionId });
    await agree(false);
    expect(await draftFate(colleague, { draftId })).toMatchObject({ now: 'sent', submissionId: null });
  });

  it('is not there without the agreement, nor for anybody of another organisation', async () => {
    const submissionId = await asked();
    const draftId = await writtenDraft(reporter);
    const refused = async (ctx: typeof colleague) => {
      for (const attempt of [
        () => openOwnReport(ctx, { submissionId }),
        () => openOwnReceipt(ctx, { submissionId }),
        () => reply(ctx, { submissionId, replyId: randomUUID(), comment: 'Hello', danger: 'no' }),
        () => takeOverDraft(ctx, { draftId }),
        () => colleaguesDraft(ctx, { draftId }),
      ])
        await expect(attempt()).rejects.toBeInstanceOf(NotFound);
    };
    await refused(elsewhere);
    await agree(false);
    await refused(colleague);
    await expect(colleaguesReports(colleague, { before: null })).rejects.toBeInstanceOf(NotFound);
    expect(await ownReports(colleague, { before: null })).toMatchObject({ covers: false });
    await agree(true);
    await expect(takeOverDraft(colleague, { draftId: newId<'Draft'>() })).rejects.toBeInstanceOf(NotFound);
    expect((await ownDraft(db, reporter, draftId)).id).toBe(draftId);
  });
});
