import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '#app/domain/kernel/failures.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { openApprovals } from './open-approvals.server.ts';
import { approveItem } from './approve-item.server.ts';
import { type DisseminateInput } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { urgentList } from '#app/domain/desks/urgent-list.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import {
  accept,
  acceptedItem,
  approve,
  claim,
  clean,
  conditional,
  createItem,
  itemInHand,
  permitted,
  sanitiseAs,
  sendAs,
} from '#tests/factories/items-in-hand.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
});

const later = () => clock.advance(60_000);
const inHand = (changes = {}) => {
  clock.advance(60_000);
  return itemInHand(people.fib, people.reporter, changes);
};
const accepted = (posted: PostedGrade, changes = {}) => {
  clock.advance(60_000);
  return acceptedItem(people.fib, people.reporter, { posted, changes });
};
const sanitise = (
  itemId: Id<'IntelligenceItem'>,
  text: string,
  checked: string | null = null,
  ctx = people.fib,
) => sanitiseAs(ctx, itemId, text, checked);
const send = (itemId: Id<'IntelligenceItem'>, more: Partial<DisseminateInput> = {}, ctx = people.fib) =>
  sendAs(ctx, itemId, more);

const close = (submissionId: Id<'Submission'>) =>
  endedByTwo([people.fib, people.supervisor], 'answer_and_close', {
    submissionId,
    outcome: 'used',
    comment: '',
    expectedVersion: null,
  });

