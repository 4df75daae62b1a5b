import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden } from '#app/domain/kernel/failures.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { waitsForSanitising } from '#app/domain/submission/queues-held.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  accept,
  acceptedItem,
  approve,
  claim,
  conditional,
  createItem,
  itemInHand,
  permitted,
  sanitiseAs,
  sendAs,
  sentTo,
} from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { addedTask } from '#tests/factories/tasks.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { openApprovals } from '../approvals/open-approvals.server.ts';
import { acknowledgeDissemination } from '../dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '../dissemination/answer-dissemination.server.ts';
import { markAnswersRead } from '../dissemination/mark-answers-read.server.ts';
import { openDissemination } from '../dissemination/open-dissemination.server.ts';
import { recallDissemination } from '../dissemination/recall-dissemination.server.ts';
import { gradeItem } from './grade-item.server.ts';
import { prepareVoid, voidItem, type VoidInput } from './void-item.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, supervisor, spocEast } = await officers(database, clock);
const supervisorTwo = await makeCtx(database, { email: secondSupervisor, clock });
const toEast = { to: 'queue', queueCode: 'spoc-be' } as const;
const high = { danger: 'now', emergencyCall: 'called' } as const;

const reason = 'It is about the other house.';
const voids = (ctx: Ctx, itemId: Id<'IntelligenceItem'>, more: Partial<VoidInput> = {}) =>
  voidItem(ctx, { itemId, reason, handedOn: '', expectedVersion: null, ...more });
const recall = (disseminationId: Id<'Dissemination'>, ctx = fib) =>
  recallDissemination(ctx, { disseminationId, reason: 'A mistake.' });
const stateOf = (id: Id<'Submission'>) => db.submission.findUniqueOrThrow({ where: { id } });
const grades = (itemId: Id<'IntelligenceItem'>, posted = permitted) =>
  gradeItem(fib, { itemId, posted, expectedVersion: null });
const refused = (field: string, gap: RegExp) => ({
  fieldErrors: { [field]: expect.stringMatching(gap) as string },
});
const close = (submissionId: Id<'Submission'>, outcome: string) =>
  performAction(fib, { submissionId, action: 'answer_and_close', outcome, expectedVersion: null });

/** As somebody would who has the application's connection. */
const voidedByHand = (itemId: Id<'IntelligenceItem'>, by: Ctx) =>
  db.itemVoid.create({
    data: {
      id: randomUUID(),
      itemId,
      reason,
      voidedBy: by.actor.accountId,
      voidedAt: clock.now(),
    },
  });

async function another(submissionId: Id<'Submission'>, title = 'The house'): Promise<Id<'IntelligenceItem'>> {
  return (await createItem(fib, { submissionId, title, expectedVersion: null })).itemId;
}

