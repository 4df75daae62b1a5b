import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blankRecord, type WrittenRecord } from '../../connections/records/record-input.ts';
import { addRecord } from '#app/domain/connections/records/add-record.server.ts';
import { removeRecord } from '#app/domain/connections/records/change-record.server.ts';
import {
  endRelation,
  relateSubmissions,
} from '#app/domain/connections/matching/relate-submissions.server.ts';
import { askingFor, type Ending } from '#app/domain/kernel/endings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Outcome } from '#app/domain/kernel/outcomes.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, claim } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { performAction } from './perform-action.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, supervisor } = await officers(database, clock);
const supervisorTwo = await makeCtx(database, { email: secondSupervisor, clock });
const danger = { danger: 'now', emergencyCall: 'called' } as const;

/** Held by `fib` and ready to end that way. */
async function ready(ending: Ending, high: boolean): Promise<Id<'Submission'>> {
  clock.advance(60_000);
  const changes = high ? danger : {};
  if (ending === 'answer_and_close') return (await acceptedItem(fib, reporter, { changes })).submissionId;
  const submissionId = await submitted(reporter, changes);
  await claim(fib, submissionId);
  return submissionId;
}

const today = { day: '18', month: '1', year: '2016' };
const add = async (submissionId: Id<'Submission'>, kind: string, written: Partial<WrittenRecord>) => {
  const linkId = randomUUID();
  await addRecord(fib, { submissionId, kind, linkId, ...blankRecord, ...written });
  return linkId;
};
let crimes = 100;
/** What each outcome rests on, and how it is recorded. */
const evidence: readonly [Outcome, RegExp, (submissionId: Id<'Submission'>) => Promise<unknown>][] = [
  ['crime_recorded', /crime number/, (id) => add(id, 'crime', { reference: `20BE/${(crimes += 1)}/16` })],
  [
    'safeguarding_action',
    /safeguarding referral/,
    (id) => add(id, 'safeguarding', { agency: 'Children’s services', datedOn: today }),
  ],
  [
    'passed_on',
    /was told, when and how/,
    (id) =>
      add(id, 'passed_on', { agency: 'Example Constabulary, desk', datedOn: today, status: 'telephone' }),
  ],
  [
    'duplicate',
    /duplicates first/,
    async (submissionId) => {
      const { reference } = await db.submission.findUniqueOrThrow({
        where: { id: await submitted(reporter) },
      });
      await relateSubmissions(fib, {
        submissionId,
        reference,
        kind: 'duplicate_of',
        reason: 'The same van.',
      });
    },
  ],
];
const withoutItem = new Set<Outcome>(['passed_on', 'duplicate']);
const ways = evidence.flatMap(([outcome, gap, record]) =>
  (withoutItem.has(outcome)
    ? (['answer_and_close', 'close_without_item'] as const)
    : (['answer_and_close'] as const)
  ).flatMap((ending) => [false, true].map((high) => ({ outcome, gap, record, ending, high }))),
);

const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status;

describe.each(ways)(
  'closing as $outcome by $ending, High: $high',
  ({ outcome, gap, record, ending, high }) => {
    it('is refused without its evidence, as it is posted and by the database', async () => {
      const submissionId = await ready(ending, high);
      const posted = {
        submissionId,
        outcome,
        comment: 'Thank you.',
        unsanitised: 'It serves a running enquiry only.',
        expectedVersion: null,
        ...dangerActNow(fib),
        action: high ? askingFor[ending] : ending,
      };
      await expect(performAction(fib, posted)).rejects.toMatchObject({
        fieldErrors: { outcome: expect.stringMatching(gap) as string },
      });
      if (!high)
        await expect(
          db.submission.update({ where: { id: submissionId }, data: { status: 'closed', outcome } }),
        ).rejects.toThrow(/no record supports/);
      await record(submissionId);
      await performAction(fib, posted);
      if (high)
        await performAction(supervisor, {
          submissionId,
          action: 'grant_ending',
          comment: 'She is safe.',
          expectedVersion: null,
        });
      expect(await statusOf(submissionId)).toBe('closed');
    });
  },
);

describe('what an outcome rests on', () => {
  it('has to be there still when a second person agrees', async () => {
    const submissionId = await ready('answer_and_close', true);
    const linkId = await add(submissionId, 'crime', { reference: '20BE/1/16' });
    const unsanitised = 'It serves a running enquiry only.';
    await performAction(fib, {
      submissionId,
      action: 'ask_to_close',
      outcome: 'crime_recorded',
      unsanitised,
      expectedVersion: null,
      ...dangerActNow(fib),
    });
    await removeRecord(fib, { submissionId, linkId, expectedVersion: 1, reason: 'Another house.' });
    await expect(
      performAction(supervisorTwo, {
        submissionId,
        action: 'grant_ending',
        comment: 'She is safe.',
        expectedVersion: null,
      }),
    ).rejects.toThrow(/crime number/);
    expect(await statusOf(submissionId)).toBe('accepted');
  });

  it('stays once the partner was told, until the report is opened again', async () => {
    const submissionId = await ready('close_without_item', false);
    const [, , linkToOriginal] = evidence[3]!;
    await linkToOriginal(submissionId);
    await performAction(fib, {
      submissionId,
      action: 'close_without_item',
      outcome: 'duplicate',
      comment: 'The same van.',
      expectedVersion: null,
    });
    const { id: relationId } = await db.submissionRelation.findFirstOrThrow({ where: { submissionId } });
    const ending = { submissionId, relationId, reason: 'Another van.' };
    await expect(endRelation(fib, ending)).rejects.toMatchObject({
      fieldErrors: { endReason: expect.stringContaining('closed as “Duplicate”') as string },
    });
    await expect(
      db.submissionRelationEnd.create({
        data: { relationId, reason: 'x', endedBy: fib.actor.accountId, endedAt: clock.now() },
      }),
    ).rejects.toThrow(/rests on this/);
    await performAction(supervisor, {
      submissionId,
      action: 'reopen',
      comment: 'Another van.',
      expectedVersion: null,
    });
    await endRelation(fib, ending);
  });
});
