import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { NotFound } from '../kernel/failures.ts';
import { linkPlanItem } from '../triage/actions/link-plan-item.server.ts';
import { nearlyEvery } from './item-rows.ts';
import { volumes } from './volumes.server.ts';
import { noArea } from '../kernel/report-labels.ts';

const database = await testDatabase();
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
const by = (email: string, at: string) => makeCtx(database, { email, clock: fixedClock(new Date(at)) });
const outOfForce = [{ id: 'place-1', placeKind: 'home', placePostcode: 'CV8 1AA' }];

// Half past midnight on 1 July is still June in UTC; the first instants of a period count and those of the next don't.
const ngoInJune = await submitted(await by('robin@harbour-trust.example', '2015-06-30T22:59:59Z'));
await submitted(await by('robin@harbour-trust.example', '2015-06-30T23:00:00Z'));
await submitted(await by('pat@fire-stations.example', '2016-01-04T10:00:00Z'), { danger: 'soon' });
await submitted(await by('pat@fire-stations.example', '2016-01-05T10:00:00Z'), { places: outOfForce });

const all = await volumes(lead, { first: '2015-06', last: '2016-01' });
const row = <Row extends { key: string }>(rows: readonly Row[], key: string) =>
  rows.find((each) => each.key === key);

describe('volumes', () => {
  it('counts each submission once in its month in the force’s time', () => {
    expect(all.months).toHaveLength(8);
    expect(all.total).toMatchObject({ byMonth: { '2015-06': 1, '2015-07': 1, '2016-01': 2 }, total: 4 });
  });

  it('begins where the data does: a month before the first submission is not nought', async () => {
    expect(all.noDataBefore).toBeNull();
    const earlier = await volumes(lead, { first: '2015-03', last: '2015-07' });
    expect(earlier.months).toEqual(['2015-06', '2015-07']);
    expect(earlier.noDataBefore).toBe('2015-06');
    const before = await volumes(lead, { first: '2014-04', last: '2014-05' });
    expect(before).toMatchObject({ months: ['2014-04', '2014-05'], noDataBefore: '2015-06' });
  });

  it('counts by area, channel, kind and priority, so that each table adds up to the total', () => {
    for (const rows of [all.areas, all.channels, all.organisationKinds, all.priorities]) {
      expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(4);
    }
    expect(row(all.areas, 'BE')).toMatchObject({ label: 'Birmingham East', total: 3 });
    expect(row(all.areas, noArea)).toMatchObject({ byMonth: { '2016-01': 1 }, total: 1 });
    expect(row(all.organisationKinds, 'third_party_centre')).toMatchObject({
      label: 'Third-party reporting centre',
      total: 2,
    });
    expect(all.priorities.map(({ label }) => label)).toEqual(['High', 'Medium', 'Low']);
    expect(row(all.priorities, 'high')?.total).toBe(1);
  });

  it('gives a row to what has nothing: an area, a channel and a measured item of the plan; none to evidence alone', () => {
    expect(all.areas).toHaveLength(11);
    expect(row(all.areas, 'SOL')).toMatchObject({ label: 'Solihull', total: 0, byMonth: {} });
    expect(row(all.channels, 'paper')?.total).toBe(0);
    const { rows, evidenceOnly } = all.planItems;
    expect(row(rows, 'Pursue 1')?.total).toBe(0);
    expect(row(rows, 'PCC 1.4.2')).toBeUndefined();
    expect(evidenceOnly).toContain('PCC 1.4.2');
    expect(rows.flatMap(({ codes }) => codes).length + evidenceOnly.length).toBe(31);
    expect(all.planParents.evidenceOnly).toEqual(['PCC 3.3']);
  });

  it('counts distinct submissions for each item of the plan, in the plan’s order, with the item’s text beside its code', () => {
    const items = all.planItems.rows;
    expect(items.map(({ key }) => key).slice(0, 4)).toEqual([
      'PCC 1.2.1',
      'PCC 1.2.3',
      'PCC 1.2.4',
      'PCC 1.4.1',
    ]);
    expect(items.at(-1)?.key).toMatch(/^Pursue /);
    expect(row(items, 'PCC 1.4.1')).toMatchObject({
      total: 4,
      byMonth: { '2015-06': 1, '2015-07': 1, '2016-01': 2 },
    });
    expect(row(items, 'PCC 1.4.1')?.detail).toMatch(/^We will continue to actively support LPUs/);
  });

  it('shows items that the same rules link once, until one of them holds something else by hand', async () => {
    const together = async () =>
      (await volumes(lead, { first: '2015-06', last: '2016-01' })).planItems.rows.flatMap(({ codes }) =>
        codes.length > 1 ? [codes.join()] : [],
      );
    const same = ['PCC 1.2.3,Prepare 1', 'PCC 1.4.3,Prevent 2', 'PCC 3.7a.1,PCC 3.7b.1,Protect 1'];
    expect(await together()).toEqual(same);
    await linkPlanItem(lead, { submissionId: ngoInJune, item: 'Prevent 2', reason: 'Named.' });
    expect(await together()).toEqual(same.filter((codes) => !codes.includes('Prevent 2')));
  });

  it('says of an item that holds nearly every submission that it tells nothing by itself', () => {
    expect(row(all.planItems.rows, 'PCC 1.4.1')).toMatchObject({ total: 4, note: nearlyEvery });
    expect(row(all.planItems.rows, 'Pursue 1')?.note).toBeNull();
  });

  it('no longer counts a link that an officer took away, and counts one again once it is made anew', async () => {
    const item = await database.db.planItem.findFirstOrThrow({ where: { code: 'PCC 1.4.1' } });
    const where = { submissionId: ngoInJune, planItemId: item.id, unlinkedAt: null };
    const june = async () =>
      row((await volumes(lead, { first: '2015-06', last: '2015-06' })).planItems.rows, 'PCC 1.4.1')?.total;
    await database.db.submissionPlanLink.updateMany({
      where,
      data: { unlinkedAt: new Date(), unlinkReason: 'Linked by mistake' },
    });
    expect(await june()).toBe(0);
    await database.db.submissionPlanLink.create({
      data: {
        id: '11111111-1111-4111-8111-111111111111',
        submissionId: ngoInJune,
        planItemId: item.id,
        linkedBy: lead.actor.accountId,
        reason: 'By hand',
        linkedAt: new Date(),
      },
    });
    expect(await june()).toBe(1);
  });

  it('ends with the last month of the period and never has more than 24', async () => {
    expect((await volumes(lead, { first: '2015-06', last: '2015-06' })).total.total).toBe(1);
    expect((await volumes(lead, { first: '2010-01', last: '2016-01' })).months).toHaveLength(24);
  });

  it('is recorded with its period', async () => {
    await volumes(lead, { first: '2015-11', last: '2015-12' });
    const event = await database.db.auditEvent.findFirst({
      where: { type: 'report.viewed' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({
      actorLabel: lead.actor.displayName,
      data: { report: 'volumes', months: '2015-11 to 2015-12' },
    });
  });

  it('is there for the MDS lead and the FIB supervisor only', async () => {
    const supervisor = await makeCtx(database, { email: 'fib.supervisor@police.example' });
    expect((await volumes(supervisor, { first: '2015-06', last: '2016-01' })).total.total).toBe(4);
    for (const email of [
      'fib.officer@police.example',
      'area.lead@police.example',
      'spoc.coventry@police.example',
      'plan.contributor@police.example',
      'administrator@police.example',
      'auditor@police.example',
      'lee@harbour-trust.example',
    ]) {
      await expect(
        volumes(await makeCtx(database, { email }), { first: '2015-06', last: '2016-01' }),
      ).rejects.toBeInstanceOf(NotFound);
    }
  });
});
