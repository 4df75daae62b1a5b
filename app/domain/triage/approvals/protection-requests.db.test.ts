import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { whatWaits } from '../../desks/what-waits.server.ts';
import { addSupplement } from '../../intake/own-reports/add-supplement.server.ts';
import { markInformationRead } from '../partner-messages/mark-information-read.server.ts';
import { openApprovals } from './open-approvals.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { prepareAction } from '../../desks/prepare-action.server.ts';
import type { PlainAction, SubmissionAction } from '../../submission/actions.ts';
import { performAction, type PostedAction } from '../actions/perform-action.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const who = await officers(database, clock);
const { reporter, fib, fibTwo, supervisor, spocEast } = who;
const supervisorTwo = await makeCtx(database, { email: secondSupervisor, clock });

beforeEach(async () => {
  clock.set(testNow);
  await clearJobs(db);
});

const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const take = (
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  action: SubmissionAction,
  input: Partial<PostedAction> = {},
) =>
  performAction(ctx, {
    submissionId,
    action,
    comment: 'Read it again.',
    expectedVersion: null,
    ...dangerActNow(ctx),
    ...input,
  });
const plain = (ctx: Ctx, submissionId: Id<'Submission'>, action: PlainAction) =>
  performAction(ctx, { submissionId, action, comment: '', expectedVersion: null });
/** In FIB's queue, raised to High by an officer, held by `fib`. */
const high = async () => {
  const id = await submitted(reporter);
  clock.advance(60_000);
  await take(fibTwo, id, 'raise_to_high');
  await plain(fib, id, 'claim');
  clock.advance(60_000);
  await clearJobs(db);
  return id;
};
const restricted = async () => {
  const id = await submitted(reporter);
  await take(fibTwo, id, 'restrict');
  await plain(fib, id, 'claim');
  clock.advance(60_000);
  await clearJobs(db);
  return id;
};
const whole = async (ctx: Ctx, submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(ctx, { submissionId });
  if (opened.view !== 'whole') throw new Error('Only its status is shown');
  return opened;
};
const offered = async (ctx: Ctx, id: Id<'Submission'>) =>
  (await whole(ctx, id)).actions.map(({ action }) => action);
const mailed = async (id?: string) =>
  (await queuedJobs(db, id))
    .filter(({ name }) => name === 'send-mail')
    .map(({ data }) => data as { kind: string; accountId: string })
    .map(({ kind, accountId }) => [kind, accountId]);
const listed = async (ctx: Ctx, id: string) =>
  (await openApprovals(ctx)).requests.filter(({ submissionId }) => submissionId === id);
const counted = async (ctx: Ctx) =>
  (await whatWaits(ctx)).find(({ code }) => code === 'requests')?.count ?? 0;
const lower = {
  lowerTo: 'low',
  comment: 'The van is a removal firm.',
};
const withDanger = (reason: string): unknown =>
  expect.stringMatching(
    new RegExp(
      `^${reason}\n\nAbout the danger: A patrol found her safe.\nDone by The response team, 4711, 18 January 2016 at`,
    ),
  );

describe('asking to lower from High', () => {
  it('changes nothing, tells the supervisors but the asker, and stands where they look', async () => {
    const id = await high();
    const before = await rowOf(id);
    const waited = await counted(supervisor);
    await take(fib, id, 'ask_to_lower', lower);
    expect(await rowOf(id)).toMatchObject({
      priority: 'high',
      dueAt: before.dueAt,
      loweringAskedBy: fib.actor.accountId,
    });
    const told = await mailed();
    expect(told).toContainEqual(['request-waiting', supervisor.actor.accountId]);
    expect(told).not.toContainEqual(['request-waiting', fib.actor.accountId]);
    expect(await listed(supervisor, id)).toMatchObject([
      { kind: 'lowering', lowerTo: 'low', askedBy: fib.actor.displayName, own: false },
    ]);
    expect(await counted(supervisor)).toBe(waited + 1);
    expect((await whole(fibTwo, id)).requests).toMatchObject([
      { kind: 'lowering', reason: withDanger(lower.comment), askedAt: clock.now() },
    ]);
    expect(await prepareAction(supervisor, { submissionId: id, action: 'grant_lowering' })).toMatchObject({
      asked: { reason: withDanger(lower.comment) },
    });
    await expect(take(fib, id, 'ask_to_lower', lower)).rejects.toBeInstanceOf(Conflict);
  });

  it('is for whoever holds it, with a reason and a priority', async () => {
    const id = await high();
    await expect(take(fibTwo, id, 'ask_to_lower', lower)).rejects.toBeInstanceOf(Conflict);
    await expect(take(fib, id, 'ask_to_lower', { ...lower, comment: ' ' })).rejects.toBeInstanceOf(Invalid);
    // Raised by an officer, and its partner told of no danger: it is asked all the same, as it is High.
    await expect(take(fib, id, 'ask_to_lower', { ...lower, aboutDanger: '' })).rejects.toBeInstanceOf(
      Invalid,
    );
    for (const lowerTo of ['', 'high', 'none'])
      await expect(take(fib, id, 'ask_to_lower', { ...lower, lowerTo })).rejects.toBeInstanceOf(Invalid);
    expect(await rowOf(id)).toMatchObject({ loweringAskedBy: null });
  });

  it.each([
    ['in the report', () => submitted(reporter, { danger: 'soon' })],
    [
      'afterwards',
      async () => {
        const id = await submitted(reporter);
        const added = { supplementId: randomUUID(), warned: false, text: 'A knife.', knownHow: 'told' };
        await addSupplement(reporter, { submissionId: id, ...added, danger: 'now' });
        await markInformationRead(fib, { submissionId: id, shownCount: 1 });
        return id;
      },
    ],
  ] as const)('says what was done about danger that the partner told of %s', async (_, told) => {
    const id = await told();
    await plain(fib, id, 'claim');
    expect(await prepareAction(fib, { submissionId: id, action: 'ask_to_lower' })).toMatchObject({
      aboutDanger: 'told',
    });
    await expect(take(fib, id, 'ask_to_lower', { ...lower, aboutDanger: ' ' })).rejects.toMatchObject({
      fieldErrors: { aboutDanger: 'Enter what was done about the danger' },
    });
    await take(fib, id, 'ask_to_lower', lower);
    expect((await whole(supervisor, id)).requests[0]?.reason).toEqual(withDanger(lower.comment));
  });
});

