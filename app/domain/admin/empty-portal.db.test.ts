import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '#tests/factories/empty-database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createClient } from '#app/platform/db/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { publishFormVersions } from '../form/publish-form-versions.server.ts';
import { publishedDefinitions } from '#tests/factories/published-forms.ts';
import { readForcePack } from './read-force-pack.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { freeSpaceIn, readiness } from './readiness.server.ts';
import { refuseDemonstrationAccounts } from './refuse-demonstration-accounts.server.ts';

const database = await emptyDatabase();
const { db } = database;
const ctx = makeSystemCtx(database, { clock: systemClock });
const pack = await readForcePack('prisma/packs/west-midlands-2015');

describe('a portal without a force pack', () => {
  it('is not ready, says what it lacks, and routes nothing by guess', async () => {
    expect(await readiness(db, null)).toEqual(['force pack', 'routing rules', 'form version']);
    await expect(currentForce(db, { packHash: null })).rejects.toThrow('No force pack is loaded');
    await expect(transaction(db, (tx) => currentRules(tx))).rejects.toThrow('No routing rules are published');
  });

  it('has no demonstration accounts, so real work may start', async () => {
    await expect(refuseDemonstrationAccounts(db)).resolves.toBeUndefined();
  });

  it('publishes every version of the form once, and refuses one that is published with another content', async () => {
    const forms = () => db.formVersion.findMany({ orderBy: { version: 'asc' } });
    const differing = transaction(db, async (tx) => {
      const [first] = publishedDefinitions;
      const agreed = { agreedOn: new Date(0), agreedWith: 'Nobody', publishedAt: new Date(0) };
      await tx.formVersion.create({
        data: { version: first.version, definition: {}, definitionHash: 'another', meanings: {}, ...agreed },
      });
      await publishFormVersions(tx, pack, systemClock.now());
    });
    await expect(differing).rejects.toThrow(
      'Form version 1 is published and differs from this pack: publish a new version instead.',
    );
    expect(await forms()).toEqual([]);

    const otherMeaning = transaction(db, async (tx) => {
      await publishFormVersions(tx, pack, systemClock.now());
      const forms = pack.forms.map(({ definition }) => ({ definition, meanings: {} }));
      await publishFormVersions(tx, { ...pack, forms }, systemClock.now());
    });
    await expect(otherMeaning).rejects.toThrow('its questions mean something else in this pack');
    expect(await forms()).toEqual([]);

    const onlyProposed = transaction(db, async (tx) => {
      const [first] = structuredClone(pack.forms);
      delete first!.definition.agreed;
      const open = { forms: [first!], formAgreements: [] };
      await publishFormVersions(tx, { ...open, formAgreements: pack.formAgreements }, systemClock.now());
      await publishFormVersions(tx, open, systemClock.now());
    });
    await expect(onlyProposed).rejects.toThrow(
      'Form version 1 is published, and this pack only proposes it.',
    );

    await transaction(db, (tx) => publishFormVersions(tx, pack, systemClock.now()));
    const published = await forms();
    expect(published.map(({ version }) => version)).toEqual(
      publishedDefinitions.map(({ version }) => version),
    );
    await transaction(db, (tx) => publishFormVersions(tx, pack, systemClock.now()));
    expect(await forms()).toEqual(published);
  });

  it('is ready once the pack is loaded', async () => {
    expect(await loadForcePack(ctx, pack)).toBe('loaded');
    expect(await readiness(db, null)).toEqual([]);
    expect((await currentForce(db, { packHash: null })).code).toBe('west-midlands-2015');
    const rules = await transaction(db, (tx) => currentRules(tx));
    expect(rules.version).toBe(pack.routing.version);
  });

  it('is not ready where its disk is nearly full, or where the database can only be read', async () => {
    // A crowd that asks costs no more than one.
    let looked = 0;
    const fullDisk = () => Promise.resolve(1024 + looked++);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => readiness(db, fullDisk)));
    expect([looked, new Set(crowd.flat())]).toEqual([1, new Set(['disk space'])]);
    expect(await readiness(db, freeSpaceIn('.'))).toEqual([]);
    // As a standby says it: everything can be read there, and nothing written.
    const standby = new Proxy(db, {
      get: (target, name) =>
        name === '$executeRaw'
          ? () => Promise.reject(Object.assign(new Error('read only'), { code: '25006' }))
          : (Reflect.get(target, name) as unknown),
    });
    expect(await readiness(standby, null)).toEqual(['database']);
  });
});

it('a portal whose database does not answer is not ready, and says so without throwing', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 2000 });
  afterAll(() => pool.end());
  expect(await readiness(createClient(pool), null)).toEqual(['database']);
});
