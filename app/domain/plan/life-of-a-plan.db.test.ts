import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { loadForcePack } from '../admin/load-force-pack.server.ts';
import { readForcePack } from '../admin/read-force-pack.ts';
import { addEvidence } from '../figures/add-evidence.server.ts';
import { Conflict, Invalid, NotFound } from '../kernel/failures.ts';
import { describePlan, openPlanDetails } from './describe-plan.server.ts';
import { discardDraft } from './discard-draft.server.ts';
import { carryOverAfterAll, endItem, prepareEnd } from './end-item.server.ts';
import { exportPlan } from './export-plan.server.ts';
import { itemsOwnedBy, nameItemOwner } from './name-item-owner.server.ts';
import { makeNextPlan, prepareNextPlan } from './next-plan.server.ts';
import { openPlan } from './open-plan.server.ts';
import { addPlanEvent, changePlanEvent, planEvents } from './plan-events.server.ts';
import { plansOfForce } from './plans.server.ts';
import { closePlan, publishPlan } from './publish-plan.server.ts';
import { readPlan, readPlanItem } from './read-plan.server.ts';
import { setItemStatus } from './set-item-status.server.ts';
import { openItem, writeItem } from './write-item.server.ts';
import { itemsRulesMiss } from '../routing/rules-and-items.server.ts';
import { linkPlanItem } from '../triage/actions/link-plan-item.server.ts';

// One year after the other, as it goes: each test goes on from the one before.
const database = await testDatabase();
const { db, pool } = database;
const pack = await readForcePack('prisma/packs/west-midlands-2015');
const spring = { clock: fixedClock(new Date('2016-04-20T09:00:00Z')) };
const as = (email: string, at = {}) => makeCtx(database, { email, ...at });
const lead = await as('mds.lead@police.example');
const leadInSpring = await as('mds.lead@police.example', spring);
const contributor = await as('plan.contributor@police.example');
const fib = await as('fib.officer@police.example', spring);
const first = (await db.plan.findFirstOrThrow()).id;
const exported = async (planId: Id<'Plan'>) =>
  createHash('sha256')
    .update(JSON.stringify(await exportPlan(lead, { planId })))
    .digest('hex');
const itemOf = (planId: Id<'Plan'>, code: string) =>
  db.planItem.findUniqueOrThrow({ where: { planId_code: { planId, code } } });
const linksOf = async (submissionId: Id<'Submission'>) =>
  (await db.submissionPlanLink.findMany({ where: { submissionId }, include: { planItem: true } })).map(
    ({ planItem }) => [planItem.planId, planItem.code],
  );
const entry = (code: string) => ({
  code,
  entryId: newId<'PlanEvidence'>(),
  text: 'A centre opened.',
  datedOn: { day: '18', month: '1', year: '2016' },
});

await nameItemOwner(lead, { code: 'Prepare 1', owner: contributor.actor.accountId });
await setItemStatus(lead, { code: 'Prepare 1', status: 'on_track', note: 'The centres report.' });
const reporter = await as('robin@harbour-trust.example');
const winterReport = await submitted(reporter);
const before = await exported(first);
let next: Id<'Plan'>;

describe('a published plan', () => {
  it('is changed by no load, whatever the pack says of its period', async () => {
    const [aim, ...aims] = pack.plan.pccAims;
    const altered = {
      ...pack,
      plan: { ...pack.plan, pccAims: [{ ...aim!, aim: 'Another aim.' }, ...aims] },
      planEvents: [...pack.planEvents, { on: '2015-12-01', title: 'Another event' }],
    };
    const ctx = makeSystemCtx(database, { clock: fixedClock(testNow) });
    expect(await loadForcePack(ctx, altered)).toBe('loaded');
    expect(await loadForcePack(ctx, pack)).toBe('loaded');
    expect(await exported(first)).toBe(before);
  });

  it.each([
    ['UPDATE plan SET title = title || 1', 'a published plan does not change but to be closed'],
    ['UPDATE plan_item SET text = text', 'plan_item of a published plan does not change'],
    ['DELETE FROM plan', 'a published plan is not deleted'],
    ['DELETE FROM plan_step', 'plan_step of a published plan does not change'],
    [
      'UPDATE plan_responsible_role SET role_title = role_title',
      'plan_responsible_role of a published plan does not change',
    ],
    [
      `INSERT INTO plan_strategic_link (id, plan_item_id, position, label) SELECT gen_random_uuid(), id, 99, 'NS' FROM plan_item`,
      'plan_strategic_link of a published plan does not change',
    ],
  ])('is held by the database as well: %s', async (sql, refusal) => {
    for (const role of ['portal_app', 'NONE'])
      expect(
        await asOwner(pool, async (client) => {
          await client.query(`SET LOCAL ROLE ${role}`);
          return refusalOf(client, sql);
        }),
      ).toEqual(refusal);
  });
});