describe('deciding on it', () => {
  it('is for an FIB supervisor who did not ask', async () => {
    const id = await high();
    await plain(fib, id, 'release');
    await plain(supervisor, id, 'claim');
    await take(supervisor, id, 'ask_to_lower', lower);
    expect(await mailed()).not.toContainEqual(['request-waiting', supervisor.actor.accountId]);
    expect(await offered(supervisor, id)).not.toContain('grant_lowering');
    expect(await listed(supervisor, id)).toMatchObject([{ own: true }]);
    const own = await counted(supervisor);
    expect(await counted(supervisorTwo)).toBe(own + 1);
    for (const ctx of [supervisor, fib, spocEast])
      for (const action of ['grant_lowering', 'refuse_lowering'] as const)
        await expect(take(ctx, id, action)).rejects.toSatisfy(
          (failure) => failure instanceof Forbidden || failure instanceof NotFound,
        );
    expect(await rowOf(id)).toMatchObject({ priority: 'high' });
    await take(supervisorTwo, id, 'grant_lowering');
    expect(await rowOf(id)).toMatchObject({ priority: 'low', loweringAskedBy: null });
  });

  it('lowers it, with the clocks that it would have had, and tells whoever asked', async () => {
    const plainLow = await rowOf(await submitted(reporter));
    clock.set(testNow);
    const id = await high();
    await take(fib, id, 'ask_to_lower', { ...lower, lowerTo: plainLow.priority });
    await clearJobs(db);
    await expect(take(supervisor, id, 'grant_lowering', { comment: '' })).rejects.toBeInstanceOf(Invalid);
    await take(supervisor, id, 'grant_lowering', { comment: 'The firm confirms it.' });
    const row = await rowOf(id);
    expect(row).toMatchObject({ priority: plainLow.priority, claimedBy: fib.actor.accountId });
    expect([row.firstSeenDueAt, row.assessedDueAt, row.answeredDueAt]).toEqual([
      plainLow.firstSeenDueAt,
      plainLow.assessedDueAt,
      plainLow.answeredDueAt,
    ]);
    expect(await mailed(id)).toEqual([['request-decided', fib.actor.accountId]]);
    const opened = await whole(fib, id);
    expect(opened.requests).toEqual([]);
    expect(opened.history).toContainEqual(
      expect.objectContaining({
        action: 'grant_lowering',
        by: supervisor.actor.displayName,
        comment: 'The firm confirms it.',
      }),
    );
    const audited = await db.auditEvent.findMany({ where: { subjectId: id, type: 'submission.moved' } });
    expect(audited.map(({ data }) => (data as { action: string }).action)).toEqual(
      expect.arrayContaining(['ask_to_lower', 'grant_lowering']),
    );
    expect(await listed(supervisor, id)).toEqual([]);
    await expect(take(supervisor, id, 'grant_lowering')).rejects.toBeInstanceOf(Conflict);
  });

  it('keeps it High with a reason, and it may be asked again', async () => {
    const id = await high();
    await take(fib, id, 'ask_to_lower', lower);
    await clearJobs(db);
    await expect(take(supervisor, id, 'refuse_lowering', { comment: ' ' })).rejects.toBeInstanceOf(Invalid);
    await take(supervisor, id, 'refuse_lowering', { comment: 'Ask the landlord first.' });
    expect(await rowOf(id)).toMatchObject({ priority: 'high', loweringAskedBy: null });
    expect(await mailed(id)).toEqual([['request-decided', fib.actor.accountId]]);
    clock.advance(60_000);
    await take(fib, id, 'ask_to_lower', {
      ...lower,
      lowerTo: 'medium',
      comment: 'The landlord confirms it.',
    });
    expect((await whole(fib, id)).requests).toMatchObject([
      { lowerTo: 'medium', reason: expect.stringContaining('The landlord confirms it.') as unknown },
    ]);
    await take(supervisor, id, 'grant_lowering');
    expect(await rowOf(id)).toMatchObject({ priority: 'medium' });
  });

  it('waits until what the partner added meanwhile is read', async () => {
    const id = await high();
    await take(fib, id, 'ask_to_lower', lower);
    await db.submission.update({ where: { id }, data: { newInformationAt: clock.now() } });
    await expect(take(supervisor, id, 'grant_lowering')).rejects.toBeInstanceOf(Conflict);
    expect(await rowOf(id)).toMatchObject({ priority: 'high' });
  });

  it('is still open after a transfer, and lapses when the submission ends', async () => {
    const id = await high();
    await take(fib, id, 'ask_to_lower', lower);
    await performAction(fib, {
      action: 'reroute',
      submissionId: id,
      otherQueue: 'spoc-be',
      comment: 'Theirs.',
      expectedVersion: null,
    });
    expect(await listed(supervisor, id)).toHaveLength(1);
    await plain(spocEast, id, 'claim');
    expect((await whole(spocEast, id)).requests).toHaveLength(1);
    await endedByTwo([spocEast, supervisor], 'reject', {
      submissionId: id,
      comment: 'It is about another country.',
      expectedVersion: null,
    });
    expect(await rowOf(id)).toMatchObject({ status: 'rejected', loweringAskedBy: null });
    expect(await listed(supervisor, id)).toEqual([]);
  });
});

