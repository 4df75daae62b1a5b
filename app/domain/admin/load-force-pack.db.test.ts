import { describe, expect, it } from 'vitest';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { testNow, makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { readForcePack } from './read-force-pack.ts';
import type { ForcePack } from './pack-schema.ts';
import { currentForce } from '../force/current-force.server.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { demonstrationStart, portalClock, startDemonstrationClock } from '../force/portal-clock.server.ts';
import { prepareDemonstration } from './prepare-demonstration.server.ts';
import { refuseDemonstrationAccounts } from './refuse-demonstration-accounts.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const packDirectory = 'prisma/packs/west-midlands-2015';
const pack = await readForcePack(packDirectory);
const ctx = { ...makeSystemCtx(database, { clock: fixedClock(testNow) }), system: 'Command test' };
const load = (changed: ForcePack) => loadForcePack(ctx, changed);

const filled = [
  'force_pack',
  'area',
  'postcode_rule',
  'queue',
  'plan',
  'plan_item',
  'plan_step',
  'plan_responsible_role',
  'plan_strategic_link',
  'plan_evidence',
  'plan_event',
  'routing_rule_set',
  'form_version',
  'organisation',
  'organisation_site',
  'account',
  'account_role',
  'duty_list_entry',
  'setting',
  'audit_event',
];

/** A fingerprint of every row of these tables. */
async function fingerprint(tables = filled): Promise<unknown> {
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*)::int AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS content FROM ${table} AS t`,
  );
  return (await pool.query(parts.join(' UNION ALL '))).rows;
}

describe('loading the force pack', () => {
  it('again changes nothing, byte for byte, and leaves no event', async () => {
    const before = await fingerprint();
    expect(await load(pack)).toBe('unchanged');
    expect(await load(structuredClone(pack))).toBe('unchanged');
    expect(await fingerprint()).toEqual(before);
  });

  it('again with the demonstration’s people changes nothing', async () => {
    const before = await fingerprint();
    await prepareDemonstration({
      db,
      realTime: fixedClock(new Date('2030-01-01T00:00:00Z')),
      packDirectory,
      keyring: makeKeyring(exampleKey),
      withYear: false,
    });
    expect(await fingerprint()).toEqual(before);
  });

  it('refuses rules that differ under a published version, and takes nothing else of that pack', async () => {
    const before = await fingerprint();
    const [first, ...others] = pack.routing.rules;
    const changed: ForcePack = {
      ...pack,
      areas: pack.areas.map((area) => ({ ...area, name: `${area.name} renamed` })),
      routing: { ...pack.routing, rules: [{ ...first!, reason: 'Another reason.' }, ...others] },
    };
    await expect(load(changed)).rejects.toThrow(
      `Routing rules version ${pack.routing.version} are published and differ from the pack: give the pack's rules the next version.`,
    );
    expect(await fingerprint()).toEqual(before);
  });

  it('takes changed settings and names, keeps every id, and records which pack it was', async () => {
    const ids = async () =>
      (await db.area.findMany({ orderBy: { code: 'asc' } })).map(({ id, code }) => [id, code]);
    const before = await ids();
    const changed: ForcePack = {
      ...pack,
      drafts: { expireAfterDays: 14 },
      areas: pack.areas.map((area) =>
        area.code === 'COV' ? { ...area, name: 'Coventry and around' } : area,
      ),
    };
    expect(await load(changed)).toBe('loaded');
    expect(await ids()).toEqual(before);
    expect((await db.area.findUniqueOrThrow({ where: { code: 'COV' } })).name).toBe('Coventry and around');
    expect((await currentForce(db, { packHash: null })).drafts.expireAfterDays).toBe(14);
    const { contentHash } = await db.forcePack.findUniqueOrThrow({ where: { code: pack.code } });
    const [event] = await db.auditEvent.findMany({
      where: { type: 'pack.loaded' },
      orderBy: { id: 'desc' },
      take: 1,
    });
    expect(event).toMatchObject({ actorLabel: 'Command test', data: { pack: pack.code, hash: contentHash } });
    expect(await load(pack)).toBe('loaded');
    expect((await currentForce(db, { packHash: null })).drafts.expireAfterDays).toBe(28);
  });

  describe('whose rules keep reports', () => {
    const { retention } = pack;
    const [first, second, ...others] = retention.reports;
    if (!first || !second) throw new Error('The pack has rules of retention');
    const keeping = (...reports: (typeof first)[]): ForcePack => ({
      ...pack,
      retention: { ...retention, reports },
    });
    const longer = keeping({ ...first, months: first.months + 1, why: 'In other words.' }, second, ...others);

    it.each<[string, ForcePack]>([
      ['fewer months', keeping({ ...first, months: first.months - 1 }, second, ...others)],
      ['going where they were looked at', keeping(first, { ...second, then: 'dispose' }, ...others)],
      ['another order', keeping(second, first, ...others)],
      ['a rule less', keeping(first, ...others)],
      [
        'a rule more',
        keeping(first, { ...second, code: 'more', when: { outcomes: ['used'] } }, second, ...others),
      ],
      ['holding of others', keeping({ ...first, when: { statuses: ['closed'] } }, second, ...others)],
    ])('may not keep them shorter by itself: %s', async (_, changed) => {
      await expect(load(changed)).rejects.toThrow('npm run load-pack -- shorter-retention');
    });

    it('keeps them longer at once, and shorter where the owner of the database agreed within the hour', async () => {
      expect(await load(longer)).toBe('loaded');
      await expect(load(pack)).rejects.toThrow('shorter-retention');
      const agree = (at: string) =>
        pool.query(`BEGIN; SET LOCAL ROLE NONE; INSERT INTO retention_agreed
          VALUES (md5(('${JSON.stringify(retention.reports).replaceAll("'", "''")}'::jsonb)::text), ${at}); COMMIT`);
      await agree(`now() - interval '61 minutes'`);
      await expect(load(pack)).rejects.toThrow('shorter-retention');
      await agree('now()');
      expect(await load(pack)).toBe('loaded');
      expect(await db.auditEvent.count({ where: { type: 'retention.shortened' } })).toBe(1);
    });

    it('may not be gone round by whoever writes as the portal', async () => {
      const short = `'{"retention": {"reports": [{"code": "all", "when": {}, "months": 1, "then": "dispose"}]}}'`;
      const add = (on: string) => `INSERT INTO force_pack VALUES ('other', ${short}, 'x', ${on})`;
      await asOwner(pool, async (client) => {
        await client.query('SET LOCAL ROLE portal_app');
        for (const sql of [
          `UPDATE force_pack SET content = jsonb_set(content, '{retention,reports,0,months}', '1')`,
          `UPDATE force_pack SET content = content - 'retention'`,
          add(`'2100-01-01'`),
          `INSERT INTO retention_agreed VALUES ('x')`,
          'DELETE FROM force_pack',
        ])
          expect([sql, await refusalOf(client, sql)]).toEqual([
            sql,
            expect.stringMatching(/the owner of the database agrees|permission denied/),
          ]);
        await client.query(add(`'2000-01-01'`));
        for (const sql of [
          `UPDATE force_pack SET loaded_at = '2100-01-01' WHERE code = 'other'`,
          `UPDATE force_pack SET loaded_at = '1999-01-01' WHERE code <> 'other'`,
          `UPDATE force_pack SET code = 'former', loaded_at = '1999-01-01' WHERE code <> 'other'`,
        ])
          expect([sql, await refusalOf(client, sql)]).toEqual([
            sql,
            expect.stringContaining('the owner of the database agrees'),
          ]);
      });
    });
  });

  it('publishes rules under the next version, by which new reports are routed while old ones keep theirs', async () => {
    const robin = await makeCtx(database, { email: 'robin@harbour-trust.example' });
    const old = await submitted(robin);
    const rules = pack.routing.rules.map((rule) =>
      rule.code === 'everything-else'
        ? { ...rule, then: { primary: { kind: 'force_spoc' as const } }, reason: 'The force SPOC takes it.' }
        : rule,
    );
    expect(
      await load({ ...pack, routing: { ...pack.routing, version: pack.routing.version + 1, rules } }),
    ).toBe('loaded');
    const newer = await submitted(robin);
    const routing = async (id: string) => {
      const { routingVersion, routingReason, primaryQueue } = await db.submission.findUniqueOrThrow({
        where: { id },
        include: { primaryQueue: true },
      });
      return [routingVersion, primaryQueue.code, routingReason];
    };
    expect(await routing(newer)).toEqual([
      pack.routing.version + 1,
      'force-spoc',
      'The force SPOC takes it.',
    ]);
    expect(await routing(old)).toEqual([pack.routing.version, 'fib', expect.any(String)]);
    // Beside that of the reports before: the pack brings each version that it ever had.
    expect(await db.routingRuleSet.count()).toBe(pack.routing.version + 1);
  });
});