describe('the next plan', () => {
  it('is made by the MDS lead from the newest, a year on, every item carried over', async () => {
    await expect(prepareNextPlan(contributor)).rejects.toThrow(NotFound);
    const { details } = await prepareNextPlan(lead);
    expect(details).toMatchObject({
      title: 'Modern Day Slavery Delivery Plan – 2016-17',
      secondTitle: 'Public Protection Delivery Plan 2016-17',
      firstDay: '2016-04-01',
      lastDay: '2017-03-31',
    });
    await expect(
      makeNextPlan(lead, { ...details, firstDay: '2016-03-31', lastDay: '2016-03-01' }),
    ).rejects.toMatchObject({
      fieldErrors: {
        firstDay: 'First day must be after the plan before ends, on 31 March 2016',
        lastDay: 'Last day must be on or after the first day',
      },
    });
    next = (await makeNextPlan(lead, details)).planId;
    await expect(makeNextPlan(lead, details)).rejects.toThrow(Conflict);
    const { items, state, before: from } = await openPlan(lead, { planId: next });
    expect([state, from]).toEqual(['draft', 'Modern Day Slavery Delivery Plan – 2015-16']);
    // Six aims, 18 activities, four themes, 13 actions.
    expect(items).toHaveLength(41);
    expect(items.every(({ change }) => change === 'carried')).toBe(true);
    const { tree } = await readPlan(lead, { planId: next });
    const action = tree.flatMap(({ children }) => children).find(({ code }) => code === 'Protect 1');
    expect(action).toMatchObject({
      evidence: [],
      responsibleRoles: ['MDS Lead', 'Intel'],
      links: [
        { label: 'NS', target: null },
        { label: 'S', target: null },
        { label: 'PCC 1.2.3', target: 'PCC 1.2.3' },
        { label: 'PCC 1.4.3', target: 'PCC 1.4.3' },
      ],
    });
  });

  it('is discarded with all it says, by who writes it, and is made again', async () => {
    await expect(discardDraft(contributor, { planId: next })).rejects.toThrow(NotFound);
    await expect(discardDraft(lead, { planId: first })).rejects.toThrow(Conflict);
    await discardDraft(lead, { planId: next });
    await expect(openPlan(lead, { planId: next })).rejects.toThrow(NotFound);
    expect(await db.planItem.count({ where: { planId: next } })).toBe(0);
    expect(await exported(first)).toBe(before);
    next = (await makeNextPlan(lead, (await prepareNextPlan(lead)).details)).planId;
  });

  it('is there for nobody else, and takes no evidence, until it is published', async () => {
    await expect(readPlan(contributor, { planId: next })).rejects.toThrow(NotFound);
    await expect(openPlan(fib, { planId: next })).rejects.toThrow(NotFound);
    expect((await plansOfForce(contributor)).plans).toHaveLength(1);
    await expect(addEvidence(lead, { ...entry('Prepare 1'), planId: next })).rejects.toThrow(Conflict);
  });

  it('has items changed, added, put in another place, ended and taken back', async () => {
    const changed = await itemOf(next, 'Protect 3');
    const { values, version, places } = await openItem(lead, {
      planId: next,
      item: { planItemId: changed.id },
    });
    expect(values.steps).toBe(
      'Improve victim confidence in reporting (NS).\nEncourage our communities to come forward (S)',
    );
    const opened = { planId: next, item: { planItemId: changed.id }, expectedVersion: version ?? '' };
    await writeItem(lead, {
      ...opened,
      written: {
        ...values,
        steps: 'Train every shift (NS).',
        links: 'S\nPCC 1.4.3',
        after: '',
      },
    });
    // Another lead who opened it before that is told, and takes nothing away: not its words, and not its place.
    await expect(
      writeItem(lead, { ...opened, written: { ...values, steps: 'Train one shift.' } }),
    ).rejects.toThrow(/^Somebody else has changed .+ since you opened it/);
    const words = { ...values, steps: 'Train every shift (NS).', links: 'S\nPCC 1.4.3' };
    const { version: moved } = await openItem(lead, { planId: next, item: opened.item });
    await writeItem(lead, {
      ...opened,
      written: { ...words, after: places[0]!.id },
      expectedVersion: moved!,
    });
    await expect(writeItem(lead, { ...opened, written: words, expectedVersion: moved! })).rejects.toThrow(
      Conflict,
    );
    const { version: behind } = await openItem(lead, { planId: next, item: opened.item });
    await writeItem(lead, { ...opened, written: { ...words, after: '' }, expectedVersion: behind! });
    expect(places).toHaveLength(2);
    const aim = await itemOf(next, 'PCC 1.4');
    const activity = { kind: 'activity', under: aim.id };
    const written = { ...values, number: '1.4.9', text: 'We will ring each partner.', after: '' };
    expect(values.measure).toBe('linked');
    await expect(
      writeItem(lead, { planId: next, item: activity, written: { ...written, measure: 'arrests' } }),
    ).rejects.toMatchObject({
      fieldErrors: { measure: 'Select how the portal measures it, or evidence only' },
    });
    await writeItem(lead, { planId: next, item: activity, written: { ...written, measure: 'by_hand' } });
    expect((await itemOf(next, 'PCC 1.4.9')).attributes).toMatchObject({ measure: 'by_hand' });
    await expect(writeItem(lead, { planId: next, item: activity, written })).rejects.toMatchObject({
      fieldErrors: { number: 'PCC 1.4.9 is in this plan already' },
    });
    const ended = await itemOf(next, 'PCC 3.7b');
    const { below } = await prepareEnd(lead, { planId: next, planItemId: ended.id });
    expect(below).toEqual(['PCC 3.7b.1', 'PCC 3.7b.2']);
    await endItem(lead, { planId: next, planItemId: ended.id });
    const other = await itemOf(next, 'Pursue 2');
    await endItem(lead, { planId: next, planItemId: other.id });
    await carryOverAfterAll(lead, { planId: next, from: (await itemOf(first, 'Pursue 2')).id });
    const { items } = await openPlan(lead, { planId: next });
    const of = (change: string) => items.filter((item) => item.change === change).map(({ code }) => code);
    expect(of('ended')).toEqual(['PCC 3.7b', 'PCC 3.7b.1', 'PCC 3.7b.2']);
    expect(of('new')).toEqual(['PCC 1.4.9']);
    expect(items.filter(({ change }) => change === 'changed')).toMatchObject([
      { code: 'Protect 3', parts: ['how', 'strategic links'] },
    ]);
    expect(items.filter(({ parentId }) => parentId === changed.parentId).map(({ code }) => code)).toEqual([
      'Protect 3',
      'Protect 1',
      'Protect 2',
    ]);
  });

  it('has its title and period changed by one lead at a time', async () => {
    const { details, version } = await openPlanDetails(lead, { planId: next });
    const change = { planId: next, expectedVersion: version };
    await describePlan(lead, { ...change, details: { ...details, priority: 'Vulnerability' } });
    await expect(
      describePlan(lead, { ...change, details: { ...details, lastDay: '2017-06-30' } }),
    ).rejects.toThrow(/^Somebody else has changed the title or the period .+ 1 April 2016 to 31 March 2017$/);
    expect((await openPlanDetails(lead, { planId: next })).details).toEqual({
      ...details,
      priority: 'Vulnerability',
    });
  });

  it('is told which of its items rules link to and it does not have', async () => {
    const missing = async () =>
      itemsRulesMiss(
        lead,
        (await openPlan(lead, { planId: next })).items.filter(({ change }) => change !== 'ended'),
      );
    const ended = { item: 'PCC 3.7b.1', rules: ['Disseminated to area'] };
    expect(await missing()).toEqual([ended]);
    const item = await itemOf(next, 'PCC 3.7a.1');
    await endItem(lead, { planId: next, planItemId: item.id });
    expect(await missing()).toEqual([{ ...ended, item: 'PCC 3.7a.1' }, ended]);
    await carryOverAfterAll(lead, { planId: next, from: (await itemOf(first, 'PCC 3.7a.1')).id });
    await expect(itemsRulesMiss(contributor, [])).rejects.toThrow(NotFound);
  });

  it('renames what stands under a renamed theme, and the links that lead there', async () => {
    const theme = await itemOf(next, 'Pursue');
    const { values, version } = await openItem(lead, { planId: next, item: { planItemId: theme.id } });
    await writeItem(lead, {
      planId: next,
      item: { planItemId: theme.id },
      written: { ...values, number: 'Pursue offenders' },
      expectedVersion: version ?? '',
    });
    expect((await itemOf(next, 'Pursue offenders 1')).parentId).toBe(theme.id);
    await expect(
      writeItem(lead, { planId: next, item: { planItemId: theme.id }, written: { ...values, number: '' } }),
    ).rejects.toThrow(Invalid);
  });

  it('is published for good, and is in force from its first day, not before', async () => {
    await publishPlan(lead, { planId: next });
    await expect(publishPlan(lead, { planId: next })).rejects.toThrow(Conflict);
    const item = { planItemId: (await itemOf(next, 'Protect 3')).id };
    await expect(openItem(lead, { planId: next, item })).rejects.toThrow(Conflict);
    const states = async (ctx: typeof lead) => (await plansOfForce(ctx)).plans.map(({ state }) => state);
    expect(await states(lead)).toEqual(['to_come', 'in_force']);
    expect(await states(leadInSpring)).toEqual(['in_force', 'over']);
    expect((await readPlan(lead)).title).toContain('2015-16');
    expect((await readPlan(leadInSpring)).title).toContain('2016-17');
    expect((await readPlanItem(leadInSpring, { code: 'Prepare 1' })).owner).toBe(
      contributor.actor.displayName,
    );
    await expect(closePlan(lead, { planId: first })).rejects.toThrow('once the one after it has begun');
  });
});