describe('lifting a restriction', () => {
  it('takes one who holds it to ask, and a supervisor who did not ask to agree', async () => {
    const id = await restricted();
    await expect(take(supervisor, id, 'lift_restriction')).rejects.toBeInstanceOf(Conflict);
    await expect(take(fibTwo, id, 'ask_to_lift')).rejects.toBeInstanceOf(NotFound);
    await expect(take(fib, id, 'ask_to_lift', { comment: '' })).rejects.toBeInstanceOf(Invalid);
    await take(fib, id, 'ask_to_lift', { comment: 'Three others know it too.' });
    expect(await mailed()).toContainEqual(['request-waiting', supervisor.actor.accountId]);
    expect(await listed(supervisor, id)).toMatchObject([{ kind: 'lifting', lowerTo: null }]);
    expect(await rowOf(id)).toMatchObject({ restricted: true });
    await expect(take(fib, id, 'lift_restriction')).rejects.toBeInstanceOf(Forbidden);
    await clearJobs(db);
    await expect(take(supervisor, id, 'lift_restriction', { comment: ' ' })).rejects.toBeInstanceOf(Invalid);
    await take(supervisor, id, 'lift_restriction', { comment: 'So they do.' });
    expect(await rowOf(id)).toMatchObject({ restricted: false, liftingAskedBy: null });
    expect(await mailed(id)).toEqual([['request-decided', fib.actor.accountId]]);
    expect(
      await db.auditEvent.count({ where: { subjectId: id, type: 'submission.restriction_lifted' } }),
    ).toBe(1);
  });

  it('of a High one says what was done about the danger', async () => {
    const id = await restricted();
    await take(fib, id, 'raise_to_high');
    await expect(take(fib, id, 'ask_to_lift', { aboutDanger: ' ' })).rejects.toMatchObject({
      fieldErrors: { aboutDanger: 'Enter what was done about the danger' },
    });
    await take(fib, id, 'ask_to_lift', { comment: 'Others know.' });
    expect((await whole(supervisor, id)).requests).toMatchObject([
      { kind: 'lifting', reason: withDanger('Others know.') },
    ]);
  });

  it('is refused to a supervisor who asked, and with a reason by another', async () => {
    const id = await restricted();
    await plain(fib, id, 'release');
    await plain(supervisor, id, 'claim');
    await take(supervisor, id, 'ask_to_lift');
    for (const action of ['lift_restriction', 'refuse_lifting'] as const)
      await expect(take(supervisor, id, action)).rejects.toBeInstanceOf(Forbidden);
    await clearJobs(db);
    await take(supervisorTwo, id, 'refuse_lifting', { comment: 'Her sister alone saw it.' });
    expect(await rowOf(id)).toMatchObject({ restricted: true, liftingAskedBy: null });
    expect(await mailed(id)).toEqual([['request-decided', supervisor.actor.accountId]]);
  });

  it('of one that has ended may be asked by whoever reads it, and outlives the end', async () => {
    const id = await restricted();
    await take(fib, id, 'ask_to_lift');
    const at = clock.now();
    await db.submission.update({
      where: { id },
      data: {
        status: 'closed',
        outcome: 'no_further_use',
        closedAt: at,
        firstSeenAt: at,
        assessedAt: at,
        answeredAt: at,
      },
    });
    await take(supervisor, id, 'refuse_lifting');
    await take(fib, id, 'ask_to_lift');
    await take(supervisor, id, 'lift_restriction');
    expect(await rowOf(id)).toMatchObject({ status: 'closed', restricted: false });
  });
});
