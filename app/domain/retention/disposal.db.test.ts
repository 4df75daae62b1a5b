import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { eventEffect } from '#app/domain/figures/event-effect.server.ts';
import { publishedFigures } from '#app/domain/figures/published-figures.server.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { expireDrafts } from '#app/domain/intake/drafts/expire-drafts.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { clearFile } from '#app/domain/intake/attachments/sweep-attachments.server.ts';
import { Conflict, Forbidden } from '#app/domain/kernel/failures.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { itemFigure } from '#app/domain/figures/item-figure.server.ts';
import { readPlanItem } from '#app/domain/plan/read-plan.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { addNote } from '#app/domain/triage/actions/notes.server.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { markAnswersRead } from '#app/domain/triage/dissemination/mark-answers-read.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { testDepot } from '#tests/factories/depot.ts';
import { accept, claim, createItem, permitted, sanitiseAs, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { submittedWithPicture } from '#tests/factories/with-files.ts';
import { clearExpired } from './clear-expired.server.ts';
import {
  approveDisposal,
  approveDisposals,
  proposeDisposal,
  proposeDisposals,
  refuseDisposal,
  type OneOfSeveral,
} from './dispose.server.ts';
import { exportPerson } from './export-person.server.ts';
import { findPerson } from './find-person.server.ts';
import { keepLonger } from './keep-longer.server.ts';
import { liftHold, setHold } from './legal-hold.server.ts';
import { openRetention } from './open-report.server.ts';
import { listRetention } from './retention-list.server.ts';
import { readRetentionRules } from './retention-rules.server.ts';
import { setDue } from './set-due.server.ts';
import { tableRules } from './table-rules.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db, pool } = database;
const depot = testDepot();
const { fib, supervisor, spocEast, reporter, mdsLead, administrator } = await officers(database, clock);
const second = await makeCtx(database, { email: secondSupervisor, clock });
const system = makeSystemCtx(database, { clock });

const tableOf = (model: string) => model.replaceAll(/(?<!^)[A-Z]/g, '_$&').toLowerCase();

/** Words that stand in nothing but this report. */
const canary = 'zqplover';
const inEverything: Answers = {
  whatIsKnown: `The ${canary} van brings men to the house.`,
  places: [
    { id: randomUUID(), placeKind: 'home', placeAddress: `1 ${canary} Road`, placePostcode: 'B11 4AA' },
  ],
};

/** A report with everything that can hang on one, closed as used. */
async function everything(): Promise<{ id: Id<'Submission'>; fileId: string }> {
  const { submissionId: id, attachmentId: fileId } = await submittedWithPicture(
    reporter,
    depot.files,
    inEverything,
  );
  await claim(fib, id);
  const item = { submissionId: id, title: `A ${canary} van`, expectedVersion: null };
  const { itemId } = await createItem(fib, item);
  const posted = { ...permitted, provenance: `The ${canary} neighbour saw it.` };
  await gradeItem(fib, { itemId, posted, expectedVersion: null });
  await sanitiseAs(fib, itemId, `A ${canary} van brings six men on Tuesdays.`);
  await accept(fib, id);
  const disseminationId = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
  await acknowledgeDissemination(spocEast, { disseminationId });
  await answerDissemination(spocEast, {
    disseminationId,
    messageId: newId<'DisseminationMessage'>(),
    result: 'acted',
    text: `Went to the ${canary} house.`,
    confirmed: 'yes',
  });
  await markAnswersRead(fib, { disseminationId, shownCount: 1 });
  await addNote(fib, { submissionId: id, noteId: newId<'SubmissionNote'>(), text: `Asked ${canary}.` });
  const taskId = newId<'Task'>();
  await createTask(fib, {
    place: { kind: 'submission', submissionId: id },
    taskId,
    text: `Ring ${canary}.`,
    owner: `account:${fib.actor.accountId}`,
    dueOn: '2016-01-25',
  });
  await finishTask(fib, { taskId, result: `${canary} answered.`, expectedVersion: 1 });
  await performAction(fib, {
    action: 'answer_and_close',
    submissionId: id,
    outcome: 'used',
    comment: `Thank you for the ${canary} van.`,
    expectedVersion: null,
  });
  await named(id, itemId);
  await db.$executeRaw`INSERT INTO source_record (id, draft_id, submission_id, sealed, sealed_at)
    SELECT gen_random_uuid(), draft_id, id, decode('01deadbeef', 'hex'), now() FROM submission WHERE id = ${id}::uuid`;
  return { id, fileId };
}

/** What its text names, and that a vehicle of it is said to be another's. */
async function named(submissionId: Id<'Submission'>, itemId: Id<'IntelligenceItem'>): Promise<void> {
  const { id: sanitisedTextId } = await db.sanitisedText.findFirstOrThrow({ where: { itemId } });
  const row = { id: randomUUID(), position: 90 };
  await db.sanitisedMention.create({
    data: { ...row, sanitisedTextId, kind: 'organisation', written: canary, value: canary },
  });
  const mark = { registration: 'KP12 XYZ', registrationNormalised: 'KP12XYZ' };
  const { entityId } = await db.submissionVehicle.create({ data: { ...row, submissionId, ...mark } });
  const merge = { id: randomUUID(), kind: 'vehicle', oneId: entityId ?? '', otherId: randomUUID() } as const;
  const by = fib.actor.accountId;
  await db.entityMerge.create({
    data: { ...merge, reason: `The ${canary} van.`, mergedBy: by, mergedAt: testNow },
  });
  await db.entityMergeEnd.create({
    data: { mergeId: merge.id, reason: `Another ${canary} van.`, endedBy: by, endedAt: testNow },
  });
}

/** Every figure of the portal that counts reports. */
async function figures() {
  const event = await db.planEvent.create({
    data: {
      id: randomUUID(),
      planId: (await db.plan.findFirstOrThrow()).id,
      happenedOn: new Date('2016-01-17'),
      title: randomUUID(),
    },
  });
  const lead = await makeCtx(database, {
    email: 'mds.lead@police.example',
    clock: fixedClock(new Date('2016-04-02T12:00:00Z')),
  });
  // What came of a report is gone with it (docs/decisions/0097).
  const effect = { ...(await eventEffect(lead, { eventId: event.id })), title: '', came: [] };
  const counted = { ...(await volumes(lead, { first: '2016-01', last: '2016-01' })), events: [] };
  const [place] = await db.$queryRaw<object[]>`
    SELECT count(*)::integer AS places, count(DISTINCT area_id)::integer AS areas FROM counted_place`;
  const { plan, item } = await readPlanItem(mdsLead, { code: 'PCC 1.2.4' });
  return {
    effect,
    counted,
    place,
    quarters: await publishedFigures(lead),
    plan: (await itemFigure(mdsLead, { planId: plan.id, item }))?.linked,
  };
}

let report: Awaited<ReturnType<typeof everything>>;
let other: Id<'Submission'>;
beforeAll(async () => {
  other = await submitted(reporter);
  report = await everything();
  await relateSubmissions(fib, {
    submissionId: report.id,
    reference: (await db.submission.findUniqueOrThrow({ where: { id: other } })).reference,
    kind: 'same_place',
    reason: `The ${canary} house again.`,
  });
  await setDue(system);
});

const due = () => listRetention(supervisor, { view: 'due', after: null });
const propose = (ctx = supervisor) => proposeDisposal(ctx, { submissionId: report.id });
const approve = (ctx = second) => approveDisposal(ctx, { submissionId: report.id });
const inTenYears = new Date('2026-02-01T09:00:00Z');

describe('a report that has ended', () => {
  it('is due by the rule of its review group, and not before', async () => {
    expect((await due()).lines).toEqual([]);
    await expect(propose()).rejects.toThrow(Conflict);
    clock.set(inTenYears);
    expect((await due()).lines).toMatchObject([
      { id: report.id, rule: expect.stringContaining('group 2') as string, kept: 'linked_open' },
    ]);
  });

  it('stays while a report that it is linked to is open or on hold, and while it is on hold itself', async () => {
    await expect(propose()).rejects.toThrow('linked to is open');
    await db.$executeRaw`UPDATE submission SET status = 'withdrawn', status_changed_at = now() WHERE id = ${other}::uuid`;
    await setHold(supervisor, { submissionId: other, reason: 'The case of the crown.' });
    await expect(propose()).rejects.toThrow('linked to is on legal hold');
    await expect(liftHold(supervisor, { submissionId: other, reason: 'Over.' })).rejects.toThrow(Forbidden);
    await liftHold(second, { submissionId: other, reason: 'Over.' });
    await propose();
    await setHold(supervisor, { submissionId: report.id, reason: 'A complaint.' });
    await expect(approve()).rejects.toThrow('on legal hold');
    await liftHold(second, { submissionId: report.id, reason: 'Answered.' });
  });

  it('takes two, and may be kept longer on grounds, until the day that was named', async () => {
    await expect(approve(supervisor)).rejects.toThrow(Forbidden);
    await expect(approve(fib)).rejects.toThrow(Forbidden);
    await refuseDisposal(second, { submissionId: report.id, words: 'She may come back.' });
    const keep = { submissionId: report.id, grounds: ['vulnerable' as const], reason: 'She may come back.' };
    await keepLonger(second, { ...keep, reviewOn: '2026-03-01' });
    expect((await due()).lines.map(({ id }) => id)).not.toContain(report.id);
    await expect(propose()).rejects.toThrow('time has not run out');
    clock.set(new Date('2026-03-01T09:00:00Z'));
    const several = { submissionIds: [report.id, other] };
    const problems = (results: OneOfSeveral[]) => new Map(results.map(({ id, problem }) => [id, problem]));
    expect(problems(await proposeDisposals(supervisor, several))).toEqual(
      new Map([
        [report.id, null],
        [other, 'It cannot go. Its time has not run out.'],
      ]),
    );
    expect(problems(await approveDisposals(supervisor, several)).get(report.id)).toMatch('Another FIB');
    await expect(proposeDisposals(fib, several)).rejects.toThrow(Forbidden);
  });

  it('cannot be deleted by the portal, nor by its owner past the decision', async () => {
    const { id: disposal } = await db.disposal.findFirstOrThrow({ where: { decidedAt: null } });
    const attempts = [
      `SELECT dispose_of_submission('${disposal}', '2026-03-01')`,
      `DELETE FROM submission WHERE id = '${report.id}'`,
      `DELETE FROM source_record`,
      `DELETE FROM attachment`,
    ];
    const ofPortal = [
      ...attempts,
      `SELECT delete_submission('${report.id}')`,
      `DELETE FROM submission_person`,
      `INSERT INTO disposal_running VALUES ('${report.id}', pg_current_xact_id())`,
      `INSERT INTO disposed_submission SELECT * FROM disposed_submission`,
    ];
    for (const [role, statements] of [
      ['NONE', attempts],
      ['portal_app', ofPortal],
    ] as const)
      await asOwner(pool, async (client) => {
        await client.query(`SET LOCAL ROLE ${role}`);
        for (const sql of statements) expect([sql, await refusalOf(client, sql)]).not.toContain(null);
      });
  });
});

describe('the database', () => {
  const tables = [
    'force_pack',
    'submission',
    'submission_event',
    'disposal',
    'intelligence_item',
    'retention_keeping',
    'organisation',
  ];
  /** Changes what its guards keep, and takes it back in the end. */
  const meddling = (
    work: (client: PoolClient, change: (...statements: string[]) => Promise<void>) => Promise<void>,
  ) =>
    asOwner(pool, (client) =>
      work(client, async (...statements) => {
        const guards = (to: string) => tables.map((table) => `ALTER TABLE ${table} ${to} TRIGGER USER`);
        for (const sql of [...guards('DISABLE'), ...statements, ...guards('ENABLE')]) await client.query(sql);
      }),
    );
  const set = (what: string) => `UPDATE submission SET ${what} WHERE id = '${report.id}'`;

  it('reckons itself by which rule a report is kept: the first of the pack that holds', async () => {
    const rule = { what: 'x', why: 'x', months: 24, then: 'review' };
    const own = JSON.stringify([
      { ...rule, code: 'crime', when: { outcomes: ['crime_recorded'] } },
      { ...rule, code: 'agreed', when: { agreement: 'ISA-1' } },
      { ...rule, code: 'all', when: {} },
    ]);
    await meddling(async (client, change) => {
      const ruleAfter = async (...statements: string[]) => {
        await change(...statements);
        const { rows } = await client.query<{ rule: string }>(`SELECT rule FROM due_by_rule('${report.id}')`);
        return rows[0]?.rule;
      };
      expect(await ruleAfter(set(`status = 'withdrawn', outcome = NULL`))).toBe('withdrawn');
      expect(await ruleAfter(set(`status = 'closed', outcome = 'used'`))).toBe('group-2');
      const ungraded = `UPDATE intelligence_item SET mopi_group = NULL`;
      expect(await ruleAfter(ungraded, set(`outcome = 'no_further_use'`))).toBe('no-use');
      expect(
        await ruleAfter(
          `UPDATE force_pack SET content = jsonb_set(content, '{retention,reports}', '${own}')`,
          `UPDATE organisation SET agreement_reference = NULL`,
          set(`outcome = 'crime_recorded'`),
        ),
      ).toBe('crime');
      expect(await ruleAfter(set(`outcome = 'used'`))).toBe('all');
      expect(await ruleAfter(`UPDATE organisation SET agreement_reference = 'ISA-1'`)).toBe('agreed');
    });
  });

  it('lets nothing go before that, whatever the portal wrote of it and whichever day it names', async () => {
    const { id: disposal } = await db.disposal.findFirstOrThrow({ where: { decidedAt: null } });
    const goes = async (client: PoolClient, day: string) => {
      await client.query('SET LOCAL ROLE portal_app');
      const refusal = await refusalOf(client, `SELECT dispose_of_submission('${disposal}', ${day})`);
      await client.query('SET LOCAL ROLE NONE');
      return refusal;
    };
    await meddling(async (client, change) => {
      await change(`UPDATE disposal SET approved = true, decided_at = now(), decided_by = '${second.actor.accountId}'
        WHERE id = '${disposal}'`);
      expect(await goes(client, `(now() + interval '2 days')::date`)).toMatch('has not run out');
      expect(await goes(client, `'2026-03-01'`)).toBeNull();
      await change(
        `DELETE FROM retention_keeping`,
        `UPDATE intelligence_item SET mopi_group = NULL`,
        set(`status_changed_at = '2000-01-01', retention_due_on = '2000-01-01'`),
        `UPDATE submission_event SET happened_at = '2026-01-01' WHERE to_status = 'closed'`,
        `INSERT INTO retention_keeping (id, submission_id, grounds, reason, review_on, kept_by, kept_at)
          VALUES (gen_random_uuid(), '${report.id}', '{vulnerable}', 'Until long ago', '2000-01-01', '${second.actor.accountId}', now())`,
      );
      expect(await goes(client, `'2026-03-01'`)).toMatch('has not run out');
    });
  });
});

describe('a report that was disposed of', () => {
  it('is gone from every table, file and search, and no figure has changed', async () => {
    const before = await figures();
    expect(depot.count()).toBeGreaterThan(0);
    const { wouldGo } = await openRetention(second, { submissionId: report.id });
    expect(await columnsWith(pool, canary)).not.toEqual([]);
    const person = { name: `${canary} neighbour`, born: null, phone: '', address: `${canary} Road` };
    expect((await findPerson(second, person)).reports.map(({ id }) => id)).toEqual([report.id]);
    const file = await exportPerson(second, person);
    expect(file.reports.map(({ texts }) => texts.map(({ what }) => what))).toEqual([
      expect.arrayContaining(['Note', 'Task', 'Intelligence item 1, version 1', 'Written to the partner']),
    ]);
    expect(JSON.stringify(file.reports[0]?.document)).toContain(canary);
    expect(JSON.stringify(file.reports[0]?.texts)).toContain(`The ${canary} van.`);
    const restrict = (restricted: boolean) =>
      unguarded(pool, 'UPDATE submission SET restricted = $1 WHERE id = $2', [restricted, report.id]);
    // A supervisor who is not on the access list takes nothing of it away, though they may read it.
    await restrict(true);
    const closed = await exportPerson(second, person);
    expect(closed.reports).toMatchObject([{ readable: true, document: null, texts: [] }]);
    expect(JSON.stringify(closed.reports)).not.toContain(canary);
    await restrict(false);
    await clearJobs(db);
    const went = await approveDisposals(second, { submissionIds: [report.id, other, report.id] });
    expect(went.filter(({ problem }) => problem === null)).toEqual([{ id: report.id, problem: null }]);
    expect((await queuedJobs(db)).filter(({ name }) => name === 'send-mail')).toHaveLength(1);
    expect(await columnsWith(pool, canary)).toEqual([]);
    const found = await search(supervisor, looksFor(canary));
    expect(found.count).toBe(0);
    expect(await findPerson(second, person)).toMatchObject({ reports: [], accounts: [] });
    expect(await queuedJobs(db, report.fileId)).toMatchObject([{ name: 'remove-file' }]);
    await clearFile(system, depot, { attachmentId: report.fileId as Id<'Attachment'> });
    expect(depot.count()).toBe(0);
    expect(await figures()).toEqual(before);

    const [left] = await db.disposedSubmission.findMany();
    expect(left).toMatchObject({
      rule: 'group-2',
      status: 'closed',
      outcome: 'used',
      receivedAt: new Date('2016-01-18T12:00:00Z'),
      disposedOn: new Date('2026-03-01'),
    });
    expect(left?.gone).toEqual(Object.fromEntries((wouldGo ?? []).map(({ table, rows }) => [table, rows])));
    expect(left?.gone).toMatchObject({ submission: 1, source_record: 1, attachment: 1, sanitised_text: 1 });
    expect(await readRetentionRules(administrator)).toMatchObject({
      due: 0,
      held: 0,
      disposed: [{ rule: 'group-2', count: 1 }],
    });
    const ids = await columnsWith(pool, report.id);
    expect(ids.filter((column) => !/^(public\.audit_event|pgboss)\./.test(column))).toEqual([]);
  });
});

describe('what hangs on a report', () => {
  it('goes with it by the database’s own keys, and is all that the list of tables says so', async () => {
    const belongs = await db.$queryRaw<{ table: string; cascades: boolean }[]>`
      WITH RECURSIVE belongs (relation) AS (
        SELECT 'submission'::regclass::oid
        UNION SELECT c.conrelid FROM pg_constraint c JOIN belongs b ON c.confrelid = b.relation WHERE c.contype = 'f')
      SELECT b.relation::regclass::text AS table, coalesce(bool_and(c.confdeltype = 'c') FILTER (WHERE c.confrelid IN (SELECT relation FROM belongs)), true) AS cascades
      FROM belongs b LEFT JOIN pg_constraint c ON c.conrelid = b.relation AND c.contype = 'f' GROUP BY 1 ORDER BY 1`;
    expect(belongs.filter(({ cascades }) => !cascades)).toEqual([]);
    const listed = Object.entries(tableRules).flatMap(([model, rule]) =>
      'report' in rule ? [tableOf(model)] : [],
    );
    expect(belongs.map(({ table }) => table).filter((table) => table !== 'attachment')).toEqual(
      listed.sort(),
    );
  });
});

describe('the list of what becomes of each table', () => {
  it('has every table of the database', async () => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`;
    const listed = new Set(Object.keys(tableRules).map(tableOf));
    expect(tables.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe('what nobody decides about', () => {
  it('is removed once its days are over', async () => {
    const realTime = fixedClock(new Date());
    const { accountId } = reporter.actor;
    const past = (days: number) => new Date(realTime.now().getTime() - days * 24 * 60 * 60_000);
    for (const days of [91, 89]) {
      const ended = past(days);
      const times = { createdAt: ended, lastSeenAt: ended, idleExpiresAt: ended, absoluteExpiresAt: ended };
      const tokenHash = Buffer.from(`session ${days}`);
      await db.session.create({ data: { id: randomUUID(), accountId, tokenHash, ...times } });
    }
    for (const days of [31, 29]) {
      const link = { accountId, tokenHash: Buffer.from(`link ${days}`), createdAt: past(days) };
      await db.invitation.create({ data: { id: randomUUID(), ...link, expiresAt: past(days) } });
      await db.passwordReset.create({ data: { id: randomUUID(), ...link, expiresAt: past(days) } });
    }
    await db.rateLimit.createMany({
      data: [
        { key: 'over', expire: past(1).getTime() },
        { key: 'runs', expire: past(-1).getTime() },
      ],
    });
    await clearExpired(makeSystemCtx(database, { clock, realTime }));
    expect((await db.auditEvent.findFirstOrThrow({ where: { type: 'retention.cleared' } })).data).toEqual({
      sessions: 1,
      invitations: 1,
      resets: 1,
      limits: 1,
      searches: 0,
    });
    const own = { key: { in: ['over', 'runs'] } };
    expect(await db.rateLimit.findMany({ where: own, select: { key: true } })).toEqual([{ key: 'runs' }]);
  });

  it('is never a draft that says somebody is in danger', async () => {
    const elsewhere = await makeCtx(database, { email: 'sam@lantern-project.example', clock });
    const { draftId: danger } = await startDraft(reporter);
    const { draftId: other } = await startDraft(elsewhere);
    const expiresAt = new Date(clock.now().getTime() - 1);
    await db.draft.updateMany({ data: { expiresAt, reminders: 3 } });
    await db.draft.update({ where: { id: danger }, data: { saysDanger: true } });
    await expireDrafts(system);
    expect(await db.draft.findUnique({ where: { id: other } })).toBeNull();
    const kept = await db.draft.findUniqueOrThrow({ where: { id: danger } });
    expect(kept.reminders).toBe(0);
    expect(kept.expiresAt.getTime()).toBeGreaterThan(clock.now().getTime());
  });
});
