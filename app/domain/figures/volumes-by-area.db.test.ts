import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { dividedWalsall, packWithChangedAreas } from '#tests/factories/changed-areas.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { loadForcePack } from '../admin/load-force-pack.server.ts';
import { resolvePlaces } from '../routing/resolve-places.server.ts';
import { volumes } from './volumes.server.ts';
import type { AreasAs } from './volumes-by-area.server.ts';
import { noArea, notTold } from '../kernel/report-labels.ts';

const database = await testDatabase();
const { db } = database;
const before = fixedClock(new Date('2016-01-20T10:00:00Z'));
const after = fixedClock(new Date('2016-02-10T10:00:00Z'));
const robin = await makeCtx(database, { email: 'robin@harbour-trust.example', clock: before });
const period = { first: '2016-01', last: '2016-02' };

const send = (ctx: typeof robin, ...postcodes: string[]) =>
  submitted(ctx, {
    places: postcodes.map((placePostcode, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      placeKind: 'home',
      placePostcode,
    })),
  });
const count = async (as: AreasAs, clock = after) => {
  const lead = await makeCtx(database, { email: 'mds.lead@police.example', clock });
  return volumes(lead, period, as);
};
const totals = ({ areas }: Awaited<ReturnType<typeof count>>) =>
  Object.fromEntries(areas.filter(({ total }) => total > 0).map(({ key, total }) => [key, total]));

await send(robin, 'DY1 1AA');
await send(robin, 'B70 1AA');
await send(robin, 'WS1 1AA');
await send(robin, 'WS2 7AA');
await send(robin, 'WS2');
await send(robin, 'WS4');
await send(robin, 'B11 1AA');
await send(robin, 'CV8 1AA');
await send(robin, 'DY1 1AA', 'B70 1AA');
await send(robin, 'DY1 1AA', 'WS2 7AA');
await send(robin, 'DY1 1AA', 'WS1 1AA');
const asSent = { BE: 1, DUD: 1, SAN: 1, WAL: 4, [noArea]: 4 };

describe('volumes by area', () => {
  it('offers no other way to count while no area has changed', async () => {
    for (const as of ['sent', 'now'] as const) {
      const counted = await count(as);
      expect(counted).toMatchObject({ areasAs: 'sent', areaChanges: [] });
      expect(totals(counted)).toEqual(asSent);
    }
  });

  it('counts by the areas of today once they have changed, and by those of the day as before', async () => {
    await loadForcePack(
      makeSystemCtx(database, { clock: before }),
      await packWithChangedAreas(dividedWalsall),
    );
    await send({ ...robin, clock: after }, 'DY1 1AA');
    expect(totals(await count('sent'))).toEqual({ ...asSent, XA: 1 });

    const now = await count('now');
    expect(now.areasAs).toBe('now');
    // XA: Dudley, Sandwell, WS2 by sector and by district, two places that are in one area now, and the new one.
    expect(totals(now)).toEqual({ BE: 1, XA: 7, XB: 1, [notTold]: 1, [noArea]: 2 });
    expect(now.areas.find(({ key }) => key === 'XA')?.byMonth).toEqual({ '2016-01': 6, '2016-02': 1 });
    expect(now.areas.map(({ key }) => key)).not.toContain('WAL');
    expect(now.areas.at(-2)?.label).toBe('Cannot be told');
    expect(now.areas.reduce((sum, { total }) => sum + total, 0)).toBe(now.total.total);
    expect(now.areaChanges).toEqual([
      { name: 'Dudley', to: ['Example West'] },
      { name: 'Sandwell', to: ['Example West'] },
      { name: 'Walsall', to: ['Example West', 'Example North'] },
    ]);
  });

  it('counts by the areas of the day until the day of the change has come', async () => {
    expect(await count('now', before)).toMatchObject({ areasAs: 'sent', areaChanges: [] });
  });

  it('puts the places of a divided area where routing puts them', async () => {
    const exceptions = await db.postcodeRule.findMany({
      where: { scope: 'unit', code: { startsWith: 'WS' }, primaryCode: 'WAL' },
      take: 2,
      orderBy: { code: 'asc' },
    });
    const asked = [
      'WS1',
      'WS4',
      'WS1 2',
      'WS2 8',
      'WS3 5AA',
      'WV12 4AA',
      ...exceptions.map(({ code }) => code),
    ];
    const found = await resolvePlaces(db, asked, after.now());
    for (const [index, postcode] of asked.entries()) {
      const previous = totals(await count('now'));
      await send(robin, postcode);
      const counted = totals(await count('now'));
      const grown = Object.keys(counted).filter((key) => counted[key] !== previous[key]);
      const place = found[index];
      expect([postcode, ...grown]).toEqual([postcode, place?.kind === 'area' ? place.area : notTold]);
    }
  });
});
