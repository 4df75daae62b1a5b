import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { finishTask } from '#app/domain/connections/tasks/change-task.server.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { search } from '#app/domain/connections/search/search.server.ts';
import { eventEffect } from '#app/domain/figures/event-effect.server.ts';
import { publishedQuarters } from '#app/domain/figures/published-quarters.server.ts';
import { volumes } from '#app/domain/figures/volumes.server.ts';
import { expireDrafts } from '#app/domain/intake/drafts/expire-drafts.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { clearFile } from '#app/domain/intake/attachments/sweep-attachments.server.ts';
import { Conflict, Forbidden } from '#app/domain/kernel/failures.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { readPlanItem } from '#app/domain/plan/read-plan.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { addNote } from '#app/domain/triage/actions/notes.server.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { markAnswersRead } from '#app/domain/triage/dissemination/mark-answers-read.server.ts';
import { createItem } from '#app/domain/triage/items/create-item.server.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { testDepot } from '#tests/factories/depot.ts';
import { accept, claim, permitted, sanitiseAs, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { submittedWithPicture } from '#tests/factories/with-files.ts';
import { clearExpired } from './clear-expired.server.ts';
import { approveDisposal, proposeDisposal, refuseDisposal } from './dispose.server.ts';
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
  await db.$executeRaw`INSERT INTO source_record (id, draft_id, submission_id, sealed, sealed_at)
    SELECT gen_random_uuid(), draft_id, id, decode('01deadbeef', 'hex'), now() FROM submission WHERE id = ${id}::uuid`;
  return { id, fileId };
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
  const effect = { ...(await eventEffect(lead, { eventId: event.id })), title: '' };
  const counted = { ...(await volumes(lead, { first: '2016-01', last: '2016-01' })), events: [] };
  const [place] = await db.$queryRaw<object[]>`
    SELECT count(*)::integer AS places, count(DISTINCT area_id)::integer AS areas FROM counted_place`;
  return {
    effect,
    counted,
    place,
    quarters: await publishedQuarters(lead),
    plan: (await readPlanItem(mdsLead, { code: 'PCC 1.2.4' })).linked,
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
      { id: report.id, rule: expect.stringContaining('group 2') as string, held: false },
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
    await keepLonger(second, { ...keep, reviewOn: '2027-02-01' });
    expect((await due()).lines.map(({ id }) => id)).not.toContain(report.id);
    await expect(propose()).rejects.toThrow('time has not run out');
    clock.set(new Date('2027-02-01T09:00:00Z'));
    await propose();
  });

  it('cannot be deleted by the portal, nor by its owner past the decision', async () => {
    const { id: disposal } = await db.disposal.findFirstOrThrow({ where: { decidedAt: null } });
    const attempts = [
      `SELECT dispose_of_submission('${disposal}', '2027-02-01')`,
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
    const restrict = (restricted: boolean) =>
      unguarded(pool, 'UPDATE submission SET restricted = $1 WHERE id = $2', [restricted, report.id]);
    // A supervisor who is not on the access list takes nothing of it away, though they may read it.
    await restrict(true);
    const closed = await exportPerson(second, person);
    expect(closed.reports).toMatchObject([{ readable: true, document: null, texts: [] }]);
    expect(JSON.stringify(closed.reports)).not.toContain(canary);
    await restrict(false);
    await approve();
    expect(await columnsWith(pool, canary)).toEqual([]);
    const found = await search(supervisor, { typed: canary, page: 1 });
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
      disposedOn: new Date('2027-02-01'),
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