describe('the demonstration', () => {
  it('is refused where real work is to run, even when its accounts are suspended', async () => {
    const refused = /^This database has \d+ demonstration accounts with a known password/;
    await expect(refuseDemonstrationAccounts(db)).rejects.toThrow(refused);
    await db.account.updateMany({ data: { status: 'suspended' } });
    await expect(refuseDemonstrationAccounts(db)).rejects.toThrow(refused);
    await db.account.updateMany({ data: { status: 'active' } });
  });

  it('starts its clock on Monday 18 January 2016, and runs on from there over restarts', async () => {
    await db.setting.deleteMany({ where: { key: 'demonstration_clock' } });
    const realTime = fixedClock(new Date('2026-02-03T10:00:00Z'));
    expect((await portalClock(db, realTime)).now()).toEqual(realTime.now());
    await startDemonstrationClock(db, realTime);
    expect((await portalClock(db, realTime)).now()).toEqual(demonstrationStart);
    expect(demonstrationStart.toISOString()).toBe('2016-01-18T09:00:00.000Z');

    const running = await portalClock(db, realTime);
    realTime.advance(3 * 24 * 60 * 60_000);
    expect(running.now().toISOString()).toBe('2016-01-21T09:00:00.000Z');
    await startDemonstrationClock(db, realTime);
    expect((await portalClock(db, realTime)).now().toISOString()).toBe('2016-01-21T09:00:00.000Z');
  });
});
