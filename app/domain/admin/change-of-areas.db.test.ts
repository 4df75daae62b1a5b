import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { packWithChangedAreas } from '#tests/factories/changed-areas.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { resolvePlaces } from '../routing/resolve-places.server.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { readAreas } from '../force/read-areas.server.ts';

const database = await testDatabase();
const { db } = database;

const before = fixedClock(new Date('2016-01-31T23:30:00Z'));
const after = fixedClock(new Date('2016-02-01T00:30:00Z'));
const as = (email: string, clock = before) => makeCtx(database, { email, clock });
const inDudley = {
  places: [{ id: '00000000-0000-4000-8000-000000000001', placeKind: 'home', placePostcode: 'DY1 1AA' }],
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const areaOf = async (id: string) =>
  await db.submission.findUniqueOrThrow({
    where: { id },
    select: { area: { select: { code: true } }, primaryQueue: { select: { code: true } } },
  });

describe('a change of areas', () => {
  it('is data with a date: three areas become two, and what was sent before keeps its own', async () => {
    const early = await submitted(await as('robin@harbour-trust.example'), inDudley);
    await loadForcePack(makeSystemCtx(database, { clock: before }), await packWithChangedAreas());
    const sameDay = await submitted(await as('robin@harbour-trust.example'), inDudley);
    const late = await submitted(await as('robin@harbour-trust.example', after), inDudley);
    const old = { area: { code: 'DUD' }, primaryQueue: { code: 'spoc-dud' } };
    expect([await areaOf(early), await areaOf(sameDay)]).toEqual([old, old]);
    expect(await areaOf(late)).toEqual({ area: { code: 'XA' }, primaryQueue: { code: 'spoc-xa' } });
    const areas = await transaction(db, (tx) =>
      resolvePlaces(tx, ['WS1 1AA', 'B11 1AA', 'DY1 1AA'], after.now()),
    );
    expect(areas.map((place) => ('area' in place ? place.area : place.kind))).toEqual(['XB', 'BE', 'XA']);
  });

  it('is shown to administrators with its dates, as planned and as it is', async () => {
    const standing = async (clock: typeof before) =>
      Object.fromEntries(
        (await readAreas(await as('administrator@police.example', clock))).map((area) => [
          area.code,
          area.standing,
        ]),
      );
    expect(await standing(before)).toMatchObject({ DUD: 'now', BE: 'now', XA: 'planned', XB: 'planned' });
    expect(await standing(after)).toMatchObject({ DUD: 'past', BE: 'now', XA: 'now', XB: 'now' });
    const [walsall] = (await readAreas(await as('administrator@police.example'))).filter(
      ({ code }) => code === 'WAL',
    );
    expect(walsall).toMatchObject({
      queue: 'Walsall SPOC',
      lastDay: new Date('2016-01-31T00:00:00Z'),
      became: ['Example North'],
    });
    await expect(readAreas(await as('fib.supervisor@police.example'))).rejects.toThrow('Page not found');
  });
});
