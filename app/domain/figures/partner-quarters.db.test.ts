import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { copySubmission } from '#tests/factories/copies.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { ownOrganisation } from '../desks/own-organisation.server.ts';

const database = await testDatabase();

/** Sends reports on a day, of which a few end on another. */
async function sent(on: string, count: number, ended: { outcome: string; on: string; count: number }) {
  const robin = await makeCtx(database, {
    email: 'robin@harbour-trust.example',
    clock: fixedClock(new Date(on)),
  });
  const submissionId = await submitted(robin);
  if (count > 1) await copySubmission(database, submissionId, count - 1);
  await unguarded(
    database.pool,
    `UPDATE submission SET status = 'closed', outcome = $2::outcome, closed_at = $3
     WHERE id IN (SELECT id FROM submission WHERE submitted_at = $1 AND closed_at IS NULL ORDER BY id LIMIT $4)`,
    [on, ended.outcome, ended.on, ended.count],
  );
}

await sent('2015-04-02T10:00:00Z', 14, { outcome: 'used', on: '2015-06-01T10:00:00Z', count: 6 });
// One more ended after the quarter that followed.
await sent('2015-07-02T10:00:00Z', 10, { outcome: 'passed_on', on: '2015-12-31T23:59:00Z', count: 5 });
await sent('2015-07-03T10:00:00Z', 1, { outcome: 'used', on: '2016-01-01T00:01:00Z', count: 1 });
// Two are left: how many were used says of each of the others that it was.
await sent('2015-10-02T10:00:00Z', 8, { outcome: 'crime_recorded', on: '2015-12-01T10:00:00Z', count: 6 });
await sent('2016-01-02T10:00:00Z', 4, { outcome: 'used', on: '2016-02-01T10:00:00Z', count: 4 });

const quarters = async (now: string) => {
  const lee = await makeCtx(database, {
    email: 'lee@harbour-trust.example',
    clock: fixedClock(new Date(now)),
  });
  return (await ownOrganisation(lee, { before: null })).quarters;
};

describe('what came of a partner’s reports', () => {
  it('is said in counts of five or more, of which no smaller one is left', async () => {
    expect(await quarters('2016-07-01T10:00:00Z')).toEqual([
      { firstMonth: '2016-01', sent: null, used: null },
      { firstMonth: '2015-10', sent: 8, used: null },
      { firstMonth: '2015-07', sent: 11, used: 5 },
      { firstMonth: '2015-04', sent: 14, used: 6 },
    ]);
  });

  it('is said a quarter later and stays as it was, so that nothing follows from looking again', async () => {
    const before = await quarters('2016-01-01T10:00:00Z');
    expect(before.map(({ firstMonth }) => firstMonth)).toEqual(['2015-07', '2015-04']);
    expect(await quarters('2016-03-31T22:00:00Z')).toEqual(before);
  });
});
