import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { NotFound } from '../kernel/failures.ts';
import { newId } from '../kernel/id.ts';
import { areasHeldTogether, freezeFigures } from './freeze-figures.server.ts';
import { ownArea } from './own-area.server.ts';
import { publishedFigures } from './published-figures.server.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2016-01-09T23:59:00Z'));
const spoc = await makeCtx(database, { email: 'spoc.birmingham-east@police.example', clock });
const areaLead = await makeCtx(database, { email: 'area.lead@police.example', clock });
const freeze = () => freezeFigures(makeSystemCtx(database, { clock }));
const send = async (at: string, times: number, answers = {}, email = 'robin@harbour-trust.example') => {
  const ctx = await makeCtx(database, { email, clock: fixedClock(new Date(at)) });
  for (let sent = 0; sent < times; sent += 1) await submitted(ctx, answers);
};
const totals = async () =>
  (await publishedFigures(spoc)).quarters.map(({ firstMonth, total }) => [firstMonth, total]);

// The last minute of June and the first of July lie an hour earlier in UTC.
await send('2015-06-30T22:59:00Z', 4);
await send('2015-06-30T23:01:00Z', 1);
await send('2015-10-10T10:00:00Z', 6);
await send('2015-12-31T23:59:00Z', 5, {}, 'pat@fire-stations.example');
await send('2016-01-05T10:00:00Z', 2);
// Restricted to FIB, so in no figure of others.
await send('2015-11-10T10:00:00Z', 1, { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' });

describe('published figures', () => {
  it('are frozen by the job on the tenth, however often somebody looks before', async () => {
    await freeze();
    expect(await totals()).toEqual([
      ['2015-07', { least: 1, most: 4 }],
      ['2015-04', { least: 1, most: 4 }],
    ]);
    expect((await publishedFigures(spoc)).next).toMatchObject({ firstMonth: '2015-10' });
    clock.set(new Date('2016-01-10T00:00:01Z'));
    expect(await totals()).toHaveLength(2);
    await freeze();
    expect((await totals())[0]).toEqual(['2015-10', { least: 11, most: 11 }]);
    const { quarters, next } = await publishedFigures(spoc);
    expect(quarters[0]?.frozenAt).toEqual(clock.now());
    expect(quarters[0]?.definition).toContain('as they stood when the quarter was frozen');
    expect(next).toMatchObject({ firstMonth: '2016-01', on: new Date('2016-04-09T23:00:00Z') });
  });

  it('stay as they were frozen when something is sent with an earlier date', async () => {
    const before = await publishedFigures(spoc);
    await send('2015-11-20T10:00:00Z', 6);
    await freeze();
    expect(await publishedFigures(spoc)).toEqual(before);
    await expect(database.db.$executeRaw`UPDATE published_cell SET least = 0`).rejects.toThrow();
    for (const [least, most] of [
      [3, 3],
      [3, 6],
      [1, 3],
    ] as const)
      await expect(
        database.db
          .$executeRaw`INSERT INTO published_cell VALUES ('2015-10', 'area', 'one more', ${least}, ${most})`,
      ).rejects.toThrow('published_cell_none_below_five');
  });

  it('have rows for what there is none of, and what two partners sent in fives', async () => {
    const { tables } = await publishedFigures(spoc);
    const rows = (table: string) => tables.find((each) => each.table === table)?.rows ?? [];
    expect(rows('area')).toHaveLength(11);
    expect(rows('area').find(({ key }) => key === 'BE')?.figures[0]).toEqual({ least: 10, most: 14 });
    expect(rows('area').find(({ key }) => key === 'SOL')?.figures[0]).toEqual({ least: 0, most: 0 });
    expect(rows('came_of_it').map(({ figures }) => figures[0]?.most)).toEqual([0, 0, 14]);
  });

  it('reckon with whoever knows several areas, and with a SPOC of the force, who knows what lies in none', async () => {
    const { accountId } = spoc.actor;
    await database.db.accountRole.create({
      data: { id: newId<'AccountRole'>(), accountId, role: 'spoc', areaId: null, source: 'demonstration' },
    });
    expect(await transaction(database.db, areasHeldTogether)).toEqual([['BE', 'none']]);
  });

  it('are not there for a partner or the auditor', async () => {
    for (const email of ['robin@harbour-trust.example', 'auditor@police.example'])
      await expect(publishedFigures(await makeCtx(database, { email, clock }))).rejects.toBeInstanceOf(
        NotFound,
      );
  });
});

describe('the figures of an area', () => {
  const areaOf = async (code: string) =>
    (await database.db.area.findUniqueOrThrow({ where: { code }, select: { id: true } })).id;

  it('count what its lead has in the lists, each table up to the total, without what is restricted', async () => {
    const { ownAreas } = await publishedFigures(areaLead);
    expect(ownAreas.map(({ name }) => name)).toEqual(['Birmingham East']);
    const figures = await ownArea(areaLead, { areaId: await areaOf('BE') });
    expect(figures.total).toMatchObject({ total: 24, byMonth: { '2015-06': 4, '2015-07': 1, '2016-01': 2 } });
    for (const rows of [figures.priorities, figures.clocks, figures.outcomes])
      expect(rows.reduce((all, { total }) => all + total, 0)).toBe(24);
    expect(figures.clocks.find(({ key }) => key === 'overdue')?.total).toBeGreaterThan(0);
  });

  it('are not there for another area, nor for its SPOC', async () => {
    for (const [ctx, code] of [
      [areaLead, 'SOL'],
      [spoc, 'BE'],
    ] as const)
      await expect(ownArea(ctx, { areaId: await areaOf(code) })).rejects.toBeInstanceOf(NotFound);
  });
});
