import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { knownPrompts } from './asking-for-more.ts';
import { prepareAction } from '../../desks/prepare-action.server.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;

const database = await testDatabase();

beforeAll(async () => {
  people = await officers(database, clock);
});

/** A submission that FIB has claimed. */
async function claimed(changes = {}): Promise<Id<'Submission'>> {
  const submissionId = await submitted(people.reporter, changes);
  await performAction(people.fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  return submissionId;
}

const sentTo = (submissionId: string) =>
  people.fib.db.partnerMessage.findMany({ where: { submissionId, direction: 'to_partner' } });

describe('a message that names a report of somebody else', () => {
  it.each([
    ['a question', 'ask_partner'],
    ['a rejection', 'reject'],
  ] as const)('is refused as %s, and one that names their own is sent', async (_, action) => {
    const write = (written: { submissionId: Id<'Submission'>; comment: string }) =>
      performAction(people.fib, { ...written, action, expectedVersion: null });
    const other = await makeCtx(database, { email: 'bo@fair-work-centre.example', clock });
    const referenceOf = async (id: string) =>
      (await people.fib.db.submission.findUniqueOrThrow({ where: { id }, select: { reference: true } }))
        .reference;
    const about = async (id: string) => `Is this the same van as in ${await referenceOf(id)}?`;
    const submissionId = await claimed();
    const comment = await about(await submitted(other));
    await expect(write({ submissionId, comment })).rejects.toMatchObject({
      fieldErrors: { comment: expect.stringContaining('did not send') as string },
    });
    expect(await sentTo(submissionId)).toEqual([]);
    await write({ submissionId, comment: await about(submissionId) });
    expect(await sentTo(submissionId)).toHaveLength(1);
  });
});

describe('a message that may ask the partner to find out more', () => {
  const comment = 'Please find out who drives the van.';

  it.each([
    [
      'a question',
      (submissionId: Id<'Submission'>) =>
        performAction(people.fib, { action: 'ask_partner', submissionId, comment, expectedVersion: null }),
    ],
    [
      'a rejection',
      (submissionId: Id<'Submission'>) =>
        performAction(people.fib, { action: 'reject', submissionId, comment, expectedVersion: null }),
    ],
    [
      'an answer',
      (submissionId: Id<'Submission'>) =>
        performAction(people.fib, {
          action: 'answer_and_close',
          submissionId,
          comment,
          outcome: 'no_further_use',
          expectedVersion: null,
        }),
    ],
  ])('is not sent unconfirmed: %s', async (_, write) => {
    const submissionId = await claimed();
    await expect(write(submissionId)).rejects.toBeInstanceOf(Error);
    expect(await sentTo(submissionId)).toEqual([]);
  });

  it('names both ways on, and is sent once exactly it was confirmed, with its kinds in the trail', async () => {
    const submissionId = await claimed();
    const ask = (confirmed: string) =>
      performAction(people.fib, {
        action: 'ask_partner',
        submissionId,
        comment,
        confirmed,
        expectedVersion: null,
      });
    for (const confirmed of ['', 'yes', `${comment} And when?`]) {
      const refusal = await ask(confirmed).catch((failure: unknown) => failure);
      expect(refusal).toBeInstanceOf(Invalid);
      expect(Object.keys((refusal as Invalid).fieldErrors)).toEqual(['comment', 'confirmed']);
    }
    await ask(comment);
    expect((await sentTo(submissionId)).map(({ text }) => text)).toEqual([comment]);
    const trail = await people.fib.db.auditEvent.findMany({
      where: { subjectId: submissionId, type: 'partner.written_despite_warning' },
    });
    expect(trail.map(({ data }) => data)).toEqual([{ warnings: ['find_out'] }]);
  });
});

describe('a question to the partner', () => {
  it('may be ready questions alone', async () => {
    const submissionId = await claimed();
    await performAction(people.fib, {
      action: 'ask_partner',
      submissionId,
      prompts: ['when', 'vehicle'],
      comment: '',
      expectedVersion: null,
    });
    expect((await sentTo(submissionId)).map(({ text }) => text)).toEqual([
      `${knownPrompts['when']}\n${knownPrompts['vehicle']}`,
    ]);
  });

  it('needs something to ask', async () => {
    const submissionId = await claimed();
    await expect(
      performAction(people.fib, {
        action: 'ask_partner',
        submissionId,
        prompts: ['unknown'],
        comment: ' ',
        expectedVersion: null,
      }),
    ).rejects.toBeInstanceOf(Invalid);
  });

  it('is prepared with what makes it riskier: a source who gave information before, questions asked already', async () => {
    const risk = async (submissionId: Id<'Submission'>) =>
      (await prepareAction(people.fib, { submissionId, action: 'ask_partner' })).questionRisk;
    const fresh = await claimed();
    expect(await risk(fresh)).toEqual({ sourceGaveBefore: false, alreadyAsked: 0 });
    const repeated = await claimed({
      sourceKind: 'client',
      sourceIdentity: 'confidential',
      sourceGivenBefore: 'yes',
    });
    await performAction(people.fib, {
      action: 'ask_partner',
      submissionId: repeated,
      comment: 'Which day was it?',
      expectedVersion: null,
    });
    await performAction(people.fib, {
      submissionId: repeated,
      action: 'record_reply',
      comment: 'Tuesday',
      expectedVersion: null,
    });
    expect(await risk(repeated)).toEqual({ sourceGaveBefore: true, alreadyAsked: 1 });
  });
});
