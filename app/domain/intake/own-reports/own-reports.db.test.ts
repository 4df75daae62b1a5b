import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { version4 } from '#tests/factories/published-forms.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { judgeAnswer, openAnswerJudgement } from './judge-answer.server.ts';
import { openOwnReceipt } from './open-own-receipt.server.ts';
import { openOwnReport } from './open-own-report.server.ts';
import { findOwnReports, ownReports } from './own-reports.server.ts';
import { reply } from './reply.server.ts';
import { findListSection } from '../../form/definition.ts';
import { oftenChosen } from '../drafts/often-chosen.server.ts';
import { startDraft } from '../drafts/start-draft.server.ts';
import { withdraw } from './withdraw.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const as = (email: string) => makeCtx(database, { email, clock });
const { reporter, fib, supervisor } = await officers(database, clock);
const elsewhere = await as('sam@lantern-project.example');
const { organisationId } = reporter.actor;
const colleague = { ...elsewhere, actor: { ...elsewhere.actor, organisationId } };
const lead = await as('lee@harbour-trust.example');
const leadOnly = await as('kit@lantern-project.example');

beforeEach(() => clock.set(testNow));

const claimed = async (changes = {}): Promise<Id<'Submission'>> => {
  const submissionId = await submitted(reporter, changes);
  await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  return submissionId;
};
const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status;

