import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  awaitDemonstrationYear,
  loadDemonstrationYear,
} from '#app/domain/admin/load-demonstration-year.server.ts';
import { tellHigh } from '#app/domain/reminders/tell-high.server.ts';
import { urgentOverdue } from '#app/domain/reminders/urgent-overdue.server.ts';
import { monthOf } from '#app/domain/kernel/months.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { publishedDefinitions } from '#tests/factories/published-forms.ts';
import { organisationKinds } from '#app/domain/kernel/report-labels.ts';
import { outcomeCodes } from '#app/domain/kernel/outcomes.ts';
import { statuses } from '#app/domain/kernel/statuses.ts';
import { makeKeyring, open } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { readDemonstration, readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { storiesOf } from './year.ts';

const packDirectory = 'prisma/packs/west-midlands-2015';
const pack = await readForcePack(packDirectory);
const stories = storiesOf(pack, await readDemonstration(packDirectory, pack)).filter(
  ({ sentAt }) => sentAt !== null,
);
const database = await testDatabase();
const { db, pool } = database;
const keyring = makeKeyring(randomBytes(32));
const load = () => loadDemonstrationYear({ db, keyring, packDirectory });

const notAwaited = await load();
await transaction(db, awaitDemonstrationYear);
const loaded = await load();
await database.analyze();

/** The different values of one expression over the rows of a table, in the order of the alphabet. */
async function values(expression: string, table = 'submission'): Promise<unknown[]> {
  const { rows } = await pool.query<{ value: unknown }>(
    `SELECT value FROM (SELECT DISTINCT ${expression} AS value FROM ${table}) v ORDER BY value::text`,
  );
  return rows.map(({ value }) => value);
}
const sorted = (list: Iterable<string>) => [...list].sort();

describe('loading', () => {
  it('happens where it is awaited, and once', async () => {
    expect([notAwaited, loaded, await load()]).toEqual(['not_awaited', 'loaded', 'not_awaited']);
    expect(await db.submission.count()).toBe(stories.length);
  });

  it('brings no jobs: nobody is written to about what is over', async () => {
    expect(await queuedJobs(db)).toEqual([]);
  });

  it('holds reports of every version of the form, each agreed and in force before the first of them', async () => {
    const { rows } = await pool.query<{ version: number; reports: number; first: Date; in_force: Date }>(
      `SELECT s.form_version AS version, count(*)::int AS reports, min(s.submitted_at) AS first,
         max(f.published_at) AS in_force
       FROM submission s JOIN form_version f ON f.version = s.form_version GROUP BY 1 ORDER BY 1`,
    );
    expect(rows.map(({ version }) => version)).toEqual(publishedDefinitions.map(({ version }) => version));
    for (const { version, reports, first, in_force } of rows) {
      // The version of today has been in force for some days.
      expect(reports, `version ${version}`).toBeGreaterThan(version === rows.at(-1)?.version ? 0 : 20);
      expect(in_force.getTime(), `version ${version}`).toBeLessThan(first.getTime());
    }
    const next = await pool.query(
      `SELECT s.id FROM submission s JOIN form_version f ON f.version = s.form_version + 1
       WHERE s.submitted_at > f.published_at`,
    );
    expect(next.rows).toEqual([]);
  });

  it('seals every source record with this installation’s key alone', async () => {
    const records = await db.sourceRecord.findMany();
    expect(records.length).toBeGreaterThan(50);
    const [first] = records;
    for (const { id, sealed } of records)
      expect(open(keyring, sealed, { table: 'source_record', row: id, column: 'sealed' })).toContain(
        'sourceName',
      );
    expect(() =>
      open(makeKeyring(exampleKey), first!.sealed, {
        table: 'source_record',
        row: first!.id,
        column: 'sealed',
      }),
    ).toThrow('does not open');
  });

  it('undoes everything and says what to do when the year does not fit', async () => {
    await db.setting.update({ where: { key: 'demonstration_year' }, data: { value: { loaded: false } } });
    await expect(load()).rejects.toThrow('make it anew with "npm run prepare-demonstration"');
    expect(await db.submission.count()).toBe(stories.length);
    await db.setting.update({ where: { key: 'demonstration_year' }, data: { value: { loaded: true } } });
  });
});

describe('the year in the database', () => {
  it('has the months that its schedule says, by the lead’s own figures', async () => {
    const expected: Record<string, number> = {};
    for (const { sentAt } of stories) expected[monthOf(sentAt!)] = (expected[monthOf(sentAt!)] ?? 0) + 1;
    const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
    const figures = await volumes(lead, { first: '2015-04', last: '2016-01' });
    expect(figures.total.byMonth).toEqual(expected);
  });

  it('has every status, priority, outcome, area, queue, kind of partner and of exploitation', async () => {
    expect(await values('status')).toEqual(sorted(statuses));
    expect(await values('priority')).toEqual(['high', 'low', 'medium']);
    expect((await values('outcome')).filter((outcome) => outcome !== null)).toEqual(sorted(outcomeCodes));
    expect(await values('organisation_kind')).toEqual(sorted(organisationKinds));
    expect(await values('a.code', 'submission s JOIN area a ON a.id = s.area_id')).toEqual(
      sorted(pack.areas.map(({ code }) => code)),
    );
    expect(await values('q.code', 'submission s JOIN queue q ON q.id = s.primary_queue_id')).toEqual(
      sorted(pack.queues.map(({ code }) => code)),
    );
    expect(await values('unnest(exploitation_types)')).toEqual(
      sorted(['labour', 'sexual', 'criminal', 'domestic_servitude', 'organ_removal', 'other']),
    );
    expect(await values('channel')).toEqual(['paper', 'telephone', 'web']);
    expect(await values('restricted')).toEqual([false, true]);
    expect(await values('resolution', 'submission_place')).toEqual(
      sorted(['ambiguous', 'area', 'none', 'out_of_force', 'unknown_postcode']),
    );
    expect(await values('kind', 'partner_message')).toEqual(
      sorted(['outcome', 'question', 'rejection', 'reply']),
    );
    expect((await values('language', 'submission_person')).length).toBeGreaterThan(15);
    expect((await values('nationality', 'submission_person')).length).toBeGreaterThan(15);
    expect(await values(`source_grade::text || assessment_grade || handling_code`, 'item_grade')).toEqual(
      expect.arrayContaining(['1AP', '2AC', '2CP', '2DP', '3AP']),
    );
  });

  it('has some of everything that is told of once: texts written anew, receipts still missing, patterns, drafts', async () => {
    expect(await db.sanitisedText.count({ where: { version: 2 } })).toBeGreaterThan(3);
    expect(await db.itemGrade.count({ where: { number: 2 } })).toBeGreaterThan(3);
    expect(await db.dissemination.count({ where: { acknowledgedAt: null } })).toBeGreaterThan(2);
    expect(await values('recipient_kind', 'dissemination')).toEqual([
      'mds_lead',
      'other_agency',
      'other_force',
      'queue',
      'rocu',
    ]);
    expect(await values('step', 'dissemination_step')).toEqual(['acknowledged', 'passed']);
    expect(await values('awaits', 'dissemination')).toEqual(
      expect.arrayContaining(['acknowledgement', 'passing', 'telling']),
    );
    expect(await db.itemApproval.count({ where: { afterTheFact: true } })).toBeGreaterThan(2);
    expect(await db.submissionPlanLink.count({ where: { ruleCode: null } })).toBeGreaterThan(3);
    expect(await db.submissionPlanLink.count({ where: { unlinkedAt: { not: null } } })).toBeGreaterThan(1);
    expect(await db.draft.count()).toBe(3);
    expect(await db.planItemStatus.count()).toBeGreaterThan(5);
    expect(await db.task.count({ where: { state: 'open' } })).toBe(2);
    const vehicles = await db.submissionVehicle.groupBy({ by: ['registrationNormalised'], _count: true });
    expect(
      vehicles.filter(({ _count, registrationNormalised }) => registrationNormalised && _count >= 4).length,
    ).toBe(4);
  });

  it('has what came of reports: answers, results with people, contact plans, and a plan with owners and evidence', async () => {
    expect(await values('kind', 'dissemination_message')).toEqual(
      sorted(['acted', 'daily_meeting', 'nothing_further', 'tasking']),
    );
    // Most is read, and some of it waits for FIB.
    expect(await db.dissemination.count({ where: { unreadSince: { not: null } } })).toBeGreaterThan(2);
    expect(await values('kind', 'record_link')).toEqual(
      expect.arrayContaining(['arrests', 'crime', 'disruption', 'safeguarded', 'visit', 'warrant']),
    );
    const people = await db.recordLink.aggregate({ _sum: { people: true } });
    expect(people._sum.people).toBeGreaterThan(20);
    expect(await db.contactPlan.count()).toBeGreaterThan(5);
    expect(await db.contactMade.count()).toBeGreaterThan(5);
    expect(await db.planItemOwner.count()).toBeGreaterThan(15);
    expect(await db.planEvidence.count({ where: { authorId: { not: null } } })).toBeGreaterThan(8);
    expect(await db.planProposal.count({ where: { decision: null } })).toBe(1);
    const editions = await db.planEdition.findMany({ orderBy: { number: 'asc' } });
    expect(editions.map(({ number }) => number)).toEqual([1, 2]);
    for (const { lines } of editions) {
      expect(JSON.stringify(lines)).toContain('[REDACTED, s.31]');
      expect(JSON.stringify(lines)).not.toContain('Operation Specimen');
    }
  });

  it('keeps in the trail who did what, at the time of the year when it happened', async () => {
    const { rows } = await pool.query<{ type: string; count: number; first: Date; last: Date }>(
      `SELECT type, count(*)::int AS count, min(happened_at) AS first, max(happened_at) AS last FROM audit_event
       WHERE request_id = 'demonstration' AND type LIKE 'submission.%' GROUP BY 1`,
    );
    const submittedEvents = rows.find(({ type }) => type === 'submission.submitted');
    expect(submittedEvents?.count).toBe(stories.length);
    for (const { first, last } of rows) {
      expect(first >= new Date('2015-04-01T00:00:00Z')).toBe(true);
      expect(last < testNow).toBe(true);
    }
    const { rows: disordered } = await pool.query(
      `SELECT 1 FROM (SELECT happened_at, lag(happened_at) OVER (ORDER BY id) AS before FROM audit_event
        WHERE type LIKE 'submission.%') t WHERE happened_at < before`,
    );
    expect(disordered).toEqual([]);
  });
});

describe('the High report that nobody has claimed', () => {
  it('waits since 08:40 with its clock running, and the escalation goes on where it was', async () => {
    const [waiting, ...others] = await db.submission.findMany({
      where: { priority: 'high', claimedBy: null, status: 'submitted' },
    });
    expect(others).toEqual([]);
    expect(waiting!.waitingSince).toEqual(new Date('2016-01-18T08:40:00Z'));
    expect(await urgentOverdue(db, testNow)).toBe(0);
    const steps = async () =>
      (
        await db.highNotice.findMany({ where: { submissionId: waiting!.id }, orderBy: { toldAt: 'asc' } })
      ).map(({ step }) => step);
    expect(await steps()).toEqual(['duty-list', 'duty-list-again']);
    const lead = await makeCtx(database, {
      email: 'mds.lead@police.example',
      clock: fixedClock(new Date('2016-01-18T09:10:30Z')),
    });
    const settings = { escalation: pack.escalation, alertConfigured: false };
    await tellHigh({ ...lead, actor: null, system: 'test' }, settings, { submissionId: waiting!.id });
    expect(await steps()).toEqual(['duty-list', 'duty-list-again', 'deputy']);
  });
});
