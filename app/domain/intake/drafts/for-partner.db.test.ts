import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { begunForPartner, enteredForPartner, writtenForPartner } from '#tests/factories/for-partner.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { officers } from '#tests/factories/officers.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { colleaguesReports } from '../own-reports/colleagues-reports.server.ts';
import { ownDraft } from './drafts.server.ts';
import { expireDrafts } from './expire-drafts.server.ts';
import { openOwnReceipt } from '../own-reports/open-own-receipt.server.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { ownReports } from '../own-reports/own-reports.server.ts';
import { partnerChoices, partnerPeople } from './partner-choices.server.ts';
import { reply } from '../own-reports/reply.server.ts';
import { savePage } from './save-page.server.ts';
import { startDraftForPartner } from './start-draft-for-partner.server.ts';
import { submit } from '../submitting/submit.server.ts';
import { takeOverDraft } from './take-over-draft.server.ts';
import { withdraw } from '../own-reports/withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
await addPeople(db);
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, spocEast, spocCoventry, areaLead } = await officers(database, clock);
const colleague = await makeCtx(database, { email: people.colleague, clock });
const lead = await makeCtx(database, { email: people.lead, clock });
const organisationId = reporter.actor.organisationId ?? ('' as Id<'Organisation'>);
const { declaration } = minimalPosts;
const mailsOf = async (submissionId: string) =>
  (await queuedJobs(db, submissionId))
    .filter(({ name }) => name === 'send-mail')
    .map(({ data }) => [data['kind'], data['accountId']]);

describe('a report that an officer enters', () => {
  it('is the partner’s, came by telephone, and says who entered it; nobody has claimed it', async () => {
    const submissionId = await enteredForPartner(spocCoventry);
    const row = await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: {
        submissionPlanLinks: { include: { planItem: true } },
        submissionEvents: true,
        primaryQueue: true,
      },
    });
    expect(row).toMatchObject({
      organisationId,
      submittedBy: reporter.actor.accountId,
      enteredBy: spocCoventry.actor.accountId,
      channel: 'telephone',
      claimedBy: null,
      status: 'submitted',
      primaryQueue: { code: 'fib' },
    });
    expect(row.submissionPlanLinks.map(({ planItem }) => planItem.code)).not.toContain('PCC 1.4.1');
    expect(row.submissionEvents.map(({ actorId }) => actorId)).toEqual([spocCoventry.actor.accountId]);
    const trail = await db.auditEvent.findMany({ where: { subjectId: { in: [submissionId, row.draftId] } } });
    expect(trail.map(({ type, actorId }) => [type, actorId])).toEqual(
      expect.arrayContaining([
        ['draft.started_for_partner', spocCoventry.actor.accountId],
        ['submission.submitted', spocCoventry.actor.accountId],
      ]),
    );
    expect(await mailsOf(submissionId)).toEqual([['received', reporter.actor.accountId]]);
  });

  it('is linked to the plan for the web form where the partner sends the same themselves', async () => {
    const { submissionId } = await submit(reporter, { draftId: await writtenDraft(reporter), declaration });
    const links = await db.submissionPlanLink.findMany({
      where: { submissionId },
      include: { planItem: true },
    });
    expect(links.map(({ planItem }) => planItem.code)).toContain('PCC 1.4.1');
  });

  it('is High at once where somebody is in danger', async () => {
    const submissionId = await enteredForPartner(fib, {
      posts: { danger: { danger: 'soon' } },
    });
    expect(await db.submission.findUnique({ where: { id: submissionId } })).toMatchObject({
      priority: 'high',
    });
    expect((await queuedJobs(db, submissionId)).map(({ name }) => name)).toContain('tell-high');
  });

  it('becomes one report however often it is sent', async () => {
    const draftId = await writtenForPartner(fib, { channel: 'paper' });
    const first = await submit(fib, { draftId, declaration });
    expect(await submit(fib, { draftId, declaration })).toEqual(first);
    expect(await db.submission.count({ where: { draftId, channel: 'paper' } })).toBe(1);
    await expect(submit(fibTwo, { draftId, declaration })).rejects.toBeInstanceOf(NotFound);
  });

  it('keeps who told the partner sealed, and nowhere else', async () => {
    const source = { ...minimalPosts.source, sourceKind: 'colleague', sourceName: 'Quillon Example' };
    const submissionId = await enteredForPartner(fib, { posts: { source } });
    const { draftId } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(await db.sourceRecord.count({ where: { draftId, submissionId } })).toBe(1);
    const content = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    expect(JSON.stringify(content)).not.toContain('Quillon');
    expect((await openOwnReport(reporter, { submissionId })).enteredFrom).toBe('telephone');
  });

  it('is read, answered and withdrawn by whoever made it, and by no lead without reports', async () => {
    const submissionId = await enteredForPartner(spocCoventry);
    expect((await ownReports(reporter, { before: null })).sent.map(({ id }) => id)).toContain(submissionId);
    await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which day was it?',
      expectedVersion: null,
    });
    expect(await mailsOf(submissionId)).toContainEqual(['answer-waiting', reporter.actor.accountId]);
    await expect(openOwnReport(lead, { submissionId })).rejects.toBeInstanceOf(NotFound);
    await reply(reporter, { submissionId, replyId: randomUUID(), comment: 'It was Tuesday.', danger: 'no' });
    const mistaken = await enteredForPartner(spocCoventry);
    await withdraw(reporter, { submissionId: mistaken, comment: 'A mistake' });
    expect(await db.submission.findUnique({ where: { id: mistaken } })).toMatchObject({
      status: 'withdrawn',
    });
  });
});

