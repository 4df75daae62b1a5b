import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { linkPlanItem, unlinkPlanItem } from '#app/domain/triage/actions/link-plan-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import {
  linkedPageSize,
  linkedSql,
  linkedSubmissions,
  type LinkedPage,
} from './linked-submissions.server.ts';

const database = await testDatabase();
const clock = fixedClock(testNow);
const code = 'Pursue 1';
/** Goes to the SPOC of the area. */
const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
let people: Record<Who, Ctx>;
let contributor: Ctx;
const sent = {
  fib: '' as Id<'Submission'>,
  east: '' as Id<'Submission'>,
  restricted: '' as Id<'Submission'>,
};

beforeAll(async () => {
  people = await officers(database, clock);
  contributor = await makeCtx(database, { email: 'plan.contributor@police.example', clock });
  sent.fib = await submitted(people.reporter, { danger: 'now', emergencyCall: 'called' });
  sent.east = await submitted(people.reporter, forVictim);
  sent.restricted = await submitted(people.reporter, {
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
  for (const submissionId of [sent.fib, sent.east, sent.restricted]) await link(people.fib, submissionId);
});

const link = (ctx: Ctx, submissionId: Id<'Submission'>) =>
  linkPlanItem(ctx, { submissionId, item: code, reason: 'The same agent lets the house.' });
const seen = async (ctx: Ctx, of = code) =>
  (await linkedSubmissions(ctx, { code: of, after: null }))?.lines.map(({ id }) => id) ?? null;

describe('the submissions linked to an item of the plan', () => {
  it('are listed with how each was linked', async () => {
    const page = await linkedSubmissions(people.fib, { code, after: null });
    const reference = (await database.db.submission.findUniqueOrThrow({ where: { id: sent.fib } })).reference;
    expect(page?.lines.find(({ id }) => id === sent.fib)).toMatchObject({
      reference,
      receivedAt: testNow,
      status: 'submitted',
      by: 'Frankie Example',
      reason: 'The same agent lets the house.',
    });
    const byRule = await linkedSubmissions(people.fib, { code: 'PCC 1.4.1', after: null });
    expect(byRule?.lines.find(({ id }) => id === sent.fib)).toMatchObject({ by: null });
  });

  it('are those that each reader may read: a SPOC’s of the own area, a restricted one for nobody outside FIB', async () => {
    expect((await seen(people.fib))?.toSorted()).toEqual([sent.fib, sent.restricted].toSorted());
    expect(await seen(people.spocEast)).toEqual([sent.east]);
    expect(await seen(people.spocCoventry)).toEqual([]);
    expect(await seen(people.forceSpoc)).toEqual([]);
  });

  it('are listed for nobody else, who see no line and no cursor', async () => {
    for (const ctx of [people.mdsLead, people.areaLead, people.administrator, contributor])
      expect(await seen(ctx)).toBeNull();
    for (const ctx of [people.reporter, people.custodian, people.auditor])
      await expect(linkedSubmissions(ctx, { code, after: null })).rejects.toThrow(NotFound);
  });

  it('are of an item that can be linked and is there', async () => {
    for (const heading of ['PCC 1.4', 'Pursue', 'PCC 1.2.2'])
      expect(await linkedSubmissions(people.fib, { code: heading, after: null })).toBeNull();
    await expect(linkedSubmissions(people.fib, { code: 'PCC 9.9', after: null })).rejects.toThrow(NotFound);
  });

  it('leave the list when somebody takes the link away', async () => {
    const submissionId = await submitted(people.reporter, forVictim);
    await link(people.spocEast, submissionId);
    expect(await seen(people.spocEast)).toContain(submissionId);
    const { id } = await database.db.submissionPlanLink.findFirstOrThrow({
      where: { submissionId, planItem: { code } },
    });
    await unlinkPlanItem(people.spocEast, { submissionId, linkId: id, reason: 'Another agent.' });
    expect(await seen(people.spocEast)).not.toContain(submissionId);
  });

  it('are recorded as listed', async () => {
    const where = { type: 'plan.submissions_listed', actorId: people.spocEast.actor.accountId };
    const before = await database.db.auditEvent.count({ where });
    await seen(people.spocEast, 'Protect 1');
    expect(await database.db.auditEvent.count({ where })).toBe(before + 1);
    const newest = await database.db.auditEvent.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
    expect(newest.data).toEqual({ item: 'Protect 1' });
  });
});

describe('with many', () => {
  it('shows every one once, page by page, by the index and without sorting', async () => {
    const many = 'PCC 1.4.1';
    await addHistory(database.db, await submitted(people.reporter), 300);
    await database.analyze();
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: LinkedPage | null = await linkedSubmissions(people.fib, { code: many, after });
      expect(page?.lines.length).toBeLessThanOrEqual(linkedPageSize);
      expect(page?.later).toBe(after !== null);
      ids.push(...(page?.lines.map(({ id }) => id) ?? []));
      after = page?.next ?? null;
    } while (after);
    const all = await database.db.submissionPlanLink.findMany({
      where: { planItem: { code: many }, unlinkedAt: null, submission: { primaryQueue: { kind: 'fib' } } },
    });
    expect(all.length).toBeGreaterThan(300);
    expect(ids.toSorted()).toEqual(all.map(({ submissionId }) => submissionId).toSorted());

    const item = await database.db.planItem.findFirstOrThrow({ where: { code: many } });
    const cursor = { priorityRank: 0, at: testNow, id: item.id };
    const plan = await database.db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>(
        Prisma.sql`EXPLAIN ${linkedSql(item.id, Prisma.sql`true`, cursor)}`,
      );
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('submission_plan_link_newest');
    expect(text).not.toContain('Sort');
  });
});
