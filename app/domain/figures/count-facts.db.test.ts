import { beforeAll, describe, expect, it } from 'vitest';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { addUpCounts, countFacts, countedItems, planItemCells, type Fact } from './count-facts.server.ts';
import { addMonths, monthOf, monthsBetween, startOfMonth } from '../kernel/months.ts';
import type { Cell } from './volume-rows.ts';

const database = await testDatabase();
const { db } = database;
const months = monthsBetween('2015-06', '2016-01');
const [first, last] = ['2015-06', '2016-01'] as const;
const span = { from: startOfMonth(first), to: startOfMonth(addMonths(last, 1)) };

/** One of the values for each copy, the same in every run. */
const oneOf = (fact: string, values: readonly string[], type = 'text') =>
  `('{${values.join()}}'::text[])[1 + ('x' || substr(md5('${fact}' || n), 1, 6))::bit(24)::integer % ${values.length}]::${type}`;

beforeAll(async () => {
  const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
  const areas = await db.area.findMany({ select: { id: true } });
  await addHistory(db, await submitted(reporter), 400, {
    // Every fifth hour, so that some lie on either side of the beginning of a month in the force's time.
    submitted_at: `'2016-02-03T00:30:00Z'::timestamptz - n * interval '17 hours'`,
    channel: oneOf('channel', ['web', 'telephone', 'paper'], 'channel'),
    organisation_kind: oneOf('kind', ['ngo', 'third_party_centre'], 'organisation_kind'),
    priority: oneOf('priority', ['high', 'medium', 'low'], 'priority'),
    status: oneOf(
      'status',
      ['submitted', 'accepted', 'closed', 'rejected', 'withdrawn'],
      'submission_status',
    ),
    outcome: `nullif(${oneOf('outcome', ['used', 'duplicate', 'null', 'null', 'null'])}, 'null')::outcome`,
    area_id: `nullif(${oneOf('area', [...areas.map(({ id }) => id), 'null'])}, 'null')::uuid`,
    exploitation_types: `ARRAY(SELECT type FROM unnest('{labour,sexual,criminal}'::text[]) AS type WHERE md5(type || n) < '6')`,
    closed_at: 'NULL',
  });
  // Some links are taken away again, also after counts were added up, and some are to two activities of one aim.
  await db.$executeRaw`
    INSERT INTO submission_plan_link (id, submission_id, plan_item_id, rule_code, reason, linked_at)
    SELECT gen_random_uuid(), s.id, i.id, 'test', 'test', s.submitted_at FROM submission s, plan_item i
    WHERE i.kind IN ('activity', 'action') AND md5(s.reference || i.code) < '2' ON CONFLICT DO NOTHING`;
  await addUpCounts(db);
  await db.$executeRaw`
    UPDATE submission_plan_link SET unlinked_at = now(), unlink_reason = 'test' WHERE md5(id::text) < '5'`;
  // What was counted already is moved, reopened, decided and, once, raised to High, some of it back and forth.
  for (const turn of ['4', '8', 'c']) {
    await db.$executeRaw`
      UPDATE submission SET area_id = (SELECT min(id::text)::uuid FROM area), status = 'accepted', outcome = NULL
      WHERE priority <> 'high' AND md5(${turn} || reference) < '4'`;
    await db.$executeRaw`
      UPDATE submission SET priority = 'low', area_id = NULL, status = 'closed', outcome = 'no_further_use'
      WHERE priority <> 'high' AND md5(reference || ${turn}) < '4'`;
    await addUpCounts(db);
  }
  await db.$executeRaw`UPDATE submission SET priority = 'high' WHERE md5(reference) < '2'`;
});

describe('counting as reports come and change', () => {
  it('gives what counting one submission after the other gives, for every fact and month', async () => {
    const reports = await db.submission.findMany({ include: { area: true } });
    expect(reports.filter(({ submittedAt }) => submittedAt < span.from).length).toBeGreaterThan(20);
    const plainly = (keysOf: (report: (typeof reports)[number]) => (string | null)[]) =>
      tally(reports.flatMap((report) => keysOf(report).map((key) => ({ key, at: report.submittedAt }))));
    const counted = await transaction(db, (tx) => countFacts(tx, { first, last }));
    const expected: Record<Fact, ReturnType<typeof tally>> = {
      all: plainly(() => ['all']),
      channel: plainly(({ channel }) => [channel]),
      organisation_kind: plainly(({ organisationKind }) => [organisationKind]),
      priority: plainly(({ priority }) => [priority]),
      area: plainly(({ area }) => [area?.code ?? null]),
      outcome: plainly(({ outcome, status }) => [
        outcome ?? (['rejected', 'withdrawn'].includes(status) ? status : 'open'),
      ]),
      exploitation_types: plainly(({ exploitationTypes: types }) =>
        types.length > 0 ? types : ['not_sure'],
      ),
    };
    for (const fact of Object.keys(expected) as Fact[])
      expect([fact, asTally(counted[fact])]).toEqual([fact, expected[fact]]);
  });

  it('counts a submission once for each item of the plan and once for what stands above it', async () => {
    const links = await db.submissionPlanLink.findMany({
      where: { unlinkedAt: null },
      select: {
        submission: { select: { id: true, submittedAt: true } },
        planItem: { select: { code: true, parent: { select: { code: true } } } },
      },
    });
    const once = (codeOf: (item: (typeof links)[number]['planItem']) => string | undefined) =>
      tally(
        [
          ...new Map(
            links.map(({ submission, planItem }) => [
              `${submission.id} ${codeOf(planItem)}`,
              { submission, planItem },
            ]),
          ).values(),
        ].map(({ submission, planItem }) => ({ key: codeOf(planItem) ?? null, at: submission.submittedAt })),
      );
    const { items, parents } = await transaction(db, async (tx) =>
      planItemCells((await countFacts(tx, { first, last })).linked, await tx.planItem.findMany(countedItems)),
    );
    expect(asTally(items)).toEqual(once(({ code }) => code));
    expect(asTally(parents)).toEqual(once(({ parent }) => parent?.code));
    const sum = (cells: Cell[]) => cells.reduce((all, { count }) => all + count, 0);
    expect(sum(parents)).toBeLessThan(sum(items));
  });

  it('says the same once what was counted is added up, of which each key of a month has one entry', async () => {
    const count = () => transaction(db, (tx) => countFacts(tx, { first, last }));
    const before = await count();
    await addUpCounts(db);
    const after = await count();
    for (const fact of Object.keys(before).filter((each) => each !== 'since' && each !== 'linked') as Fact[])
      expect([fact, asTally(after[fact])]).toEqual([fact, asTally(before[fact])]);
    expect(
      await db.$queryRaw`SELECT month, fact, key FROM submission_count GROUP BY 1, 2, 3 HAVING count(*) > 1`,
    ).toEqual([]);
  });

  it('cannot be written by the portal', async () => {
    await expect(db.$executeRaw`UPDATE submission_count SET count = count + 1`).rejects.toThrow(
      'permission denied',
    );
    await expect(db.$executeRaw`DELETE FROM submission_count`).rejects.toThrow('permission denied');
  });
});

/** "key month" → how many, of those in the months. */
function tally(events: { key: string | null; at: Date }[]): Record<string, number> {
  return asTally(
    events
      .map(({ key, at }) => ({ key, month: monthOf(at), count: 1 }))
      .filter(({ month }) => months.includes(month)),
  );
}

function asTally(cells: Cell[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { key, month, count } of cells)
    counts[`${key} ${month}`] = (counts[`${key} ${month}`] ?? 0) + count;
  return counts;
}