describe('where whoever made it has no account', () => {
  it('belongs to nobody of the partner; its leads are told, and colleagues where they may stand in', async () => {
    const closed = await enteredForPartner(fib, { email: null });
    const leads = await db.account.findMany({
      where: { organisationId, status: 'active', accountRoles: { some: { role: 'partner_lead' } } },
    });
    expect(leads.length).toBeGreaterThan(0);
    expect(new Set((await mailsOf(closed)).map(([, id]) => id))).toEqual(new Set(leads.map(({ id }) => id)));
    await expect(openOwnReport(colleague, { submissionId: closed })).rejects.toBeInstanceOf(NotFound);
    await db.organisation.update({ where: { id: organisationId }, data: { agreementCover: true } });
    const covered = await enteredForPartner(fib, { email: null });
    expect((await mailsOf(covered)).map(([, id]) => id)).toContain(colleague.actor.accountId);
    expect(await openOwnReport(colleague, { submissionId: covered })).toMatchObject({ sentBy: null });
    const listed = await colleaguesReports(colleague, { before: null });
    expect(listed.sent.find(({ id }) => id === covered)?.sentBy).toBeNull();
    await db.organisation.update({ where: { id: organisationId }, data: { agreementCover: false } });
  });

  it('gives the officer no right of a partner', async () => {
    const submissionId = await enteredForPartner(fib, { email: null });
    await expect(openOwnReport(fib, { submissionId })).rejects.toBeInstanceOf(NotFound);
    await expect(withdraw(fib, { submissionId, comment: '' })).rejects.toBeInstanceOf(Forbidden);
    await expect(
      reply(fib, { submissionId, replyId: randomUUID(), comment: 'Hello', danger: 'no' }),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it('goes to the officer where the partner has nobody to tell', async () => {
    const other = await db.organisation.create({
      data: {
        ...(await db.organisation.findFirstOrThrow({ where: { id: organisationId } })),
        id: randomUUID(),
        name: 'Example Quiet Trust',
      },
    });
    const { draftId } = await startDraftForPartner(fib, {
      organisationId: other.id,
      reportedBy: 'none',
      channel: 'paper',
    });
    await db.draft.update({
      where: { id: draftId },
      data: {
        answers:
          (await db.draft.findUniqueOrThrow({ where: { id: await writtenForPartner(fib) } })).answers ?? {},
      },
    });
    const { submissionId } = await submit(fib, { draftId, declaration });
    expect(await mailsOf(submissionId)).toEqual([['received', fib.actor.accountId]]);
  });
});

describe('an officer who entered a report', () => {
  it('reads afterwards what their role reads, and the receipt', async () => {
    const submissionId = await enteredForPartner(spocCoventry);
    await expect(openSubmission(spocCoventry, { submissionId })).rejects.toBeInstanceOf(NotFound);
    expect(await openOwnReceipt(spocCoventry, { submissionId })).toMatchObject({
      enteredFor: expect.any(String) as string,
    });
    for (const ctx of [fib, spocEast])
      await expect(openOwnReceipt(ctx, { submissionId })).rejects.toBeInstanceOf(NotFound);
    expect(await openOwnReceipt(reporter, { submissionId })).toMatchObject({ enteredFor: null });
    const seen = await openSubmission(fib, { submissionId });
    expect(seen).toMatchObject({
      facts: { enteredBy: spocCoventry.actor.displayName, sentBy: { name: reporter.actor.displayName } },
    });
  });

  it('has their own drafts and nobody else’s, and partners have none of theirs', async () => {
    const draftId = await begunForPartner(fib);
    expect((await ownDraft(db, fib, draftId)).enteredFor).toMatchObject({ channel: 'telephone' });
    const posted = minimalPosts.danger;
    for (const ctx of [fibTwo, spocEast, reporter, colleague]) {
      await expect(ownDraft(db, ctx, draftId)).rejects.toBeInstanceOf(NotFound);
      await expect(savePage(ctx, { draftId, pageId: 'danger', posted })).rejects.toBeInstanceOf(NotFound);
    }
    await expect(ownDraft(db, areaLead, draftId)).rejects.toBeInstanceOf(Forbidden);
    await expect(takeOverDraft(reporter, { draftId })).rejects.toBeInstanceOf(NotFound);
    await expect(ownDraft(db, fib, await writtenDraft(reporter))).rejects.toBeInstanceOf(NotFound);
    expect((await partnerChoices(fib)).unsent.map(({ id }) => id)).toContain(draftId);
    expect((await partnerChoices(fibTwo)).unsent.map(({ id }) => id)).not.toContain(draftId);
    expect((await ownReports(reporter, { before: null })).drafts.map(({ id }) => id)).not.toContain(draftId);
  });

  it('loses a draft that nobody touches, as everybody does', async () => {
    const draftId = await begunForPartner(fib);
    const later = new Date((await ownDraft(db, fib, draftId)).expiresAt.getTime() + 1);
    await expireDrafts(makeSystemCtx(database, { clock: fixedClock(later) }));
    await expect(ownDraft(db, fib, draftId)).rejects.toBeInstanceOf(NotFound);
  });

  it('begins only for a partner that shares, in the name of one of its reporters, in a known way', async () => {
    const reportedBy = reporter.actor.accountId;
    const start = (changes: object, ctx = fib) =>
      startDraftForPartner(ctx, { organisationId, reportedBy, channel: 'telephone', ...changes });
    for (const unknown of [randomUUID(), 'nonsense'])
      await expect(start({ organisationId: unknown })).rejects.toBeInstanceOf(NotFound);
    for (const wrong of ['', lead.actor.accountId, fib.actor.accountId])
      await expect(start({ reportedBy: wrong })).rejects.toBeInstanceOf(Invalid);
    for (const channel of ['', 'web']) await expect(start({ channel })).rejects.toBeInstanceOf(Invalid);
    for (const ctx of [reporter, areaLead]) {
      await expect(start({}, ctx)).rejects.toBeInstanceOf(Forbidden);
      await expect(partnerChoices(ctx)).rejects.toBeInstanceOf(Forbidden);
      await expect(partnerPeople(ctx, { organisationId })).rejects.toBeInstanceOf(Forbidden);
    }
    await db.organisation.update({ where: { id: organisationId }, data: { status: 'closed' } });
    await expect(start({})).rejects.toBeInstanceOf(NotFound);
    await db.organisation.update({ where: { id: organisationId }, data: { status: 'active' } });
  });
});