describe('two years beside each other', () => {
  it('keep the reports of their days: also one that is linked by hand later', async () => {
    const springReport = await submitted(await as('robin@harbour-trust.example', spring));
    expect((await linksOf(springReport)).every(([planId]) => planId === next)).toBe(true);
    await linkPlanItem(fib, { submissionId: winterReport, item: 'Protect 2', reason: 'Read again.' });
    const ofWinter = await linksOf(winterReport);
    expect(ofWinter).toContainEqual([first, 'Protect 2']);
    expect(ofWinter.every(([planId]) => planId === first)).toBe(true);
  });

  it('show an item through its years', async () => {
    await setItemStatus(leadInSpring, { code: 'Prepare 1', status: 'at_risk', note: 'A centre closed.' });
    const { otherYears } = await readPlanItem(leadInSpring, { code: 'Prepare 1' });
    expect(otherYears).toMatchObject([{ planId: first, code: 'Prepare 1', status: 'on_track' }]);
    expect((await readPlanItem(lead, { code: 'Pursue 1' })).otherYears).toMatchObject([
      { planId: next, code: 'Pursue offenders 1', status: null },
    ]);
  });

  it('say of an item that the next one ends that it does, where it always stood', async () => {
    const ended = await readPlanItem(leadInSpring, { code: 'PCC 3.7b.1' });
    expect(ended).toMatchObject({
      onlyIn: first,
      endedWith: { id: next, title: 'Modern Day Slavery Delivery Plan – 2016-17' },
      otherYears: [],
    });
    expect(await readPlanItem(lead, { code: 'Prepare 1' })).toMatchObject({ onlyIn: null, endedWith: null });
    expect((await readPlanItem(lead, { code: 'PCC 1.4.9' })).onlyIn).toBe(next);
    await expect(readPlanItem(leadInSpring, { planId: next, code: 'PCC 3.7b.1' })).rejects.toThrow(NotFound);
  });

  it('have their own events, by the day', async () => {
    await addPlanEvent(leadInSpring, { title: 'Campaign at stations', happenedOn: '2016-04-11' });
    const [event] = (await planEvents(lead)).events;
    expect(event).toMatchObject({
      title: 'Campaign at stations',
      plan: 'Modern Day Slavery Delivery Plan – 2016-17',
    });
    await expect(
      addPlanEvent(leadInSpring, { title: 'Campaign at stations', happenedOn: '2016-04-11' }),
    ).rejects.toMatchObject({ fieldErrors: { title: 'This event is there on that day already' } });
    await changePlanEvent(leadInSpring, event!.id, {
      title: 'Campaign at bus stops',
      happenedOn: '2016-04-12',
    });
    await expect(addPlanEvent(contributor, { title: 'Mine', happenedOn: '2016-04-12' })).rejects.toThrow(
      NotFound,
    );
  });

  it('leave last year’s as it was, byte for byte, and close it', async () => {
    await addEvidence(leadInSpring, entry('Prepare 1'));
    expect(await exported(first)).toBe(before);
    await addEvidence(leadInSpring, { ...entry('Prepare 1'), planId: first });
    expect(await exported(first)).not.toBe(before);
    await closePlan(leadInSpring, { planId: first });
    await expect(addEvidence(leadInSpring, { ...entry('Prepare 1'), planId: first })).rejects.toThrow(
      Conflict,
    );
    await expect(
      nameItemOwner(leadInSpring, { planId: first, code: 'Prepare 1', owner: 'nobody' }),
    ).rejects.toThrow(Conflict);
    await expect(
      addPlanEvent(leadInSpring, { title: 'Late', happenedOn: '2016-03-01' }),
    ).rejects.toMatchObject({
      fieldErrors: { happenedOn: 'Date must be in the period of a plan that is not closed' },
    });
    // Whoever leaves hands on what is still owned.
    const owned = await transaction(db, (tx) => itemsOwnedBy(tx, contributor.actor.accountId));
    expect(owned).toMatchObject([{ id: (await itemOf(next, 'Prepare 1')).id, code: 'Prepare 1' }]);
    const refusal = await asOwner(pool, (client) =>
      refusalOf(
        client,
        `INSERT INTO plan_item_owner (id, plan_item_id, number, set_at) SELECT gen_random_uuid(), id, 9, now() FROM plan_item WHERE plan_id = '${first}'`,
      ),
    );
    expect(refusal).toBe('plan_item_owner of a closed plan does not change');
  });
});