describe('the second person', () => {
  it('must approve what has handling code C, and is not the writer', async () => {
    const { itemId } = await accepted(conditional);
    await expect(send(itemId)).rejects.toThrow('An FIB supervisor other than the writer');
    await expect(approve(people.fibTwo, itemId)).rejects.toThrow(Forbidden);
    await expect(
      approveItem(people.supervisor, { itemId, version: 1, confirmed: false, expectedVersion: null }),
    ).rejects.toMatchObject({ fieldErrors: { confirmed: 'Select what you find' } });
    await approve(people.supervisor, itemId);
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(
      'Sky Example has approved this version already',
    );
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'given' });
  });

  it('cannot be the writer, whatever their role', async () => {
    later();
    const submissionId = await submitted(people.reporter);
    await claim(people.supervisor, submissionId);
    const { itemId } = await createItem(people.supervisor, {
      submissionId,
      title: 'Van',
      expectedVersion: null,
    });
    await gradeItem(people.supervisor, { itemId, posted: conditional, expectedVersion: null });
    await sanitise(itemId, clean, null, people.supervisor);
    await accept(people.supervisor, submissionId);
    await expect(approve(people.supervisor, itemId)).rejects.toThrow('Somebody who neither wrote the text');
    await expect(send(itemId, {}, people.supervisor)).rejects.toThrow(Conflict);
  });

  it('may say no: the writer is told, that version never goes out, and the clock goes on', async () => {
    const { itemId, submissionId } = await accepted(conditional);
    const { db } = people.fib;
    const { dueAt } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const back = (ctx: Ctx, reason: string) =>
      approveItem(ctx, { itemId, version: 1, confirmed: false, wrong: { reason }, expectedVersion: null });
    await expect(back(people.fibTwo, 'It names the street.')).rejects.toThrow(Forbidden);
    await expect(back(people.supervisor, ' ')).rejects.toThrow(Invalid);
    await clearJobs(db);
    await back(people.supervisor, 'It names the street.');
    expect((await queuedJobs(db)).map(({ data }) => [data['kind'], data['accountId']])).toEqual([
      ['request-decided', people.fib.actor.accountId],
    ]);
    const waiting = async () =>
      (await openApprovals(people.supervisor)).ready.filter((line) => line.itemId === itemId).length;
    expect(await waiting()).toBe(0);
    expect((await db.submission.findUniqueOrThrow({ where: { id: submissionId } })).dueAt).toEqual(dueAt);
    const { item } = await openItem(people.fib, { itemId });
    expect(item.versions[0]?.sentBack).toMatchObject({ by: 'Sky Example', reason: 'It names the street.' });
    // Another grade does not free it either.
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    await expect(send(itemId)).rejects.toThrow('sent this version back');
    await gradeItem(people.fib, { itemId, posted: conditional, expectedVersion: null });
    expect(await waiting()).toBe(0);
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(Conflict);
    await sanitise(itemId, `${clean} Each week.`);
    await approve(people.supervisor, itemId, 2);
    expect(await send(itemId)).toMatchObject({ sent: true });
  });

  it('may say no of what is High before it goes out at once', async () => {
    const { itemId } = await accepted(conditional, { danger: 'now', emergencyCall: 'called' });
    const wrong = { reason: 'It names the street.' };
    await approveItem(people.supervisor, {
      itemId,
      version: 1,
      confirmed: false,
      wrong,
      expectedVersion: null,
    });
    await expect(send(itemId)).rejects.toThrow('sent this version back');
  });

  it('approves a version, not what is written after it', async () => {
    const { itemId } = await accepted(conditional);
    await approve(people.supervisor, itemId);
    await sanitise(itemId, `${clean} Every week.`);
    await expect(send(itemId)).rejects.toThrow(Conflict);
  });

  it('approves the grade that goes out with the text, not one that is given after it', async () => {
    const { itemId } = await accepted(conditional);
    await approve(people.supervisor, itemId);
    const again = { ...conditional, sanitisationCode: 'S1', usage: 'Arrest on sight.' };
    await gradeItem(people.fib, { itemId, posted: again, expectedVersion: null });
    await expect(send(itemId)).rejects.toThrow(Conflict);
    const { item, needsApproval } = await openItem(people.supervisor, { itemId });
    expect(needsApproval).toBe(true);
    expect(item.versions[0]).toMatchObject({ approval: null, approvals: [{ by: 'Sky Example' }] });
    await approve(people.supervisor, itemId);
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'given' });
  });

  it('cannot be whoever gave that grade', async () => {
    const { itemId, submissionId } = await accepted(conditional);
    later();
    await performAction(people.supervisor, {
      submissionId,
      action: 'take_over',
      comment: 'For the grade.',
      expectedVersion: null,
    });
    await gradeItem(people.supervisor, { itemId, posted: conditional, expectedVersion: null });
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(Forbidden);
  });

  it('cannot be whoever gave an earlier grade with which it went out', async () => {
    const { itemId, submissionId } = await accepted(conditional, { danger: 'now', emergencyCall: 'called' });
    const move = (ctx: Ctx, action: 'take_over') =>
      performAction(ctx, { submissionId, action, comment: 'For the grade.', expectedVersion: null });
    await move(people.supervisor, 'take_over');
    await gradeItem(people.supervisor, { itemId, posted: conditional, expectedVersion: null });
    await move(people.fib, 'take_over');
    await send(itemId);
    await gradeItem(people.fib, { itemId, posted: conditional, expectedVersion: null });
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(Forbidden);
    expect(await people.fib.db.itemApproval.count({ where: { itemId } })).toBe(0);
  });

  it('approves afterwards each grade with which it went out', async () => {
    const { itemId, submissionId } = await accepted(conditional, { danger: 'now', emergencyCall: 'called' });
    await send(itemId);
    await gradeItem(people.fib, {
      itemId,
      posted: { ...conditional, usage: 'Only at night.' },
      expectedVersion: null,
    });
    await approve(people.supervisor, itemId);
    const { db } = people.fib;
    const given = await db.itemApproval.findMany({
      where: { itemId },
      orderBy: { itemGrade: { number: 'asc' } },
    });
    expect(given.map(({ afterTheFact }) => afterTheFact)).toEqual([true, false]);
    expect((await urgentList(people.supervisor)).approvals.map((each) => each.itemId)).not.toContain(itemId);
    await close(submissionId);
  });

  it('approves afterwards what went out at once because it is High, and closing waits for that', async () => {
    const { itemId, submissionId } = await accepted(conditional, { danger: 'now', emergencyCall: 'called' });
    const sent = await send(itemId);
    expect(sent).toMatchObject({ sent: true, secondPerson: 'afterwards' });
    const outstanding = (await urgentList(people.supervisor)).approvals;
    expect(outstanding.map((each) => each.itemId)).toContain(itemId);
    expect((await urgentList(people.fib)).approvals).toEqual([]);
    await expect(close(submissionId)).rejects.toThrow('still needs a second person');
    await approve(people.supervisor, itemId);
    const approval = await people.fib.db.itemApproval.findFirstOrThrow({ where: { itemId } });
    expect(approval.afterTheFact).toBe(true);
    await close(submissionId);
  });

  it('is asked for by the item’s own code, not by another item’s', async () => {
    const { submissionId, itemId } = await inHand();
    const other = await createItem(people.fib, { submissionId, title: 'House', expectedVersion: null });
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    await gradeItem(people.fib, { itemId: other.itemId, posted: conditional, expectedVersion: null });
    await sanitise(itemId, clean);
    await accept(people.fib, submissionId);
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'not_needed' });
  });
});
