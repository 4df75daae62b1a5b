import type { Id } from '#app/domain/kernel/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { candidates } from './candidates.server.ts';
import { findShared } from './find-shared.server.ts';
import { openMatches } from './open-matches.server.ts';

const database = await testDatabase();
const fib = await makeCtx(database, { email: 'fib.officer@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });

const maria = (more: Record<string, unknown> = {}) =>
  submitted(reporter, {
    canDescribe: ['people'],
    people: [
      {
        id: 'p',
        personPart: 'suspected_exploiter',
        personForename: 'Maria',
        personSurname: 'Popescu',
        ...more,
      },
    ],
  });
const born = { personBirthDate: { precision: 'exact', date: '1990-02-28' } };

let one: Id<'Submission'>;
let same = '';
let last = '';

beforeAll(async () => {
  one = await maria(born);
  await addHistory(database.db, one, 2600);
  // More than one way of looking reads, less near than what comes after them.
  await database.db.$executeRaw`
    INSERT INTO submission_person (id, submission_id, position, forename, surname, folded_name)
    SELECT gen_random_uuid(), id, 1, 'Mariya', 'Popesku', 'mariya popesku' FROM submission WHERE status = 'closed'`;
  same = await maria(born);
  last = await maria();
  await database.analyze();
});

describe('a name that thousands have', () => {
  it('is matched by the nearest, and the page says that there are more', async () => {
    const { matches, counts } = await openMatches(fib, { submissionId: one, after: null });
    expect(matches.slice(0, 2).map(({ submissionId, strength }) => [submissionId, strength])).toEqual([
      [same, 'strong'],
      [last, 'likely'],
    ]);
    expect(counts.many).toEqual(['Maria Popescu']);
    expect(counts.found).toBeLessThan(200);
  });

  it('costs no more than the rows that one way of looking reads', async () => {
    const sql = candidates(
      { ctx: fib, submissionId: one },
      'submission_person',
      Prisma.sql`o.folded_name <> '' AND o.folded_name = 'mariya popesku'`,
      Prisma.sql`similarity(o.folded_name, 'maria popescu')`,
    );
    const plan = await database.db.$queryRaw<{ 'QUERY PLAN': string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM ${sql} f`,
    );
    const read = plan.flatMap((line) => {
      const rows = /submission.*actual rows=(\d+).* loops=(\d+)/.exec(line['QUERY PLAN']);
      return rows && !line['QUERY PLAN'].includes('Bitmap Index') ? [Number(rows[1]) * Number(rows[2])] : [];
    });
    expect(Math.max(...read)).toBe(2000);
  });

  it('is looked up in indexes, whatever the planner knows of the tables, and the planner is left as it was', async () => {
    const [before, after, settings] = await transaction(database.db, async (tx) => {
      // Of this connection, what was not yet added up from before included.
      const readWholly = () =>
        tx.$queryRaw<object[]>`
          SELECT relname, seq_scan FROM pg_stat_xact_user_tables WHERE relname IN ('submission', 'submission_person',
            'submission_vehicle', 'submission_contact', 'submission_place', 'submission_organisation') ORDER BY 1`;
      const before = await readWholly();
      await findShared(tx, { ctx: fib, submissionId: one });
      const after = await readWholly();
      const settings = await tx.$queryRaw<object[]>`
        SELECT current_setting('enable_seqscan') AS one, current_setting('enable_hashjoin') AS two, current_setting('enable_mergejoin') AS three`;
      return [before, after, settings];
    });
    expect(after).toEqual(before);
    expect(settings).toEqual([{ one: 'on', two: 'on', three: 'on' }]);
  });
});
