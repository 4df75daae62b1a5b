import { describe, expect, it } from 'vitest';
import { openMatches } from '#app/domain/connections/matching/open-matches.server.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import type { TaskPlace } from '#app/domain/connections/tasks/task-place.server.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, approve, claim, conditional, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { plannedContact } from '#tests/factories/records-and-contact.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { acknowledgeDissemination } from '../dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '../dissemination/answer-dissemination.server.ts';
import { replyToRecipient } from '../dissemination/reply-to-recipient.server.ts';
import { performAction, type PostedAction } from './perform-action.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, supervisor, spocEast } = await officers(database, clock);

const close = (submissionId: Id<'Submission'>, changes: Partial<PostedAction> = {}) =>
  performAction(fib, {
    submissionId,
    action: 'answer_and_close',
    outcome: 'no_further_use',
    expectedVersion: null,
    ...changes,
  });
const withoutItem = { action: 'close_without_item', comment: 'Known already.' } as const;
const refused = (gap: RegExp) => ({
  fieldErrors: { handedOn: expect.stringMatching(gap) as string },
});
const endOf = (submissionId: Id<'Submission'>) =>
  db.submissionEvent.findFirstOrThrow({ where: { submissionId, toStatus: 'closed' } });

async function taskOf(place: TaskPlace): Promise<Id<'Task'>> {
  const taskId = newId<'Task'>();
  const owner = `account:${fib.actor.accountId}`;
  await createTask(fib, { place, taskId, text: 'Ring the example council.', owner, dueOn: '2016-01-25' });
  return taskId;
}
const finish = (taskId: Id<'Task'>) =>
  finishTask(fib, { taskId, result: 'It answered.', expectedVersion: 1 });

async function claimed(changes: Answers = {}): Promise<Id<'Submission'>> {
  clock.advance(60_000);
  const submissionId = await submitted(reporter, changes);
  await claim(fib, submissionId);
  return submissionId;
}
const van = (mark: string): Answers => ({ vehicles: [{ id: 'vehicle-1', vehicleVrm: mark }] });

describe('closing waits', () => {
  it('for the open tasks of a report and of its items, or for who takes them on', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    const ofItem = await taskOf({ kind: 'item', itemId });
    await taskOf({ kind: 'submission', submissionId });
    await expect(close(submissionId)).rejects.toMatchObject(refused(/^End the open tasks, or enter who/));
    await finish(ofItem);
    await expect(close(submissionId, { handedOn: ' ' })).rejects.toMatchObject(refused(/open tasks/));
    await expect(close(submissionId, { handedOn: 'x'.repeat(501) })).rejects.toMatchObject(
      refused(/500 characters or less/),
    );
    await expect(close(submissionId, { outcome: '' })).rejects.toMatchObject({
      fieldErrors: { outcome: 'Select an outcome', ...refused(/open tasks/).fieldErrors },
    });
    await close(submissionId, { handedOn: 'The area’s SPOC rings the council.' });
    expect((await endOf(submissionId)).comment).toBe('Handed on: The area’s SPOC rings the council.');
  });

  it('for nothing once they are done, and keeps no reason then', async () => {
    const submissionId = await claimed();
    const taskId = await taskOf({ kind: 'submission', submissionId });
    await expect(close(submissionId, withoutItem)).rejects.toMatchObject(refused(/open tasks/));
    await finish(taskId);
    await close(submissionId, { ...withoutItem, handedOn: 'Nobody has to.' });
    expect((await endOf(submissionId)).comment).toBe('Known already.');
  });

  it('for a strong match until somebody has looked at it, or linked the two', async () => {
    const [first, second] = [await claimed(van('BX12ABC')), await claimed(van('BX12ABC'))];
    await expect(close(first, withoutItem)).rejects.toMatchObject(refused(/strong matches/));
    await openMatches(supervisor, { submissionId: first, after: null });
    await close(first, withoutItem);
    await expect(close(second, withoutItem)).rejects.toMatchObject(refused(/strong matches/));
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: first } });
    await relateSubmissions(fib, {
      submissionId: second,
      reference,
      kind: 'same_vehicle',
      reason: 'The same van.',
    });
    await close(second, withoutItem);
  });

  it('for a recipient’s question until FIB has answered', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
    await acknowledgeDissemination(spocEast, { disseminationId });
    await answerDissemination(spocEast, {
      disseminationId,
      messageId: newId<'DisseminationMessage'>(),
      result: 'question',
      text: 'Which door was it?',
      confirmed: '',
    });
    await expect(close(submissionId)).rejects.toMatchObject(refused(/what a recipient asks/));
    await replyToRecipient(fib, {
      disseminationId,
      messageId: newId<'DisseminationMessage'>(),
      text: 'The blue one.',
      checked: null,
      shownCount: 1,
    });
    await close(submissionId);
  });

  it('for an item that was written and that nobody has approved', async () => {
    const { submissionId, itemId } = await acceptedItem(fib, reporter, { posted: conditional });
    await expect(close(submissionId)).rejects.toMatchObject(refused(/item approved/));
    await approve(supervisor, itemId);
    await close(submissionId);
  });

  it('of a High report as well, and the supervisor reads who takes it on', async () => {
    const submissionId = await claimed({ danger: 'now', emergencyCall: 'called' });
    await taskOf({ kind: 'submission', submissionId });
    const asked = { ...withoutItem, action: 'ask_to_close_without_item', ...dangerActNow(fib) } as const;
    await expect(close(submissionId, asked)).rejects.toMatchObject(refused(/open tasks/));
    await close(submissionId, { ...asked, handedOn: 'The duty desk rings them.' });
    const event = await db.submissionEvent.findFirstOrThrow({
      where: { submissionId, action: 'ask_to_close_without_item' },
    });
    expect(event.comment).toContain('Handed on: The duty desk rings them.');
    await performAction(supervisor, {
      submissionId,
      action: 'grant_ending',
      comment: 'She is safe.',
      expectedVersion: null,
    });
    await endOf(submissionId);
  });

  it('for nothing of it where the work goes on with a High original', async () => {
    const danger = { danger: 'now', emergencyCall: 'called' } as const;
    const [submissionId, original] = [await claimed(danger), await claimed(danger)];
    const { reference } = await db.submission.findUniqueOrThrow({ where: { id: original } });
    await relateSubmissions(fib, { submissionId, reference, kind: 'duplicate_of', reason: 'The same call.' });
    await taskOf({ kind: 'submission', submissionId });
    await close(submissionId, { action: 'close_as_duplicate', outcome: '', comment: 'Thank you.' });
    await endOf(submissionId);
  });
});

