import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { openSubmission } from './open-submission.server.ts';
import { whoHasSeen } from './who-has-seen.server.ts';
import { prepareAction } from './prepare-action.server.ts';
import { performAction, type PostedAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
const minute = 60_000;
const source = { name: 'Zoran Pellworth', contact: '01632 960999' };
let people: Record<Who, Ctx>;
let ordinary: Id<'Submission'>;
let danger: Id<'Submission'>;
let restricted: Id<'Submission'>;
let restrictedDanger: Id<'Submission'>;
let victim: Id<'Submission'>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
  const guessed = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
  const inDanger = { danger: 'now', emergencyCall: 'called' };
  ordinary = await submittedWithSource(people.reporter, source);
  danger = await submitted(people.reporter, inDanger);
  restricted = await submitted(people.reporter, guessed);
  restrictedDanger = await submitted(people.reporter, { ...guessed, ...inDanger });
  victim = await submitted(people.reporter, {
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
  });
});

const open = (ctx: Ctx, submissionId: Id<'Submission'>) => openSubmission(ctx, { submissionId });
async function whole(ctx: Ctx, submissionId: Id<'Submission'>) {
  const opened = await open(ctx, submissionId);
  if (opened.view !== 'whole') throw new Error('Only its status is shown');
  return opened;
}
const take = (ctx: Ctx, input: Omit<PostedAction, 'expectedVersion'>, expectedVersion: number) =>
  performAction(ctx, { ...input, expectedVersion });

