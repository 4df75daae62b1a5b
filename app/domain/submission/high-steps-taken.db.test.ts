import type { Id } from '#app/domain/kernel/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Ctx } from '../kernel/context.ts';
import { tellHigh } from '../reminders/tell-high.server.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import { urgentList } from '../desks/urgent-list.server.ts';

const clock = fixedClock(testNow);
const minute = 60_000;
let people: Record<Who, Ctx>;
let submissionId: Id<'Submission'>;

beforeAll(async () => {
  const database = await testDatabase();
  people = await officers(database, clock);
  const job = makeSystemCtx(database, { clock });
  submissionId = await submitted(people.reporter, { danger: 'soon' });
  // The first steps, then two repeats of each hour after the last step.
  for (const after of [0, 31, 121, 181]) {
    clock.set(new Date(testNow.getTime() + after * minute));
    await tellHigh(job, { alertConfigured: false }, { submissionId });
  }
});

describe('what was done while nobody had claimed a High submission', () => {
  it('is in its history: whom each step told, and the repeats as one line', async () => {
    const opened = await openSubmission(people.fib, { submissionId });
    if (opened.view !== 'whole') throw new Error('FIB reads the original.');
    const told = opened.history.filter(({ action }) => action === 'told_unclaimed');
    expect(told.map(({ data }) => [data['notified'], data['times']])).toEqual([
      [['Duty officer', 'Deputy', 'FIB supervisor', 'Duty inspector', 'MDS lead'], 2],
      expect.any(Array),
      expect.any(Array),
      expect.any(Array),
      expect.any(Array),
      [['Duty officer'], 0],
    ]);
    expect(told.map(({ data }) => data['notified'])).toContainEqual(['Deputy', 'MDS lead']);
    const times = opened.history.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('stands on the list of urgent ones, with when the next is told', async () => {
    const { lines } = await urgentList(people.fib);
    const line = lines.find(({ id }) => id === submissionId);
    expect(line?.stepsTaken).toHaveLength(6);
    expect(line?.next).toEqual(new Date(testNow.getTime() + 240 * minute));
  });
});
