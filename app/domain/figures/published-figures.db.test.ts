import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { NotFound } from '../kernel/failures.ts';
import { publishedFigures } from './published-figures.server.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
const spoc = await makeCtx(database, { email: 'spoc.birmingham-east@police.example', clock });
const send = async (at: string, times: number, changes = {}) => {
  const ctx = await makeCtx(database, {
    email: 'robin@harbour-trust.example',
    clock: fixedClock(new Date(at)),
  });
  for (let sent = 0; sent < times; sent += 1) await submitted(ctx, changes);
};
const outOfForce = { places: [{ id: 'place-1', placeKind: 'home', placePostcode: 'CV8 1AA' }] };

await send('2015-11-10T10:00:00Z', 3);
await send('2015-12-10T10:00:00Z', 7);
await send('2015-12-11T10:00:00Z', 2, outOfForce);
await send('2016-01-05T10:00:00Z', 9);

const figures = () => publishedFigures(spoc);
const cell = (all: Awaited<ReturnType<typeof figures>>, dimension: string, key: string) =>
  all.rows.find((row) => row.dimension === dimension && row.key === key)?.byMonth;

describe('published figures', () => {
  it('shows closed months only, and nothing of a month with fewer than five', async () => {
    const all = await figures();
    expect(all.months.at(-1)).toBe('2015-12');
    expect(cell(all, 'total', 'all')).toEqual({ '2015-11': null, '2015-12': 9 });
    expect(cell(all, 'plan_item', 'PCC 1.4.1')).toMatchObject({ '2015-11': null, '2015-12': 9 });
  });
  it('hides a small cell and the one from which it could be subtracted', async () => {
    const all = await figures();
    expect(cell(all, 'area', 'none')?.['2015-12']).toBeNull();
    expect(cell(all, 'area', 'BE')?.['2015-12']).toBeNull();
  });
  it('names the areas of the reader, and has rows in the order of what is counted', async () => {
    const all = await figures();
    expect(all.ownAreas).toEqual(['BE']);
    const areas = all.rows.filter(({ dimension }) => dimension === 'area').map(({ key }) => all.names[key]);
    expect(areas.slice(0, 2)).toEqual(['Birmingham East', 'Birmingham North']);
    expect(areas.at(-1)).toBeUndefined();
    const items = all.rows.filter(({ dimension }) => dimension === 'plan_item').map(({ key }) => key);
    expect(items.slice(0, 2)).toEqual(['PCC 1.2.1', 'PCC 1.2.3']);
    expect(all.names['PCC 1.2.1']).toMatch(/^We will carry out victim surveys/);
  });
  it('stays as it was frozen when something is sent with an earlier date or a link goes', async () => {
    await send('2015-12-20T10:00:00Z', 6);
    await database.db.submissionPlanLink.updateMany({
      where: { unlinkedAt: null },
      data: { unlinkedAt: new Date(), unlinkReason: 'Test' },
    });
    const all = await figures();
    expect(cell(all, 'total', 'all')?.['2015-12']).toBe(9);
    expect(cell(all, 'plan_item', 'PCC 1.4.1')?.['2015-12']).toBe(9);
  });
  it('never stores a number from one to four', async () => {
    await figures();
    const rows = await database.db.publishedFigure.findMany({ where: { count: { lt: 5 } } });
    expect(rows).toEqual([]);
    await expect(database.db.$executeRaw`UPDATE published_figure SET count = 50`).rejects.toThrow();
  });
  it('adds a month once it is over', async () => {
    clock.set(new Date('2016-02-01T00:00:01Z'));
    expect(cell(await figures(), 'total', 'all')?.['2016-01']).toBe(9);
  });
  it('is not there for a partner or the auditor', async () => {
    for (const email of ['robin@harbour-trust.example', 'auditor@police.example']) {
      await expect(publishedFigures(await makeCtx(database, { email, clock }))).rejects.toBeInstanceOf(
        NotFound,
      );
    }
  });
});
