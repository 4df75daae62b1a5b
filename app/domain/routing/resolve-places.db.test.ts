import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { resolvePostcode } from './postcode.ts';
import { postcodeRulesOf } from '../kernel/postcode-rules.ts';
import { lookUpPostcode } from './look-up-postcode.server.ts';
import { resolvePlaces } from './resolve-places.server.ts';

const database = await testDatabase();
const { db } = database;
const pack = await readForcePack('prisma/packs/west-midlands-2015');
const on = new Date('2016-01-18T09:00:00Z');
const resolve = (written: string[], day = on) => transaction(db, (tx) => resolvePlaces(tx, written, day));

describe('resolving places in the database', () => {
  it('gives the same as the pack itself, for all of its codes and what people write', async () => {
    const rules = postcodeRulesOf(pack.postcodes);
    const codes = pack.postcodes.filter((_, index) => index % 7 === 0).map(({ code }) => code);
    const written = [
      ...codes,
      'b11 4aa',
      'B5',
      'CV8',
      'CV12',
      'SW1A 1AA',
      '',
      'behind the baths',
      'B1O OAD',
      ' b10  0ad ',
    ];
    expect(await resolve(written)).toEqual(written.map((each) => resolvePostcode(each, rules, on)));
  });

  it('tells whoever looks one up its area, its shares, its exception or the other force', async () => {
    const ctx = await makeCtx(database, { email: 'fib.officer@police.example' });
    const at = (written: string) => lookUpPostcode({ ...ctx, clock: fixedClock(on) }, written);
    expect(await at('b10 0ad')).toMatchObject({ area: 'Birmingham East', place: { by: 'exception' } });
    expect((await at('B5')).candidates[0]).toEqual({ name: 'Birmingham West and Central', share: 0.637 });
    expect(await at('CV8 1AA')).toMatchObject({ area: null, place: { force: 'Warwickshire Police' } });
    expect((await at('B10 0AD')).sector).toMatchObject({ code: 'B10 0' });
    for (const written of [
      'b11 1aa',
      ' b 1 1  1\ta\na ',
      'B11\u00a01AA',
      'the house at B11 1AA',
      'B11 1',
      'b11',
    ])
      expect([written, (await at(written)).area]).toEqual([written, 'Birmingham East']);
    expect(await at('SW1A 1AA')).toMatchObject({
      area: null,
      place: { kind: 'unknown_postcode' },
      sector: null,
    });
    const hostile = [
      '',
      '%',
      '\ud800',
      '__proto__',
      'B11🚐1AA',
      "B11' OR 1=1; --",
      'B11 1AA and B12 0AA',
      '１１',
    ];
    for (const written of ['behind the baths', ...hostile, 'B1 '.repeat(60_000), 'B'.repeat(200_000)])
      await expect(at(written), written.slice(0, 20)).rejects.toMatchObject({
        fieldErrors: { postcode: expect.stringContaining('Enter a postcode') as unknown },
      });
  });

  it('keeps the order and answers each, also when nothing can be looked up', async () => {
    expect(
      (await resolve(['', 'CV1 2AA', 'nowhere', 'B11 4AA', 'CV1 2AA'])).map((place) =>
        'area' in place ? place.area : place.kind,
      ),
    ).toEqual(['none', 'COV', 'unknown_postcode', 'BE', 'COV']);
    expect(await resolve([])).toEqual([]);
  });

  it('goes by the day where the force is: a rule holds from its first day, up to and without its last', async () => {
    const rule = { scope: 'unit', code: 'B11 4ZZ', primaryShare: 1 } as const;
    await db.postcodeRule.createMany({
      data: [
        {
          ...rule,
          id: randomUUID(),
          primaryCode: 'SOL',
          shares: { SOL: 1 },
          validFrom: new Date('2015-06-01'),
          validTo: new Date('2015-07-01'),
        },
        {
          ...rule,
          id: randomUUID(),
          primaryCode: 'COV',
          shares: { COV: 1 },
          validFrom: new Date('2015-07-01'),
          validTo: null,
        },
      ],
    });
    const areaAt = async (time: string) =>
      (await resolve(['B11 4ZZ'], new Date(time))).map((place) =>
        'area' in place ? place.area : place.kind,
      )[0];
    expect(await areaAt('2015-05-31T22:59:59Z')).toBe('BE');
    // Summer time: the day begins at 23:00 UTC.
    expect(await areaAt('2015-05-31T23:00:00Z')).toBe('SOL');
    expect(await areaAt('2015-06-30T22:59:59Z')).toBe('SOL');
    expect(await areaAt('2015-06-30T23:00:00Z')).toBe('COV');
    expect(await areaAt('2016-01-18T09:00:00Z')).toBe('COV');
  });

  it('is not fooled by what is no postcode', async () => {
    const odd = ["'; DROP TABLE postcode_rule; --", '%', '_', '\\', 'B'.repeat(5000), '🚐'];
    expect((await resolve(odd)).map(({ kind }) => kind)).toEqual(odd.map(() => 'unknown_postcode'));
  });
});

describe('the queues of the force', () => {
  it('are FIB, the force SPOC and one for each area', async () => {
    const queues = await transaction(db, (tx) => forceQueues(tx));
    expect(queues.map(({ code }) => code).sort()).toEqual(pack.queues.map(({ code }) => code).sort());
    const areas = queues.filter(({ kind }) => kind === 'area').map(({ area }) => area?.code);
    expect(areas.sort()).toEqual(pack.areas.map(({ code }) => code).sort());
    for (const queue of queues) expect((queue.area === null) === (queue.areaId === null)).toBe(true);
    expect(
      queues
        .filter(({ kind }) => kind !== 'area')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['fib', 'force_spoc']);
  });

  it('cannot be two for one area, nor two FIB, nor an area queue without its area', async () => {
    const area = await db.area.findFirstOrThrow({ where: { code: 'COV' } });
    const queue = (change: object) =>
      db.queue.create({
        data: {
          id: randomUUID(),
          code: 'another',
          name: 'Another',
          kind: 'area',
          areaId: area.id,
          ...change,
        },
      });
    await expect(queue({})).rejects.toThrow();
    await expect(queue({ kind: 'fib', areaId: null })).rejects.toThrow();
    await expect(queue({ kind: 'force_spoc', areaId: null })).rejects.toThrow();
    await expect(queue({ areaId: null })).rejects.toThrow();
    await expect(queue({ kind: 'fib' })).rejects.toThrow();
  });
});
