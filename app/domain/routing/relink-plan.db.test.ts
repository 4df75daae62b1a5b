import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { Conflict, NotFound } from '../kernel/failures.ts';
import type { Id } from '../kernel/id.ts';
import { linkPlanItem, unlinkPlanItem } from '../triage/actions/link-plan-item.server.ts';
import { currentRules } from './current-rules.server.ts';
import { askRelink, linksToRelink, readRelinking } from './relinking.server.ts';
import { relinkPlan } from './relink-plan.server.ts';

const database = await testDatabase();
const { db } = database;
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const system = makeSystemCtx(database, { clock: fixedClock(testNow) });

const [plain, taken, byHand] = [
  await submitted(reporter),
  await submitted(reporter),
  await submitted(reporter),
];
const standing = async (submissionId: Id<'Submission'>) =>
  (
    await db.submissionPlanLink.findMany({
      where: { submissionId, unlinkedAt: null },
      include: { planItem: true },
    })
  ).map(({ planItem, ruleCode }) => `${planItem.code} ${ruleCode === null ? 'by hand' : 'by rule'}`);

const { onDissemination, version, ...rules } = await currentRules(db);
/** The web form links Prepare 9 in place of PCC 1.4.1. */
const changed = {
  version: version + 1,
  rules: rules.rules.map((rule) =>
    rule.then.planItems?.[0] === 'PCC 1.4.1' && 'fact' in rule.when && rule.when.fact === 'channel'
      ? { ...rule, then: { planItems: ['Prepare 9', 'PCC 3.3c.1'] } }
      : rule,
  ),
  onDissemination,
};
const publishChanged = () =>
  db.routingRuleSet.create({
    data: {
      version: changed.version,
      rules: changed,
      rulesHash: createHash('sha256').update(JSON.stringify(changed)).digest('hex'),
      publishedAt: testNow,
    },
  });
/** As the workers do: until no job goes on. */
async function work(): Promise<number> {
  for (let runs = 1; ; runs += 1) {
    await clearJobs(db);
    await relinkPlan(system);
    if (!(await queuedJobs(db)).some(({ name }) => name === 'relink-plan')) return runs;
  }
}

describe('rules that changed', () => {
  it('are no matter while every report was routed by the newest', async () => {
    await relinkPlan(system);
    expect(await readRelinking(lead)).toBeNull();
    expect(await linksToRelink(lead)).toBe(0);
  });

  it('are counted, batch by batch, and change nothing by themselves', async () => {
    // More than a batch, all of which have lost their content and so stay as they are.
    await addHistory(db, plain, 120);
    const link = await db.submissionPlanLink.findFirstOrThrow({
      where: { submissionId: taken, planItem: { code: 'PCC 3.3c.1' } },
    });
    await unlinkPlanItem(lead, { submissionId: taken, linkId: link.id, reason: 'It came by telephone.' });
    await linkPlanItem(lead, { submissionId: byHand, item: 'Prepare 9', reason: 'The partnership asked.' });
    await publishChanged();
    const before = await standing(plain);
    expect(await work()).toBe(2);
    expect(await readRelinking(lead)).toMatchObject({
      state: 'counted',
      version: changed.version,
      lookedAt: 123,
      items: [
        { code: 'PCC 1.4.1', gains: 0, losses: 3 },
        { code: 'Prepare 9', gains: 2, losses: 0 },
      ],
    });
    expect([await linksToRelink(lead), await standing(plain)]).toEqual([5, before]);
    const contributor = await makeCtx(database, { email: 'plan.contributor@police.example' });
    expect(await linksToRelink(contributor)).toBe(0);
    await expect(readRelinking(contributor)).rejects.toThrow(NotFound);
    await expect(askRelink(contributor, { version: changed.version })).rejects.toThrow(NotFound);
    await expect(askRelink(lead, { version })).rejects.toThrow(Conflict);
  });

  it('link the past once the lead asks, but for what was done by hand', async () => {
    await askRelink(lead, { version: changed.version });
    await expect(askRelink(lead, { version: changed.version })).rejects.toThrow('asked for this already');
    expect(await linksToRelink(lead)).toBe(0);
    expect(await work()).toBe(2);
    const after = await standing(plain);
    expect(after).toContain('Prepare 9 by rule');
    expect(after.join()).not.toContain('PCC 1.4.1');
    expect((await standing(taken)).join()).not.toContain('PCC 3.3c.1');
    expect((await standing(byHand)).filter((link) => link.startsWith('Prepare 9'))).toEqual([
      'Prepare 9 by hand',
    ]);
    expect(await readRelinking(lead)).toMatchObject({
      state: 'linked',
      lookedAt: 123,
      asked: { by: lead.actor.displayName },
    });
    const events = await db.auditEvent.findMany({
      where: {
        actorLabel: system.system,
        type: { in: ['submission.plan_linked', 'submission.plan_unlinked'] },
      },
    });
    expect(events).toHaveLength(5);
    expect(await db.auditEvent.findFirst({ where: { type: 'plan.relinked' } })).toMatchObject({
      data: { version: changed.version, looked: 123, gains: 2, losses: 3 },
    });
  });

  it('change nothing when a batch is done once more', async () => {
    const before = [await standing(plain), await standing(taken), await standing(byHand)];
    await db.relinking.updateMany({ data: { doneAt: null, batchAt: null, batchId: null, done: {} } });
    await work();
    expect([await standing(plain), await standing(taken), await standing(byHand)]).toEqual(before);
    expect((await readRelinking(lead))?.items).toEqual([]);
  });

  it('leave reports of a plan that is no longer in force alone', async () => {
    const { id, ...plan } = await db.plan.findFirstOrThrow();
    await db.plan.create({
      data: {
        ...plan,
        id: '00000000-0000-4000-8000-000000000016',
        source: {},
        glossary: {},
        firstDay: new Date('2016-04-01'),
        lastDay: new Date('2017-03-31'),
        publishedAt: null,
        followsId: id,
      },
    });
    await db.plan.update({
      where: { id: '00000000-0000-4000-8000-000000000016' },
      data: { publishedAt: testNow },
    });
    const spring = await makeCtx(database, {
      email: 'mds.lead@police.example',
      clock: fixedClock(new Date('2016-04-20T09:00:00Z')),
    });
    expect(await readRelinking(spring)).toBeNull();
  });
});
