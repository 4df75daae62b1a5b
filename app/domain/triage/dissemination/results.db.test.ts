import { describe, expect, it } from 'vitest';
import { changeRecord, removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import { openRecord, openRecords } from '#app/domain/connections/records/open-records.server.ts';
import { blankRecord } from '#app/domain/connections/records/record-input.ts';
import type { WrittenResults } from '#app/domain/connections/records/result-input.ts';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { type Id, newId } from '../../kernel/id.ts';
import { endReport } from '../actions/end-report.server.ts';
import { acknowledgeDissemination } from './acknowledge-dissemination.server.ts';
import { answerDissemination } from './answer-dissemination.server.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { recallDissemination } from './recall-dissemination.server.ts';

const database = await testDatabase();
const { db } = database;
const { fib, spocEast, spocCoventry, mdsLead, reporter } = await officers(database, fixedClock(testNow));
const today = { day: '18', month: '1', year: '2016' };
const none: WrittenResults = {
  results: [],
  resultsOn: { day: '', month: '', year: '' },
  arrests: '',
  safeguarded: '',
  referralReference: '',
  dutyReference: '',
  crimeReference: '',
};
let crimes = 500;
const crime = () => `20BE/${(crimes += 1)}/16`;

async function sent() {
  const made = await acceptedItem(fib, reporter);
  const disseminationId = await sentTo(fib, made.itemId, { to: 'queue', queueCode: 'spoc-be' });
  await acknowledgeDissemination(spocEast, { disseminationId });
  return { ...made, disseminationId };
}

const say = (disseminationId: Id<'Dissemination'>, came: Partial<WrittenResults>) =>
  answerDissemination(spocEast, {
    disseminationId,
    messageId: newId<'DisseminationMessage'>(),
    result: 'acted',
    text: 'Seen to.',
    confirmed: '',
    came: { ...none, resultsOn: today, ...came },
  });
const fieldsOf = async (refused: Promise<unknown>) => {
  const failure = await refused.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof Invalid)) throw new Error('It was not refused', { cause: failure });
  return failure.fieldErrors;
};
const kindsOf = async (submissionId: Id<'Submission'>) =>
  (await openRecords(fib, { submissionId })).records.standing.map(({ kind }) => kind).sort();

