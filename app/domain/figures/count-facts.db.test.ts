import { beforeAll, describe, expect, it } from 'vitest';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { onServer } from '#tests/factories/blank-database.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { areaHomes } from '#app/domain/desks/area-home.server.ts';
import { leadHome } from '#app/domain/desks/lead-home.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { areasOf } from '../kernel/actor.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { course, type Course } from './course.server.ts';
import { daysUpTo, quarterDays, spanOf, type Period } from './period.ts';
import { addUpCounts, countFacts, countedItems, planItemCells, type Fact } from './count-facts.server.ts';
import { addMonths, monthOf, monthsBetween, startOfMonth } from '../kernel/months.ts';
import type { Cell } from './volume-rows.ts';

const database = await testDatabase();
const { db } = database;
const months = monthsBetween('2015-06', '2016-01');
const [first, last] = ['2015-06', '2016-01'] as const;
// A Wednesday: the last weeks are whole ones and days on either side.
const now = new Date('2016-02-03T09:00:00Z');
const span = { from: startOfMonth(first), to: startOfMonth(addMonths(last, 1)) };

/** One of the values for each copy, the same in every run. */
const oneOf = (fact: string, values: readonly string[], type = 'text') =>
  `('{${values.join()}}'::text[])[1 + ('x' || substr(md5('${fact}' || n), 1, 6))::bit(24)::integer % ${values.length}]::${type}`;

const sentAt = `('2016-02-03T00:30:00Z'::timestamptz - n * interval '17 hours')`;
/** One of so many minutes after it was sent, where a digest of its number is below the letter. */
const later = (what: string, minutes: string, below: string) =>
  `CASE WHEN md5('${what} or not' || n) < '${below}' THEN ${sentAt} + interval '1 minute' * ${oneOf(what, minutes.split(','), 'float8')} END`;

