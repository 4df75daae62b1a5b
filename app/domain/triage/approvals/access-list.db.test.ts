import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { askExport } from '../../connections/exports/ask-export.server.ts';
import { openMatches } from '../../connections/matching/open-matches.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '../../connections/search/search.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import type { SubmissionAction } from '../../submission/actions.ts';
import { queuesOf } from '../../submission/queues-held.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { takeNext } from '../queues/take-next.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, supervisor, spocEast } = await officers(database, clock);

beforeEach(() => clock.set(testNow));

const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
const van = { canDescribe: ['vehicles'], vehicles: [{ id: 'v', vehicleVrm: 'BX12ABC' }] };
const restricted = () => submitted(reporter, { ...guessable, ...van });

const take = (
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  action: SubmissionAction,
  more: { colleague?: string; comment?: string } = {},
) =>
  performAction(ctx, {
    submissionId,
    action,
    comment: 'They know the house.',
    ...more,
    expectedVersion: null,
  });
const give = (submissionId: Id<'Submission'>, colleague: string) =>
  take(supervisor, submissionId, 'give_access', { colleague });
const open = (ctx: Ctx, submissionId: Id<'Submission'>) => openSubmission(ctx, { submissionId });
const inQueue = async (ctx: Ctx) =>
  (await queuesOf(ctx, ['holder'])).find(({ code }) => code === 'fib')?.counts;
const asked = { format: 'json', purpose: 'disclosure', reason: 'Asked for by the prosecutor' };

describe('the access list of a restricted submission', () => {
  it('begins with whoever takes it on, and from then on others of FIB find it nowhere', async () => {
    const id = await restricted();
    const other = await submitted(reporter, van);
    expect(await open(fibTwo, id)).toMatchObject({ view: 'whole', accessList: null });
    // Nobody is on its list yet.
    await expect(askExport(fib, { ...asked, submissionId: id })).rejects.toBeInstanceOf(Forbidden);
    const before = await inQueue(fibTwo);
    await take(fib, id, 'claim');
    expect(await open(fib, id)).toMatchObject({
      accessList: [{ name: fib.actor.displayName, reason: 'Took it on' }],
    });
    await expect(open(fibTwo, id)).rejects.toBeInstanceOf(NotFound);
    await expect(take(fibTwo, id, 'take_over')).rejects.toBeInstanceOf(NotFound);
    await expect(askExport(fibTwo, { ...asked, submissionId: id })).rejects.toBeInstanceOf(NotFound);
    expect(
      (await openMatches(fib, { submissionId: other, after: null })).matches.map(
        (match) => match.submissionId,
      ),
    ).toContain(id);
    expect((await openMatches(fibTwo, { submissionId: other, after: null })).matches).toEqual([]);
    const found = async (ctx: Ctx) =>
      (await search(ctx, looksFor('BX12 ABC'))).hits.map((hit) => hit.id).sort();
    expect(await found(fib)).toEqual([id, other].sort());
    expect(await found(fibTwo)).toEqual([other]);
    expect((await askExport(fib, { ...asked, submissionId: id })).exportId).toBeDefined();
    // Put down again, it is for the list and the supervisor to take.
    await take(fib, id, 'release', { comment: '' });
    expect((await inQueue(fibTwo))?.unassigned).toBe((before?.unassigned ?? 0) - 1);
    expect((await inQueue(supervisor))?.unassigned).toBe(before?.unassigned);
    const next = await takeNext(fibTwo, { queueCode: 'fib' });
    expect(next?.submissionId).toBe(other);
    expect(await takeNext(fibTwo, { queueCode: 'fib' })).toBeNull();
  });

  it('is kept by a supervisor, with the reason, who comes onto it before an export', async () => {
    const id = await restricted();
    await take(fib, id, 'claim');
    await expect(take(fib, id, 'give_access', { colleague: fibTwo.actor.accountId })).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(
      take(supervisor, id, 'give_access', { colleague: fibTwo.actor.accountId, comment: ' ' }),
    ).rejects.toMatchObject({ fieldErrors: { comment: 'Enter why they need to read this' } });
    await expect(give(id, spocEast.actor.accountId)).rejects.toMatchObject({
      fieldErrors: { colleague: 'Select a colleague' },
    });
    clock.advance(60_000);
    await give(id, fibTwo.actor.accountId);
    const opened = await open(fibTwo, id);
    expect(opened).toMatchObject({
      accessList: [
        { accountId: fib.actor.accountId },
        { reason: 'They know the house.', addedBy: supervisor.actor.displayName },
      ],
    });
    expect(opened.view === 'whole' && opened.mayExport).toBe(true);
    await expect(askExport(supervisor, { ...asked, submissionId: id })).rejects.toBeInstanceOf(Forbidden);
    await give(id, supervisor.actor.accountId);
    await askExport(supervisor, { ...asked, submissionId: id });

    await expect(
      take(supervisor, id, 'take_access', { colleague: fib.actor.accountId }),
    ).rejects.toBeInstanceOf(Invalid);
    await take(supervisor, id, 'take_access', { colleague: fibTwo.actor.accountId, comment: 'Moved on.' });
    await expect(open(fibTwo, id)).rejects.toBeInstanceOf(NotFound);
    const trail = await db.auditEvent.findMany({
      where: { subjectId: id, type: { startsWith: 'submission.access_' } },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ type, data }) => [type, data])).toEqual([
      ['submission.access_given', { accountId: fibTwo.actor.accountId }],
      ['submission.access_given', { accountId: supervisor.actor.accountId }],
      ['submission.access_taken', { accountId: fibTwo.actor.accountId }],
    ]);
    const history = await db.submissionEvent.findMany({ where: { submissionId: id, action: 'take_access' } });
    expect(history[0]?.comment).toMatch(/: Moved on\.$/);
  });

  it('has of one restricted by hand its holder and whoever restricted it, and whom a supervisor assigns', async () => {
    const id = await submitted(reporter);
    await take(fib, id, 'claim');
    await take(fibTwo, id, 'restrict');
    const listed = await open(fib, id);
    const reasons = listed.view === 'whole' ? listed.accessList?.map(({ reason }) => reason) : [];
    expect(reasons?.sort()).toEqual(['Held it', 'Restricted it']);
    await take(supervisor, id, 'take_access', { colleague: fibTwo.actor.accountId });
    // Whoever holds it hands it to nobody outside the list; the supervisor does.
    await expect(take(fib, id, 'hand_over', { colleague: fibTwo.actor.accountId })).rejects.toMatchObject({
      fieldErrors: { colleague: 'Select a colleague' },
    });
    await take(supervisor, id, 'assign', { colleague: fibTwo.actor.accountId });
    expect(await open(fibTwo, id)).toMatchObject({ mine: true });
  });

  it('keeps nobody on duty from a High one, who may not export it', async () => {
    const id = await submitted(reporter, { ...guessable, danger: 'soon' });
    await take(fib, id, 'claim');
    expect(await open(fibTwo, id)).toMatchObject({ view: 'whole', mayExport: false });
    await db.dutyAbsence.create({
      data: {
        id: newId(),
        accountId: fibTwo.actor.accountId,
        absentFrom: testNow,
        absentTo: new Date(testNow.getTime() + 60_000),
        enteredBy: supervisor.actor.accountId,
        enteredAt: testNow,
      },
    });
    await expect(open(fibTwo, id)).rejects.toBeInstanceOf(NotFound);
  });
});