describe('a victim who wants contact', () => {
  const victim: Answers = {
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
    // FIB holds it, as somebody could guess who told.
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  };
  const forgotten = {
    fieldErrors: { noContactPlan: expect.stringMatching(/^Write the contact plan/) as string },
  };
  const ends = [
    ['closed without an item', withoutItem, 'closed'],
    ['rejected', { action: 'reject', outcome: '', comment: 'Not for us.' }, 'rejected'],
  ] as const;

  it.each(ends)('is not forgotten with a report that is %s', async (_, ending, toStatus) => {
    const submissionId = await claimed(victim);
    await expect(close(submissionId, ending)).rejects.toMatchObject(forgotten);
    await expect(close(submissionId, { ...ending, noContactPlan: 'x'.repeat(501) })).rejects.toMatchObject({
      fieldErrors: { noContactPlan: 'The reason must be 500 characters or less' },
    });
    await close(submissionId, { ...ending, noContactPlan: 'The centre speaks for her.' });
    const event = await db.submissionEvent.findFirstOrThrow({ where: { submissionId, toStatus } });
    expect(event.comment).toContain('No contact plan: The centre speaks for her.');
  });

  it.each(ends)('with a plan holds up no report that is %s', async (_, ending) => {
    const submissionId = await claimed(victim);
    await plannedContact(fib, submissionId);
    await close(submissionId, ending);
  });

  it('is not forgotten with a report of which items were made', async () => {
    const { submissionId } = await acceptedItem(fib, reporter, { changes: victim });
    const handedOn = 'The supervisor reads the text on Monday.';
    await expect(close(submissionId, { handedOn })).rejects.toMatchObject(forgotten);
    await close(submissionId, { handedOn, noContactPlan: 'The centre speaks for her.' });
  });

  it('is not forgotten with a High report, and the supervisor reads why there is no plan', async () => {
    const submissionId = await claimed({ ...victim, danger: 'now', emergencyCall: 'called' });
    const asked = { ...withoutItem, action: 'ask_to_close_without_item', ...dangerActNow(fib) } as const;
    await expect(close(submissionId, asked)).rejects.toMatchObject(forgotten);
    await close(submissionId, { ...asked, noContactPlan: 'The centre speaks for her.' });
    const where = { submissionId, action: 'ask_to_close_without_item' };
    const event = await db.submissionEvent.findFirstOrThrow({ where });
    expect(event.comment).toContain('No contact plan: The centre speaks for her.');
    const grant = { action: 'grant_ending', comment: 'She is safe.', expectedVersion: null } as const;
    await performAction(supervisor, { ...grant, submissionId });
    await endOf(submissionId);
  });

  it('who said so after somebody asked to end it is not forgotten by whoever agrees', async () => {
    const submissionId = await claimed({ danger: 'now', emergencyCall: 'called' });
    await close(submissionId, {
      ...withoutItem,
      action: 'ask_to_close_without_item',
      ...dangerActNow(fib),
    });
    await db.submission.update({ where: { id: submissionId }, data: { contactWishedOn: testNow } });
    const grant = { action: 'grant_ending', comment: 'She is safe.', expectedVersion: null } as const;
    await expect(performAction(supervisor, { ...grant, submissionId })).rejects.toThrow(/contact plan/);
  });
});