describe('who has seen a submission', () => {
  it('is for an FIB supervisor who may read it, and itself on the trail', async () => {
    await open(people.fib, danger);
    const seen = (ctx: Ctx) => whoHasSeen(ctx, { submissionId: danger, before: null });
    expect((await seen(people.supervisor)).readings).toEqual([
      expect.objectContaining({ who: people.fib.actor.displayName, what: 'Submission read', at: testNow }),
    ]);
    const event = { type: 'submission.readings_read', subjectId: danger };
    expect(await people.fib.db.auditEvent.count({ where: event })).toBe(1);
    for (const other of [people.fib, people.spocEast, people.reporter, people.auditor])
      await expect(seen(other)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('who holds the queue', () => {
  it('reads what was sent, why it is here, and what they may do', async () => {
    const opened = await whole(people.fib, ordinary);
    expect(opened).toMatchObject({ status: 'submitted', queue: 'Force Intelligence Bureau', mine: false });
    expect(opened.identity).toMatchObject({ priority: 'low', area: 'Birmingham East', holder: null });
    expect(opened.facts).toMatchObject({
      organisation: 'Example Harbour Trust',
      sentBy: { name: 'Robin Example' },
      sourceSealed: true,
    });
    expect(opened.routing.reason).toContain('Force Intelligence Bureau assesses it');
    expect(opened.routing.rule).toMatch(/^\d+ \(everything-else\)$/);
    expect(opened.planLinks.map(({ code }) => code)).toContain('PCC 1.4.1');
    expect(opened.actions.map(({ action }) => action)).toEqual([
      'claim',
      'raise_to_high',
      'restrict',
      'reroute',
    ]);
    expect(JSON.stringify(opened)).not.toMatch(/Pellworth|960999/);
  });

  it('notes the first reading, once, without making another’s page out of date or what is due later', async () => {
    const { db } = people.fib;
    await db.submission.update({ where: { id: victim }, data: { firstSeenAt: null } });
    clock.advance(minute);
    const before = await db.submission.findUniqueOrThrow({ where: { id: victim } });
    const opened = await whole(people.spocEast, victim);
    // Nobody has claimed it: that somebody glanced at it must not look as if somebody had it.
    expect(opened.identity.waitsFor).toBe('to be claimed');
    const after = await db.submission.findUniqueOrThrow({ where: { id: victim } });
    expect(after).toMatchObject({ firstSeenAt: clock.now(), version: before.version });
    expect(opened.identity.dueAt).toEqual(before.firstSeenDueAt);
    clock.advance(minute);
    await open(people.spocEast, victim);
    expect((await db.submission.findUniqueOrThrow({ where: { id: victim } })).firstSeenAt).toEqual(
      after.firstSeenAt,
    );
  });

  it('moves on to the next clock with a claim, and back once it is put down before it was assessed', async () => {
    const submissionId = await submitted(people.reporter);
    const { firstSeenDueAt, assessedDueAt } = await people.fib.db.submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    const act = (action: 'claim' | 'release') =>
      performAction(people.fib, { submissionId, action, comment: '', expectedVersion: null });
    await act('claim');
    const held = await whole(people.fib, submissionId);
    expect(held.identity).toMatchObject({ waitsFor: 'to be assessed', dueAt: assessedDueAt });
    await act('release');
    const free = await whole(people.fib, submissionId);
    expect(free.identity).toMatchObject({ waitsFor: 'to be claimed', dueAt: firstSeenDueAt });
  });

  it('leaves a trace of every reading', async () => {
    await open(people.fibTwo, ordinary);
    const events = await people.fib.db.auditEvent.findMany({
      where: { subjectId: ordinary, actorId: people.fibTwo.actor.accountId },
    });
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'submission.read', data: { part: 'original' } },
    ]);
  });
});

describe('who may only know of it', () => {
  it.each(['spocEast', 'areaLead'] as const)(
    '%s sees clock and holder, no text and no reason',
    async (who) => {
      await people.fib.db.submission.update({ where: { id: danger }, data: { firstSeenAt: null } });
      const opened = await open(people[who], danger);
      expect(opened.view).toBe('status');
      expect(Object.keys(opened).sort()).toEqual(['actions', 'disseminations', 'identity', 'view']);
      expect(opened.identity).toMatchObject({
        priority: 'high',
        area: 'Birmingham East',
        waitsFor: 'to be seen',
      });
      expect(JSON.stringify(opened)).not.toMatch(/van|Harbour|danger/);
      const { firstSeenAt } = await people.fib.db.submission.findUniqueOrThrow({ where: { id: danger } });
      expect(firstSeenAt).toBeNull();
      const event = await people.fib.db.auditEvent.findFirstOrThrow({
        where: { subjectId: danger, actorId: people[who].actor.accountId },
      });
      expect(event.data).toEqual({ part: 'status' });
    },
  );

  it('tells the MDS lead who has a High one, and of no other', async () => {
    expect((await open(people.mdsLead, danger)).view).toBe('status');
    await expect(open(people.mdsLead, ordinary)).rejects.toThrow(NotFound);
  });
});

describe('for whom it does not exist', () => {
  it.each(['reporter', 'spocCoventry', 'forceSpoc', 'custodian', 'administrator', 'auditor'] as const)(
    '%s',
    async (who) => {
      for (const id of [ordinary, danger, restricted, victim])
        await expect(open(people[who], id)).rejects.toThrow(NotFound);
    },
  );

  it('everybody outside FIB, where it is restricted, also on the duty list', async () => {
    for (const who of ['spocEast', 'areaLead', 'mdsLead', 'forceSpoc'] as const) {
      await expect(open(people[who], restricted), who).rejects.toThrow(NotFound);
      await expect(open(people[who], restrictedDanger), who).rejects.toThrow(NotFound);
    }
    expect((await open(people.fib, restrictedDanger)).view).toBe('whole');
  });

  it('anybody, with the id of none', async () => {
    await expect(open(people.fib, newId<'Submission'>())).rejects.toThrow(NotFound);
  });
});

describe('two officers at once', () => {
  it('are told of each other for ten minutes, from the readings of the original', async () => {
    clock.advance(60 * minute);
    const namesFor = async (who: Ctx) => (await whole(who, ordinary)).latelyOpened.map(({ name }) => name);
    expect(await namesFor(people.fib)).toEqual([]);
    clock.advance(2 * minute);
    expect(await namesFor(people.fibTwo)).toEqual([people.fib.actor.displayName]);
    expect(await namesFor(people.fib)).toEqual([people.fibTwo.actor.displayName]);
    clock.advance(10 * minute);
    expect(await namesFor(people.fib)).toEqual([]);
  });

  it('refuses what was decided on an older state, and says who changed it', async () => {
    const { version } = (await whole(people.fib, ordinary)).identity;
    clock.advance(minute);
    await take(people.fibTwo, { submissionId: ordinary, action: 'claim' }, version);
    await expect(take(people.fib, { submissionId: ordinary, action: 'claim' }, version)).rejects.toThrow(
      'Finley Sample has changed this submission since you opened it',
    );
    const now = (await whole(people.fib, ordinary)).identity;
    expect(now.holder).toBe('Finley Sample');
    await expect(take(people.fib, { submissionId: ordinary, action: 'claim' }, now.version)).rejects.toThrow(
      'Somebody has claimed this submission',
    );
  });

  it('hands over to a colleague of the queue only, with what they need to know', async () => {
    const version = async () => (await whole(people.fibTwo, ordinary)).identity.version;
    const input = { submissionId: ordinary, action: 'hand_over', comment: 'The van came back.' } as const;
    clock.advance(minute);
    await expect(
      take(people.fibTwo, { ...input, colleague: people.spocEast.actor.accountId }, await version()),
    ).rejects.toMatchObject({ fieldErrors: { colleague: 'Select a colleague' } });
    await take(people.fibTwo, { ...input, colleague: people.fib.actor.accountId }, await version());
    expect((await whole(people.fib, ordinary)).mine).toBe(true);
  });
});

describe('the clock', () => {
  it('stands still while the partner is asked, and its due times move by the wait', async () => {
    const { db } = people.fib;
    const due = () => db.submission.findUniqueOrThrow({ where: { id: danger } });
    await performAction(people.fib, {
      submissionId: danger,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const before = await due();
    const version = async () => (await whole(people.fib, danger)).identity.version;
    clock.advance(minute);
    await take(
      people.fib,
      { submissionId: danger, action: 'ask_partner', comment: 'Which floor do you mean?' },
      await version(),
    );
    expect((await due()).dueAt).toBeNull();
    expect((await whole(people.fib, danger)).messages).toMatchObject([
      { direction: 'to_partner', kind: 'question', text: 'Which floor do you mean?' },
    ]);
    clock.advance(25 * minute);
    await take(
      people.fib,
      { submissionId: danger, action: 'record_reply', comment: 'By telephone: the first floor.' },
      await version(),
    );
    const after = await due();
    expect(after.assessedDueAt.getTime() - before.assessedDueAt.getTime()).toBe(25 * minute);
    expect(after.answeredDueAt.getTime() - before.answeredDueAt.getTime()).toBe(25 * minute);
    expect(after.dueAt).toEqual(after.assessedDueAt);
  });

  it('waits no longer for the partner than the pack allows', async () => {
    const { db } = people.fib;
    const before = await db.submission.findUniqueOrThrow({ where: { id: danger } });
    const version = async () => (await whole(people.fib, danger)).identity.version;
    await take(
      people.fib,
      { submissionId: danger, action: 'ask_partner', comment: 'Which door?' },
      await version(),
    );
    clock.advance(30 * 24 * 60 * minute);
    await take(people.fib, { submissionId: danger, action: 'stop_waiting' }, await version());
    const after = await db.submission.findUniqueOrThrow({ where: { id: danger } });
    expect(after.assessedDueAt.getTime() - before.assessedDueAt.getTime()).toBe(14 * 24 * 60 * minute);
  });
});

describe('handing over', () => {
  it('is offered only where the queue has somebody to hand over to, and says so otherwise', async () => {
    const submissionId = await submitted(people.reporter, {
      onBehalfOfVictim: 'yes',
      victimWantsContact: 'yes',
      victimNrmOffered: 'no',
      victimNrmConsent: 'not_asked',
    });
    await performAction(people.spocEast, {
      submissionId,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const offered = (await whole(people.spocEast, submissionId)).actions.map(({ action }) => action);
    expect(offered).toContain('release');
    expect(offered).not.toContain('hand_over');
    const prepared = await prepareAction(people.spocEast, { submissionId, action: 'hand_over' });
    expect(prepared.refusal).toBe('Nobody else works on this queue');
    const another = await submitted(people.reporter);
    await performAction(people.fib, {
      submissionId: another,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const ofFib = (await whole(people.fib, another)).actions.map(({ action }) => action);
    expect(ofFib).toContain('hand_over');
  });
});