describe('the reporter’s own reports', () => {
  it('are those of the reporter, drafts first, and nobody else’s', async () => {
    const sam = await submitted(elsewhere);
    const { draftId } = await startDraft(elsewhere);
    const mine = await ownReports(elsewhere, { before: null });
    expect(mine.drafts.map(({ id }) => id)).toEqual([draftId]);
    expect(mine.sent).toEqual([expect.objectContaining({ id: sam, status: 'received', outcome: null })]);
    const others = await ownReports(lead, { before: null });
    expect(others).toEqual({ drafts: [], questions: [], sent: [], older: null, covers: false });
  });

  it('come a page at a time, each once, those of one moment too', async () => {
    const ray = await as('ray@housing-service.example');
    const ids: Id<'Submission'>[] = [];
    for (let count = 0; count < 53; count += 1) {
      if (count % 3 === 0) clock.advance(60_000);
      ids.push(await submitted(ray));
    }
    // What has ended comes after what is open, across the pages.
    const withdrawn = ids.slice(40);
    for (const submissionId of withdrawn) await withdraw(ray, { submissionId, comment: '' });
    const pages: string[][] = [];
    let before: string | null = null;
    do {
      const page = await ownReports(ray, { before });
      pages.push(page.sent.map(({ id }) => id));
      before = page.older;
    } while (before !== null);
    expect(pages.map((page) => page.length)).toEqual([25, 25, 3]);
    expect(new Set(pages.flat())).toEqual(new Set(ids));
    expect(new Set(pages.flat().slice(40))).toEqual(new Set(withdrawn));
    const only = await ownReports(ray, { before: null, status: 'withdrawn' });
    expect([only.sent.length, only.older]).toEqual([13, null]);
    expect(only.sent.every(({ status }) => status === 'withdrawn')).toBe(true);
    expect((await ownReports(ray, { before: null, status: 'being_reviewed' })).sent).toEqual([]);
  });

  it.each([
    'nonsense',
    '_',
    '2016-01-18T09:00:00.000Z',
    `2016-01-18T09:00:00.000Z_${randomUUID()}`,
    `open_2016-01-18T09:00:00.000Z_${'-'.repeat(36)}`,
    `open_2016-99-18T09:00:00.000Z_${randomUUID()}`,
    `ended_-271821-04-20T00:00:00.000Z_${randomUUID()}`,
    `ended_+275760-09-13T00:00:00.000Z_${randomUUID()}`,
    "x'; DROP TABLE submission; --",
  ])('start at the first page when asked for a page that is none: %s', async (before) => {
    expect(await ownReports(elsewhere, { before })).toEqual(await ownReports(elsewhere, { before: null }));
  });

  it('name each report about which the police wait for an answer, until it is answered', async () => {
    const submissionId = await claimed();
    const asked = async () => (await ownReports(reporter, { before: null })).questions.map(({ id }) => id);
    expect(await asked()).toEqual([]);
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which door was it?',
      expectedVersion: null,
    });
    expect(await asked()).toEqual([submissionId]);
    expect((await ownReports(colleague, { before: null })).questions).toEqual([]);
    await reply(reporter, {
      submissionId,
      replyId: randomUUID(),
      comment: 'The blue door.',
      danger: 'no',
    });
    expect(await asked()).toEqual([]);
  });

  it('are found by part of their reference or of one’s own, and nobody else’s', async () => {
    const id = await submitted(reporter, { ownReference: 'Case 40/B' });
    const other = await submitted(elsewhere, { ownReference: 'Case 40/B' });
    const found = async (sought: string) =>
      (await findOwnReports(reporter, { sought })).sent.map((report) => report.id);
    expect(await found(' case 40/b ')).toEqual([id]);
    expect(await found('40/C')).toEqual([]);
    const referenceOf = async (of: string) =>
      (await db.submission.findUniqueOrThrow({ where: { id: of } })).reference;
    expect(await found((await referenceOf(id)).toLowerCase().replace('-', ' '))).toEqual([id]);
    expect(await found(await referenceOf(other))).toEqual([]);
    await expect(found(' ')).rejects.toBeInstanceOf(Invalid);
    await expect(found('x'.repeat(101))).rejects.toBeInstanceOf(Invalid);
  });

  it('are for reporters', async () => {
    for (const other of [fib, supervisor, leadOnly])
      await expect(ownReports(other, { before: null })).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('one report', () => {
  it('shows what was sent, a neutral status and no handling, and records that it was read', async () => {
    const submissionId = await claimed();
    const report = await openOwnReport(reporter, { submissionId });
    expect(report).toMatchObject({
      id: submissionId,
      status: 'being_reviewed',
      outcome: null,
      messages: [],
      withdrawalRequested: false,
    });
    expect(JSON.stringify(report)).toContain('The white van was outside the house again on Tuesday');
    expect(JSON.stringify(report)).not.toMatch(/Frankie|fib|queue|in_assessment|routing/i);
    const read = await db.auditEvent.findMany({
      where: { type: 'submission.read', subjectId: submissionId },
    });
    expect(read.map(({ actorId, data }) => [actorId, data])).toEqual([
      [reporter.actor.accountId, { part: 'own' }],
    ]);
  });

  it('is its writer’s alone, and so is its receipt', async () => {
    const submissionId = await submitted(reporter);
    for (const other of [colleague, elsewhere]) {
      await expect(openOwnReport(other, { submissionId })).rejects.toBeInstanceOf(NotFound);
      await expect(openOwnReceipt(other, { submissionId })).rejects.toBeInstanceOf(NotFound);
      await expect(withdraw(other, { submissionId, comment: '' })).rejects.toBeInstanceOf(NotFound);
      await expect(
        reply(other, { submissionId, replyId: randomUUID(), comment: 'Hello', danger: 'no' }),
      ).rejects.toBeInstanceOf(NotFound);
    }
    await expect(openOwnReport(fib, { submissionId })).rejects.toBeInstanceOf(NotFound);
    await expect(openOwnReceipt(fib, { submissionId })).rejects.toBeInstanceOf(NotFound);
    for (const other of [lead, leadOnly])
      await expect(openOwnReport(other, { submissionId })).rejects.toBeInstanceOf(NotFound);
    // The lead of the organisation knows that it exists, and may do nothing with it.
    await expect(withdraw(lead, { submissionId, comment: '' })).rejects.toBeInstanceOf(Forbidden);
    await expect(withdraw(leadOnly, { submissionId, comment: '' })).rejects.toBeInstanceOf(NotFound);
    const unknown = newId<'Submission'>();
    await expect(openOwnReport(reporter, { submissionId: unknown })).rejects.toBeInstanceOf(NotFound);
    await expect(openOwnReceipt(reporter, { submissionId: unknown })).rejects.toBeInstanceOf(NotFound);
    expect(await statusOf(submissionId)).toBe('submitted');
  });

  it('has a receipt with reference and times and no content', async () => {
    const submissionId = await submitted(reporter, { danger: 'soon', ownReference: 'Case 41/C' });
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const { promise, ...receipt } = await openOwnReceipt(reporter, { submissionId });
    expect(promise).toMatchObject({
      next: 'opening',
      due: { at: new Date('2016-01-18T10:00:00Z'), wholeDay: false },
    });
    expect(receipt).toEqual({
      reference,
      partnerReference: 'Case 41/C',
      submittedAt: testNow,
      enteredFor: null,
      high: true,
      // That of the slowest clock: it does not tell one report from another.
      latestAnswer: new Date('2016-01-29T17:00:00Z'),
      fullCopy: false,
      sentAtOnce: false,
      agreement: { reference: 'ISA-EX-001', agreedOn: null },
      shared: ['account', 'exploitation', 'addresses', 'vehicles', 'source'],
    });
  });
});

describe('withdrawing', () => {
  it('takes a report back before it is assessed; the partner then sees no text, and police keep the original', async () => {
    const submissionId = await submitted(reporter);
    expect(await withdraw(reporter, { submissionId, comment: 'Sent by mistake' })).toBe('withdrawn');
    expect(await openOwnReport(reporter, { submissionId })).toMatchObject({
      status: 'withdrawn',
      document: null,
    });
    expect(await db.submissionContent.count({ where: { submissionId } })).toBe(1);
    await expect(withdraw(reporter, { submissionId, comment: '' })).rejects.toThrow();
    expect(await statusOf(submissionId)).toBe('withdrawn');
  });

  it('of a High report only asks: it stays where it is and keeps its clocks', async () => {
    const submissionId = await submitted(reporter, { danger: 'soon' });
    const before = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(await withdraw(reporter, { submissionId, comment: 'They are safe now' })).toBe('asked');
    // Asked again from another tab: it is asked already.
    clock.advance(60_000);
    expect(await withdraw(reporter, { submissionId, comment: 'Once more' })).toBe('asked');
    const after = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect(after).toMatchObject({
      status: 'submitted',
      withdrawalRequestedAt: testNow,
      waitingSince: before.waitingSince,
      dueAt: before.dueAt,
      claimedBy: null,
    });
    expect(await openOwnReport(reporter, { submissionId })).toMatchObject({
      status: 'received',
      withdrawalRequested: true,
    });
    expect((await openOwnReport(reporter, { submissionId })).document).not.toBeNull();
  });

  it('is too late once it is ended', async () => {
    const submissionId = await claimed();
    await performAction(fib, {
      action: 'reject',
      submissionId,
      comment: 'It was about something else.',
      expectedVersion: null,
    });
    await expect(withdraw(reporter, { submissionId, comment: '' })).rejects.toThrow();
    expect(await openOwnReport(reporter, { submissionId })).toMatchObject({
      status: 'closed',
      outcome: 'rejected',
    });
    const { sent } = await ownReports(reporter, { before: null });
    expect(sent.find(({ id }) => id === submissionId)).toMatchObject({
      status: 'closed',
      outcome: 'rejected',
    });
  });
});

describe('answering a question', () => {
  it('goes to police as a message, and the report is being reviewed again', async () => {
    const submissionId = await claimed();
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which door was it?',
      expectedVersion: null,
    });
    expect(await openOwnReport(reporter, { submissionId })).toMatchObject({ status: 'more_needed' });
    clock.advance(3_600_000);
    await reply(reporter, {
      submissionId,
      replyId: randomUUID(),
      comment: '  The blue door.  ',
      danger: 'no',
    });
    const report = await openOwnReport(reporter, { submissionId });
    expect(report.status).toBe('being_reviewed');
    expect(report.messages.map(({ direction, kind, text }) => [direction, kind, text])).toEqual([
      ['to_partner', 'question', 'Which door was it?'],
      ['to_police', 'reply', 'The blue door.'],
    ]);
    const trail = await db.auditEvent.findMany({ where: { subjectId: submissionId } });
    expect(JSON.stringify(trail.map(({ data }) => data))).not.toMatch(/door/);
  });

  it('is refused when it is empty or too long, and when nothing was asked', async () => {
    const submissionId = await claimed();
    await expect(
      reply(reporter, { submissionId, replyId: randomUUID(), comment: 'Nobody asked', danger: 'no' }),
    ).rejects.toThrow();
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which door was it?',
      expectedVersion: null,
    });
    for (const comment of ['', '   ', 'x'.repeat(4001)])
      await expect(
        reply(reporter, { submissionId, replyId: randomUUID(), comment, danger: 'no' }),
      ).rejects.toBeInstanceOf(Invalid);
    expect((await openOwnReport(reporter, { submissionId })).messages).toHaveLength(1);
    await reply(reporter, { submissionId, replyId: randomUUID(), comment: 'x'.repeat(4000), danger: 'no' });
  });

  it('is kept as added information where the police have gone on without it, and is read by them', async () => {
    const submissionId = await claimed();
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which door was it?',
      expectedVersion: null,
    });
    await performAction(fib, { submissionId, action: 'stop_waiting', comment: '', expectedVersion: null });
    const replyId = randomUUID();
    const late = { submissionId, replyId, comment: ' The blue door. ', danger: 'no' };
    expect(await reply(reporter, late)).toBe('added');
    await reply(reporter, late);
    expect((await openOwnReport(reporter, { submissionId })).supplements).toMatchObject([
      { id: replyId, text: 'The blue door.', danger: 'no' },
    ]);
    expect(await openSubmission(fib, { submissionId })).toMatchObject({
      supplements: [{ text: 'The blue door.' }],
    });
    expect(
      (await db.submission.findUniqueOrThrow({ where: { id: submissionId } })).newInformationAt,
    ).not.toBeNull();
    await expect(
      reply(reporter, { ...late, replyId: randomUUID(), comment: ' ', danger: 'no' }),
    ).rejects.toBeInstanceOf(Invalid);
  });

  it('keeps a second answer from another tab, and one answer however often it is sent', async () => {
    const submissionId = await claimed();
    await performAction(fib, {
      action: 'ask_partner',
      submissionId,
      comment: 'Which door was it?',
      expectedVersion: null,
    });
    const first = { submissionId, replyId: randomUUID(), comment: 'The blue door.', danger: 'no' };
    expect(await reply(reporter, first)).toBe('answered');
    await reply(reporter, first);
    expect(
      await reply(reporter, { ...first, replyId: randomUUID(), comment: 'The red door.', danger: 'no' }),
    ).toBe('added');
    const report = await openOwnReport(reporter, { submissionId });
    expect(report.messages.map(({ text }) => text).sort()).toEqual(['The blue door.', 'Which door was it?']);
    expect(report.supplements.map(({ text }) => text)).toEqual(['The red door.']);
  });
});

