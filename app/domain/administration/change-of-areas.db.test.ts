import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { readForcePack } from '#prisma/packs/read-force-pack.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { resolvePlaces } from '../routing/resolve-places.server.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { readAreas } from './read-areas.server.ts';

const database = await testDatabase();
const { db } = database;
const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
afterAll(() => rm(folder, { recursive: true }));

type Shares = { primary: string; primaryShare: number; shares: Record<string, number> };
type AreasJson = {
  lpus2015: { code: string; name: string }[];
  districts: Record<string, Shares>;
  sectors: Record<string, Shares>;
};
type PackJson = { areaValidity: { validTo: string | null }; queues: unknown[]; laterAreas?: unknown[] };

/** From this day the fictional force has two areas in place of Dudley, Sandwell and Walsall. */
const day = '2016-02-01';
const successors: Record<string, string> = { DUD: 'XA', SAN: 'XA', WAL: 'XB' };
const successor = (code: string) => successors[code] ?? code;

function moved({ primary, shares, ...rest }: Shares): Shares {
  const summed: Record<string, number> = {};
  for (const [code, share] of Object.entries(shares))
    summed[successor(code)] = Math.min(1, (summed[successor(code)] ?? 0) + share);
  const [largest = [primary, 1]] = Object.entries(summed).toSorted(([, one], [, other]) => other - one);
  return { ...rest, shares: summed, primary: largest[0], primaryShare: largest[1] };
}

const movedAll = (all: Record<string, Shares>) =>
  Object.fromEntries(Object.entries(all).map(([code, shares]) => [code, moved(shares)]));

/** The force's pack with the change written into it, as its administrator would. */
async function changedPack() {
  await cp('prisma/packs/west-midlands-2015', folder, { recursive: true });
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const write = (name: string, content: unknown) =>
    writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const areas = (await read('areas.json')) as AreasJson;
  const example = areas.lpus2015[0];
  await write('areas-2016.json', {
    ...areas,
    lpus2015: [
      ...areas.lpus2015.filter(({ code }) => successor(code) === code),
      { ...example, code: 'XA', name: 'Example West' },
      { ...example, code: 'XB', name: 'Example North' },
    ],
    districts: movedAll(areas.districts),
    sectors: movedAll(areas.sectors),
  });
  const exceptions = await readFile(path.join(folder, 'postcode-exceptions.csv'), 'utf8');
  await write(
    'postcode-exceptions-2016.csv',
    exceptions.replace(/,([A-Z:]+)$/gm, (_, code: string) => `,${successor(code)}`),
  );
  const pack = (await read('pack.json')) as PackJson;
  await write('pack.json', {
    ...pack,
    areaValidity: { ...pack.areaValidity, validTo: day },
    laterAreas: [
      { areas: 'areas-2016.json', exceptions: 'postcode-exceptions-2016.csv', validFrom: day, validTo: null },
    ],
    queues: [
      ...pack.queues,
      { code: 'spoc-xa', name: 'Example West SPOC', kind: 'area', area: 'XA' },
      { code: 'spoc-xb', name: 'Example North SPOC', kind: 'area', area: 'XB' },
    ],
  });
  return readForcePack(folder);
}

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
    await loadForcePack(
      { db, clock: before, actor: null, system: 'test', request: { id: 'test' } },
      await changedPack(),
    );
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
      until: new Date('2016-02-01T00:00:00Z'),
      became: ['Example North'],
    });
    await expect(readAreas(await as('fib.supervisor@police.example'))).rejects.toThrow('Page not found');
  });
});