beforeAll(async () => {
  const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
  const areas = await db.area.findMany({ select: { id: true } });
  const [areaLed = ''] = areasOf(
    (await makeCtx(database, { email: 'area.lead@police.example' })).actor,
    'area_lead',
  );
  await addHistory(db, await submitted(reporter), 400, {
    // Every fifth hour, so that some lie on either side of the beginning of a month in the force's time.
    submitted_at: sentAt,
    channel: oneOf('channel', ['web', 'telephone', 'paper'], 'channel'),
    organisation_kind: oneOf('kind', ['ngo', 'third_party_centre'], 'organisation_kind'),
    priority: oneOf('priority', ['high', 'medium', 'low'], 'priority'),
    status: oneOf(
      'status',
      ['submitted', 'accepted', 'closed', 'rejected', 'withdrawn'],
      'submission_status',
    ),
    outcome: `nullif(${oneOf('outcome', ['used', 'duplicate', 'null', 'null', 'null'])}, 'null')::outcome`,
    area_id: `nullif(${oneOf('area', [...areas.map(({ id }) => id), ...Array<string>(areas.length).fill(areaLed), 'null'])}, 'null')::uuid`,
    exploitation_types: `ARRAY(SELECT type FROM unnest('{labour,sexual,criminal}'::text[]) AS type WHERE md5(type || n) < '6')`,
    closed_at: `CASE WHEN md5('closed' || n) < '8' THEN ${sentAt} + interval '1 day' END`,
    // What it says of its area's lists and steps: a quarter is restricted, and each step of three in four is done, soon or late.
    restricted: `md5('restricted' || n) < '4'`,
    ...Object.fromEntries(
      ['first_seen', 'assessed', 'answered'].flatMap((step) => [
        [`${step}_at`, later(step, [0, 1, 59.5, 60, 95, 2_850, 2_900, 9_000, 20_000].join(), 'c')],
        [`${step}_due_at`, later(`${step} due`, [60, 2_880, 10_000].join(), 'g')],
      ]),
    ),
  });
  // Reports have up to four records, some of several kinds; of some a newer version stands, or none.
  const kinds = ['visit', 'warrant', 'arrests', 'safeguarded', 'disruption'];
  await db.$executeRawUnsafe(`
    INSERT INTO record_link (id, submission_id, link_id, number, kind, people, dated_on, given_by_partner, written_by, written_at)
    SELECT gen_random_uuid(), s.id, gen_random_uuid(), 1, k.kind::record_kind, CASE WHEN k.kind IN ('arrests', 'safeguarded') THEN 3 END,
      '2016-01-01', false, s.submitted_by, now()
    FROM submission s CROSS JOIN unnest('{${kinds.join()},visit,arrests}'::text[]) WITH ORDINALITY AS k (kind, n) WHERE md5(s.reference || k.n) < '3'`);
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
    await db.$executeRaw`
      UPDATE submission SET restricted = true, answered_at = first_seen_at, first_seen_at = NULL, assessed_due_at = answered_due_at
      WHERE priority <> 'high' AND md5('steps' || reference || ${turn}) < '4'`;
    await db.$executeRaw`
      INSERT INTO record_link (id, submission_id, link_id, number, kind, people, dated_on, given_by_partner, written_by, written_at, removed_reason)
      SELECT gen_random_uuid(), r.submission_id, r.link_id, max(r.number) + 1, max(r.kind), max(r.people) + 1, '2016-01-01', false, min(r.written_by::text)::uuid, now(),
        CASE WHEN md5(r.link_id::text) < '8' AND min(s.status::text) <> 'closed' THEN 'test' END
      FROM record_link r JOIN submission s ON s.id = r.submission_id WHERE md5(${turn} || r.link_id::text) < '5' GROUP BY 2, 3`;
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

  it(
    'counts a submission once for each item of the plan and once for what stands above it',
    expectLinksCounted,
  );

  it.runIf(onServer)('counts what two link one report to at once, each without the other', async () => {
    const {
      rows: [report],
    } = await database.pool.query<{ id: string; items: string[] }>(
      `SELECT s.id, (SELECT array_agg(i.id ORDER BY i.code) FROM plan_item i WHERE i.kind = 'action'
        AND NOT EXISTS (SELECT 1 FROM submission_plan_link l WHERE l.submission_id = s.id AND l.plan_item_id = i.id)) AS items
      FROM submission s WHERE s.submitted_at < '2016-01-01' ORDER BY s.id LIMIT 1`,
    );
    const [one, other] = [await database.pool.connect(), await database.pool.connect()];
    const link = (client: typeof one, item = '') =>
      client.query(
        `INSERT INTO submission_plan_link (id, submission_id, plan_item_id, rule_code, reason, linked_at) VALUES (gen_random_uuid(), $1, $2, 'test', 'test', now())`,
        [report?.id, item],
      );
    for (const client of [one, other]) await client.query('BEGIN');
    await link(one, report?.items[0]);
    const second = { linked: false };
    const linking = link(other, report?.items[1]).then(() => (second.linked = true));
    const waits = `SELECT 1 FROM pg_locks WHERE NOT granted
      AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
    while (!second.linked && (await database.pool.query(waits)).rowCount === 0);
    expect(second.linked).toBe(false);
    await one.query('COMMIT');
    await linking;
    await other.query('COMMIT');
    for (const client of [one, other]) client.release();
    await expectLinksCounted();
  });

  it('tells a lead of the last weeks what counting the rows of them does, to the time that is shown', async () => {
    const lead = await makeCtx(database, { email: 'mds.lead@police.example', clock: fixedClock(now) });
    const { recent, earlier, received, came, pace } = (await leadHome(lead)).weeks;
    const [after, before] = [await course(lead, recent), await course(lead, earlier)];
    const countOf = ({ chain, results }: Course, code: string) =>
      [...chain, ...results].find((each) => each.code === code);
    expect(received).toEqual({ before: before.chain[0]?.count, after: after.chain[0]?.count });
    for (const code of ['any-result', 'arrests', 'safeguarded', 'crime', 'referral'] as const) {
      const [one, other] = [countOf(before, code), countOf(after, code)];
      expect([code, came[code]]).toEqual([
        code,
        { before: one?.count, after: other?.count, people: other?.people },
      ]);
    }
    expect(came.arrests.people).toBeGreaterThan(came.arrests.after);
    for (const step of ['seen', 'assessed', 'answered'] as const) {
      const { halfWithin, ...counts } = after.pace[step];
      expect(pace[step]).toEqual({ ...counts, halfWithin: pace[step].halfWithin });
      expect(counts.late * counts.open).toBeGreaterThan(0);
      expect(pace[step].halfWithin).toBeCloseTo(shownHours(halfWithin ?? -1), 6);
    }
  });

  it('tells the lead of an area what counting the rows listed to them does', async () => {
    const [home] = await areaHomes(
      await makeCtx(database, { email: 'area.lead@police.example', clock: fixedClock(now) }),
    );
    if (!home) throw new Error('They lead an area.');
    const reports = await db.submission.findMany({ where: { areaId: home.areaId, restricted: false } });
    const within = (period: Period) => {
      const { from, to } = spanOf(period);
      return reports.filter(({ submittedAt }) => submittedAt >= from && submittedAt < to);
    };
    const recent = within(home.recent);
    const count = (fits: (report: (typeof recent)[number]) => boolean) => recent.filter(fits).length;
    const answered = recent.flatMap(({ answeredAt: at, answeredDueAt: due }) => (at ? [at <= due] : []));
    expect(recent.length).toBeGreaterThan(0);
    expect(home.received).toEqual({
      before: within(daysUpTo(now, quarterDays, quarterDays)).length,
      after: recent.length,
    });
    expect(home.came).toEqual({
      crime: count(({ outcome }) => outcome === 'crime_recorded'),
      safeguarding: count(({ outcome }) => outcome === 'safeguarding_action'),
      used: count(({ outcome }) => outcome === 'used' || outcome === 'passed_on'),
      open: count(({ outcome, status }) => outcome === null && !['rejected', 'withdrawn'].includes(status)),
    });
    expect(home.answered).toEqual({
      inTime: answered.filter(Boolean).length,
      late: answered.filter((inTime) => !inTime).length,
    });
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

/** Minutes of the first hour, hours of the first two days, then tenths of a day. */
function shownHours(hours: number): number {
  if (hours < 1) return Math.ceil(hours * 60) / 60;
  return hours < 48 ? Math.round(hours) : Math.round(hours / 2.4) * 2.4;
}

/** Items of the plan and what stands above them, against a count of the links one after the other. */
async function expectLinksCounted(): Promise<void> {
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
}

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