describe('nationalities and languages', () => {
  it('that five reports of the organisation name come first, and of others nothing is said', async () => {
    const { questions } = findListSection(version4, 'people')!;
    const often = () => oftenChosen(db, elsewhere.actor.organisationId ?? '', version4, questions);
    const name = (personNationality: string) =>
      submitted(elsewhere, {
        people: [{ id: randomUUID(), personPart: 'possible_victim', personNationality }],
      });
    for (const nationality of ['RO', 'VN', 'VN', 'VN', 'VN']) await name(nationality);
    expect((await often())['personNationality']).toEqual([]);
    await name('VN');
    expect(await often()).toMatchObject({ personNationality: ['VN'], personLanguage: [] });
    expect(await oftenChosen(db, organisationId ?? '', version4, questions)).toMatchObject({
      personNationality: [],
    });
  });
});

describe('whether an answer was useful', () => {
  const judged = (submissionId: Id<'Submission'>) => db.answerJudgement.findMany({ where: { submissionId } });
  const answered = async () => {
    const submissionId = await claimed();
    await performAction(fib, {
      submissionId,
      action: 'reject',
      comment: 'It names nothing that we could look at.',
      expectedVersion: null,
    });
    return submissionId;
  };

  it('is said by whoever sent the report, of an answer that is there, and changed as they like', async () => {
    const open = await claimed();
    const said = { useful: 'no', wishes: ['sooner', 'anything'] };
    await expect(judgeAnswer(reporter, { submissionId: open, ...said })).rejects.toThrow(Conflict);
    const submissionId = await answered();
    expect((await openOwnReport(reporter, { submissionId })).judging).toEqual({ useful: null });
    for (const ctx of [lead, colleague, elsewhere, fib])
      await expect(judgeAnswer(ctx, { submissionId, ...said })).rejects.toThrow(NotFound);
    await expect(judgeAnswer(reporter, { submissionId, useful: '', wishes: [] })).rejects.toThrow(Invalid);
    await judgeAnswer(reporter, { submissionId, ...said });
    await judgeAnswer(reporter, { submissionId, useful: 'partly', wishes: [] });
    expect(await judged(submissionId)).toMatchObject([{ useful: 'partly', wishes: [] }]);
    expect(await openAnswerJudgement(reporter, { submissionId })).toEqual({ useful: 'partly', wishes: [] });
    const events = await db.auditEvent.findMany({
      where: { type: 'answer.judged', subjectId: submissionId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { useful: 'no', wishes: ['sooner'], again: false },
      { useful: 'partly', wishes: [], again: true },
    ]);
  });
});