describe('what came of a report', () => {
  it('is told by the recipients of an item with their answer, seen and corrected by them, and theirs alone', async () => {
    const { submissionId, itemId, disseminationId } = await sent();
    await say(disseminationId, { results: ['arrests', 'nrm'], arrests: '2', referralReference: 'NRM 7' });
    const opened = await openDissemination(spocEast, { disseminationId });
    expect(opened.lacksCrime).toBe(true);
    const arrests = opened.results.find(({ kind }) => kind === 'arrests');
    expect(arrests?.now).toMatchObject({ people: 2, datedOn: '2016-01-18', item: { id: itemId } });
    const linkId = arrests?.linkId ?? '';
    const on = { disseminationId, linkId, expectedVersion: 1 };
    await changeRecord(fib, {
      ...blankRecord,
      submissionId,
      linkId,
      expectedVersion: 1,
      people: '2',
      item: itemId,
      datedOn: today,
      note: 'For officers.',
    });
    await expect(changeRecord(spocEast, { ...blankRecord, ...on })).rejects.toBeInstanceOf(Conflict);
    await changeRecord(spocEast, { ...blankRecord, ...on, expectedVersion: 2, people: '3', datedOn: today });
    // What was there stays, and what officers noted is kept from recipients, and kept.
    const theirs = (await openRecord(spocEast, on)).link;
    expect(theirs.versions.map(({ people, note }) => [people, note])).toEqual([
      [3, null],
      [2, null],
      [2, null],
    ]);
    expect((await openRecord(fib, { submissionId, linkId })).link.now.note).toBe('For officers.');
    await expect(openRecord(spocCoventry, on)).rejects.toBeInstanceOf(NotFound);
    await expect(openRecord(mdsLead, on)).rejects.toBeInstanceOf(NotFound);
    await expect(openRecord(fib, on)).rejects.toBeInstanceOf(Forbidden);
    // A record that officers made is none of theirs.
    const own = await db.recordLink.findFirstOrThrow({ where: { submissionId, kind: 'nrm' } });
    await removeRecord(spocEast, {
      ...on,
      linkId: own.linkId,
      expectedVersion: 1,
      reason: 'It was another.',
    });
    expect(await kindsOf(submissionId)).toEqual(['arrests']);
    expect((await openDissemination(spocEast, { disseminationId })).lacksCrime).toBe(false);
    await recallDissemination(fib, { disseminationId, reason: 'It was about another house.' });
    await expect(openRecord(spocEast, on)).rejects.toBeInstanceOf(Conflict);
    expect((await openDissemination(spocEast, { disseminationId })).results).toEqual([]);
    const trail = await db.auditEvent.findMany({
      where: { type: { startsWith: 'record_link' }, subjectId: submissionId },
    });
    expect(trail.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['record_link.added', 'record_link.changed', 'record_link.removed']),
    );
  });

  it('is refused with every error at its field, and then nothing of it is written', async () => {
    const { submissionId, disseminationId } = await sent();
    const number = crime();
    const wrong = {
      results: ['arrests', 'crime', 'visit'],
      arrests: 'some',
      resultsOn: { ...today, year: '2017' },
    };
    expect(await fieldsOf(say(disseminationId, wrong))).toEqual({
      arrests: 'Number of people must be a whole number from 1 to 999',
      crimeReference: 'Enter the crime number',
      resultsOn: 'Date on which it came about must be today or in the past',
    });
    expect(await fieldsOf(say(disseminationId, { crimeReference: number }))).toEqual({
      results: 'Select what came of it',
    });
    expect(await kindsOf(submissionId)).toEqual([]);
    await say(disseminationId, { results: ['crime'], crimeReference: number });
    expect(await fieldsOf(say(disseminationId, { results: ['crime'], crimeReference: number }))).toEqual({
      results: 'Crime number is recorded already',
    });
    await expect(
      db.recordLink.updateMany({ where: { submissionId }, data: { people: 1 } }),
    ).rejects.toThrow();
  });

  it('is told with the result of a task, of the item that the task is about', async () => {
    const { submissionId, itemId, disseminationId } = await sent();
    const taskOf = async (
      ctx: typeof fib,
      place:
        | { kind: 'item'; itemId: Id<'IntelligenceItem'> }
        | { kind: 'dissemination'; disseminationId: Id<'Dissemination'> },
    ) => {
      const taskId = newId<'Task'>();
      const owner = `account:${ctx.actor.accountId}`;
      await createTask(ctx, { place, taskId, text: 'Look there.', owner, dueOn: '2016-01-18' });
      return taskId;
    };
    const done = {
      result: 'Done.',
      expectedVersion: 1,
      came: { ...none, results: ['visit'], resultsOn: today },
    };
    await finishTask(fib, { ...done, taskId: await taskOf(fib, { kind: 'item', itemId }) });
    await finishTask(spocEast, {
      ...done,
      taskId: await taskOf(spocEast, { kind: 'dissemination', disseminationId }),
    });
    expect(await kindsOf(submissionId)).toEqual(['visit', 'visit']);
    const rows = await db.recordLink.findMany({ where: { submissionId } });
    expect(rows.map((row) => row.itemId)).toEqual([itemId, itemId]);
    expect(rows.map((row) => row.disseminationId).sort()).toEqual([disseminationId, null].sort());
  });

  it('is told as a report ends, and its outcome may rest on it', async () => {
    const { submissionId } = await sent();
    const { version } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const end = (came: WrittenResults) =>
      endReport(fib, { submissionId, end: 'crime_recorded', expectedVersion: version, came });
    expect(await fieldsOf(end(none))).toHaveProperty('end');
    expect(await fieldsOf(end({ ...none, results: ['crime'], resultsOn: today }))).toMatchObject({
      crimeReference: 'Enter the crime number',
      end: expect.stringContaining('crime number') as string,
    });
    await end({
      ...none,
      results: ['crime', 'safeguarded'],
      resultsOn: today,
      crimeReference: crime(),
      safeguarded: '4',
    });
    expect(await kindsOf(submissionId)).toEqual(['crime', 'safeguarded']);
  });
});