describe('an item that was a mistake', () => {
  it('is voided by its writer with a reason, stays as it was, and its number comes never again', async () => {
    const { submissionId, itemId } = await itemInHand(fib, reporter);
    await grades(itemId);
    await sanitiseAs(fib, itemId, 'A blue lorry stands there on Sundays.');
    await expect(voids(fib, itemId, { reason: ' ' })).rejects.toMatchObject(
      refused('comment', /^Enter why the item is voided$/),
    );
    await expect(voids(fib, itemId, { reason: 'x'.repeat(501) })).rejects.toMatchObject(
      refused('comment', /500 characters or less/),
    );
    clock.advance(60_000);
    const { version } = await stateOf(submissionId);
    await voids(fib, itemId, { expectedVersion: version });
    await expect(voids(fib, itemId, { expectedVersion: version })).rejects.toThrow(/has changed/);

    const { item, actions } = await openItem(fib, { itemId });
    expect(item).toMatchObject({ number: 1, title: 'Van', voided: { reason, by: fib.actor.displayName } });
    expect([item.grade?.provenance, item.versions[0]?.text]).toEqual([
      permitted.provenance,
      'A blue lorry stands there on Sundays.',
    ]);
    expect(actions).toEqual([]);
    const opened = await openSubmission(fib, { submissionId });
    if (opened.view !== 'whole') throw new Error();
    expect(opened.items).toMatchObject([{ number: 1, may: [], voided: { reason } }]);
    expect(opened.history[0]).toMatchObject({ action: 'void_item', comment: reason, data: { item: 1 } });
    expect(
      await db.auditEvent.count({
        where: { type: 'item.voided', subjectId: itemId, data: { equals: { number: 1 } } },
      }),
    ).toBe(1);
    expect((await openItem(fib, { itemId: await another(submissionId) })).item.number).toBe(2);
  });

  it('has nothing done with it any more, by page or by the database', async () => {
    const { itemId } = await acceptedItem(fib, reporter, { posted: conditional });
    const before = await db.intelligenceItem.findUniqueOrThrow({
      where: { id: itemId },
      include: { itemGrades: true, sanitisedTexts: true },
    });
    const waiting = async () => (await openApprovals(supervisor)).ready.map((each) => each.itemId);
    expect(await waiting()).toContain(itemId);
    await voids(fib, itemId);
    expect(await waiting()).not.toContain(itemId);
    const voided = 'was voided';
    await expect(grades(itemId)).rejects.toThrow(voided);
    await expect(sanitiseAs(fib, itemId, 'Another text.')).rejects.toThrow(voided);
    await expect(voids(supervisor, itemId)).rejects.toThrow(voided);
    await expect(addedTask(fib, { kind: 'item', itemId })).rejects.toThrow(voided);
    expect((await prepareVoid(fib, { itemId })).refusal).toMatch(voided);
    // Accepted for another item, the submission would let it out.
    await grades(await another(before.submissionId));
    await accept(fib, before.submissionId);
    await expect(approve(supervisor, itemId)).rejects.toThrow(voided);
    await expect(sendAs(fib, itemId)).rejects.toThrow(voided);

    const [grade, text] = [before.itemGrades[0], before.sanitisedTexts[0]];
    if (!grade || !text) throw new Error();
    const by = fib.actor.accountId;
    const sent = { disseminatedBy: by, disseminatedAt: clock.now(), acknowledgeBy: clock.now() };
    const queue = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
    const tries = [
      db.itemGrade.create({ data: { ...grade, id: randomUUID(), number: 2 } }),
      db.sanitisedText.create({ data: { ...text, id: randomUUID(), version: 2, warningsAccepted: [] } }),
      db.itemApproval.create({
        data: {
          id: randomUUID(),
          itemId,
          sanitisedTextId: text.id,
          itemGradeId: grade.id,
          approvedBy: supervisor.actor.accountId,
          approvedAt: clock.now(),
        },
      }),
      db.dissemination.create({
        data: {
          id: randomUUID(),
          itemId,
          submissionId: before.submissionId,
          sanitisedTextId: text.id,
          itemGradeId: grade.id,
          recipientKind: 'queue',
          queueId: queue.id,
          ...sent,
        },
      }),
      db.intelligenceItem.update({ where: { id: itemId }, data: { mopiGroup: 1 } }),
      db.itemVoid.update({ where: { itemId }, data: { reason: 'Another.' } }),
    ];
    for (const tried of await Promise.allSettled(tries)) expect(tried.status).toBe('rejected');
  });

  it('is found by nobody and holds up nothing', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    await sanitiseAs(fib, itemId, 'The xylophone stands in the yard.');
    const found = async () => (await search(fib, looksFor('xylophone'))).count;
    expect(await found()).toBe(1);
    await voids(fib, itemId);
    expect(await found()).toBe(0);
    const unwritten = await another(submissionId);
    await grades(unwritten);
    await accept(fib, submissionId);
    const other = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
    const toSanitise = () => db.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM submission s WHERE s.id = ${submissionId}::uuid AND ${waitsForSanitising({ id: other.id })}`;
    expect(await toSanitise()).toHaveLength(1);
    await voids(fib, unwritten);
    expect(await toSanitise()).toEqual([]);
    expect((await stateOf(submissionId)).status).toBe('in_assessment');
    await performAction(fib, {
      submissionId,
      action: 'close_without_item',
      comment: 'Both items were mistakes.',
      outcome: 'no_further_use',
      expectedVersion: null,
    });
    expect((await stateOf(submissionId)).status).toBe('closed');
  });
});

describe('who voids an item', () => {
  it('is its writer while they hold the submission, or an FIB supervisor, of whom the holder hears', async () => {
    const { submissionId, itemId } = await itemInHand(fib, reporter);
    await expect(voids(fibTwo, itemId)).rejects.toThrow(Forbidden);
    await expect(voidedByHand(itemId, fibTwo)).rejects.toThrow(/not theirs to void/);
    await performAction(fib, { submissionId, action: 'release', comment: 'Away.', expectedVersion: null });
    await expect(voids(fib, itemId)).rejects.toThrow('Claim this submission first');
    await claim(fibTwo, submissionId);
    await expect(voids(fib, itemId)).rejects.toThrow(Conflict);
    await clearJobs(db);
    await voids(supervisor, itemId);
    expect(await queuedJobs(db)).toMatchObject([
      { data: { kind: 'held-changed', accountId: fibTwo.actor.accountId } },
    ]);
  });

  it('is a supervisor who had no part in it, where the two-person rule held for what went out', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter, { posted: conditional });
    await approve(supervisor, itemId);
    const comment = 'Away today.';
    await performAction(supervisorTwo, { submissionId, action: 'take_over', comment, expectedVersion: null });
    await recall(await sentTo(supervisorTwo, itemId, toEast), supervisorTwo);
    for (const maker of [fib, supervisorTwo]) {
      await expect(voids(maker, itemId)).rejects.toThrow('two-person rule');
      await expect(voidedByHand(itemId, maker)).rejects.toThrow(/not theirs|had a part/);
    }
    await voids(supervisor, itemId);
    expect((await stateOf(submissionId)).status).toBe('in_assessment');
  });

  it('waits for a second person to judge what went out at once', async () => {
    const { itemId } = await acceptedItem(fib, reporter, { posted: conditional, changes: high });
    await recall(await sentTo(fib, itemId, toEast));
    const unjudged = refused('gaps', /^Have a second person judge version 1 first/);
    await expect(voids(supervisor, itemId)).rejects.toMatchObject(unjudged);
    await expect(voidedByHand(itemId, supervisor)).rejects.toThrow(/judgement of a second person/);
    await approve(supervisor, itemId);
    await voids(supervisor, itemId);
  });
});

describe('before an item is voided', () => {
  it('everybody has it taken back, and what a recipient asks and its tasks are settled or handed on', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, toEast);
    await acknowledgeDissemination(spocEast, { disseminationId });
    await answerDissemination(spocEast, {
      disseminationId,
      messageId: newId<'DisseminationMessage'>(),
      result: 'question',
      text: 'Which house?',
      confirmed: '',
    });
    const taskId = await addedTask(fib, { kind: 'item', itemId });
    await expect(voids(fib, itemId)).rejects.toMatchObject(refused('gaps', /^Recall version 1 from /));
    await expect(voidedByHand(itemId, fib)).rejects.toThrow(/recalled first/);
    await recall(disseminationId);
    await expect(voids(fib, itemId)).rejects.toMatchObject(
      refused('handedOn', /^Read what .* asks\. End the open tasks of this item, or enter who takes this on/),
    );
    await markAnswersRead(fib, { disseminationId, shownCount: 1 });
    await expect(voids(fib, itemId)).rejects.toMatchObject(refused('handedOn', /^End the open tasks/));
    expect((await prepareVoid(fib, { itemId })).gates.map(({ met }) => met)).toEqual([true, false]);
    await voids(fib, itemId, { handedOn: 'The supervisor ends the task.' });
    const { comment } = await db.submissionEvent.findFirstOrThrow({
      where: { submissionId, action: 'void_item' },
    });
    expect(comment).toBe(`${reason}\n\nHanded on: The supervisor ends the task.`);
    await finishTask(fib, { taskId, result: 'Done.', expectedVersion: 1 });
    // Its recipient still sees that it was recalled, and no text.
    expect(await openDissemination(spocEast, { disseminationId })).toMatchObject({
      text: null,
      recalled: { reason: null },
    });
  });

  it('whoever has it outside the force is told of the recall, or somebody takes that on', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, {
      to: 'outside',
      recipient: 'rocu-threat-group',
      body: '',
      post: '',
      reason: 'It names a group that works in two forces.',
    });
    await db.dissemination.update({ where: { id: disseminationId }, data: { awaits: 'acknowledgement' } });
    await recall(disseminationId);
    await expect(voids(fib, itemId)).rejects.toMatchObject(
      refused('handedOn', /^Tell .* that it was recalled/),
    );
  });
});

describe('the submission of a voided item', () => {
  it('stays what its other items make it, and no more', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    const [second, third] = [await another(submissionId), await another(submissionId)];
    await grades(second);
    const disseminationId = await sentTo(fib, itemId, toEast);
    const sentToo = await another(submissionId);
    await grades(sentToo);
    await sanitiseAs(fib, sentToo, 'Six men live there.');
    await sentTo(fib, sentToo, toEast);
    await recall(disseminationId);
    const status = async () => (await stateOf(submissionId)).status;
    await voids(fib, itemId);
    expect(await status()).toBe('disseminated');
    await recall((await db.dissemination.findFirstOrThrow({ where: { itemId: sentToo } })).id);
    await voids(fib, sentToo);
    expect(await status()).toBe('accepted');
    expect((await stateOf(submissionId)).assessedAt).not.toBeNull();
    await expect(voidedByHand(second, fib)).rejects.toThrow(/no item is left/);
    await voids(fib, second);
    // What nobody graded makes no submission accepted.
    expect(await stateOf(submissionId)).toMatchObject({ status: 'in_assessment', assessedAt: null });
    await voids(fib, third);
    expect(await status()).toBe('in_assessment');
  });

  it('ends with no outcome that rested on it', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    await db.submission.update({ where: { id: submissionId }, data: { areaId: null } });
    await recall(await sentTo(fib, itemId, toEast));
    await voids(fib, itemId);
    await expect(close(submissionId, 'used')).rejects.toThrow('moved on');
    for (const outcome of ['used', 'more_needed'] as const)
      await expect(
        db.submission.update({ where: { id: submissionId }, data: { status: 'closed', outcome } }),
      ).rejects.toThrow(/no item is left/);
    // Nor does what was sent of it give it to an area.
    const standing = await another(submissionId);
    await grades(standing);
    await sanitiseAs(fib, standing, 'Six men live there.');
    await accept(fib, submissionId);
    await expect(close(submissionId, 'used')).rejects.toMatchObject(refused('outcome', /No area has it yet/));
  });

  it('is opened again first, once it has ended', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    await close(submissionId, 'no_further_use');
    await expect(voids(supervisor, itemId)).rejects.toThrow(Conflict);
    await expect(voidedByHand(itemId, supervisor)).rejects.toThrow(/opened again first/);
    await performAction(supervisor, {
      submissionId,
      action: 'reopen',
      comment: 'The item was a mistake.',
      expectedVersion: null,
    });
    await voids(supervisor, itemId);
    expect((await stateOf(submissionId)).status).toBe('in_assessment');
  });

  it('does not end High for an item that whoever asked to end it relied on', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter, { changes: high });
    await performAction(fib, {
      submissionId,
      action: 'ask_to_close',
      outcome: 'no_further_use',
      expectedVersion: null,
      ...dangerActNow(fib),
    });
    await voids(fib, itemId);
    await expect(
      performAction(supervisor, {
        submissionId,
        action: 'grant_ending',
        comment: 'She is safe.',
        expectedVersion: null,
      }),
    ).rejects.toThrow(Conflict);
    expect(await stateOf(submissionId)).toMatchObject({ status: 'in_assessment', priority: 'high' });
  });
});
