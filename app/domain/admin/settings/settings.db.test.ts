import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { rootPath } from '#app/portal.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { jobsFor } from '#tests/factories/jobs.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs } from '#tests/factories/queued-jobs.ts';
import { beginSettings } from '../../force/begin-settings.server.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId } from '../../kernel/id.ts';
import { changedOnScreen, loadForcePack } from '../load-force-pack.server.ts';
import { readForcePack } from '../read-force-pack.ts';
import { changeSetting, type SettingChange } from './change-setting.server.ts';
import { decideSetting } from './decide-setting.server.ts';
import { readSetting, readSettingChange, readSettings } from './read-settings.server.ts';
import { allOfPack, newRow } from './setting-rows.ts';

const database = await testDatabase();
const { db } = database;
const first = await makeCtx(database, { email: 'administrator@police.example' });
await db.account.create({
  data: {
    id: newId<'Account'>(),
    email: 'second.administrator@police.example',
    displayName: 'Second Example',
    side: 'police',
    status: 'active',
    passwordHash: 'x',
    createdAt: new Date(),
    accountRoles: { create: { id: randomUUID(), role: 'administrator', source: 'demonstration' } },
  },
});
const second = await makeCtx(database, { email: 'second.administrator@police.example' });
const officer = await makeCtx(database, { email: 'fib.officer@police.example' });

const inForce = () => currentForce(db, { packHash: null });
const today = '2016-01-18';
const helpline = {
  part: 'signposts',
  name: 'Example Helpline',
  phone: '0800 0000',
  text: 'All day',
  url: null,
} as const;
const faster = { part: 'clocks', first_seen: 30, assessed: 240, answered: 1440, acknowledged: 60 } as const;
/** As the page shows it now. */
const change = async (
  input: Omit<SettingChange, 'expectedVersion' | 'from'> & { from?: string },
  who = first,
) => {
  const { version } = await readSetting(first, input);
  return changeSetting(who, { from: today, expectedVersion: version, ...input });
};
const waiting = async () => (await db.forceSetting.findFirstOrThrow({ where: { decision: null } })).id;
const eventsOf = async (type: string) => (await db.auditEvent.findMany({ where: { type } })).length;

describe('the settings of the force', () => {
  it('are read and changed by administrators alone, and hold at once', async () => {
    await expect(readSettings(officer)).rejects.toThrow(NotFound);
    const added = { part: 'signposts', code: newRow, row: helpline } as const;
    await expect(changeSetting(officer, { ...added, from: today, expectedVersion: 0 })).rejects.toThrow(
      NotFound,
    );
    const before = (await inForce()).signposts;
    expect(await change(added)).toBe('holds');
    expect((await inForce()).signposts).toEqual([
      ...before,
      { code: 'example-helpline', name: 'Example Helpline', phone: '0800 0000', text: 'All day', url: null },
    ]);
    expect(await eventsOf('setting.changed')).toBe(1);
    expect(await eventsOf('setting.began')).toBe(1);
    expect(await change({ part: 'signposts', code: 'example-helpline', row: null })).toBe('holds');
    expect((await inForce()).signposts).toEqual(before);
  });

  it('go back to the pack’s as a change of their own, which takes two where each change of them does', async () => {
    const { signposts, clocks } = await inForce();
    const back = { code: allOfPack, row: null };
    await expect(change({ part: 'signposts', ...back })).rejects.toThrow('Nothing is changed yet');
    const [gone = { code: '' }] = signposts;
    await change({ part: 'signposts', code: gone.code, row: null });
    await change({ part: 'signposts', code: newRow, row: helpline });
    const { parts } = await readSettings(first);
    expect(parts.flatMap(({ part, asInPack }) => (asInPack ? [] : [part]))).toEqual(['signposts']);
    const { back: rows } = await readSetting(first, { part: 'signposts', code: allOfPack });
    expect(rows?.map(({ code, was, is }) => [code, was === null, is === null])).toEqual([
      ['example-helpline', false, true],
      [gone.code, true, false],
    ]);
    expect(await change({ part: 'signposts', ...back })).toBe('holds');
    expect((await inForce()).signposts).toEqual(signposts);

    await change({ part: 'clocks', code: 'high', row: faster });
    await decideSetting(second, { changeId: await waiting(), decision: 'approved', reason: '' });
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(30);
    expect(await change({ part: 'clocks', ...back })).toBe('asked');
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(30);
    await decideSetting(second, { changeId: await waiting(), decision: 'approved', reason: '' });
    expect((await inForce()).clocks).toEqual(clocks);
    await clearJobs(db);
  });

  it('tell the second of two who change one part, whatever row, and keep both versions', async () => {
    const { version: expectedVersion } = await readSetting(first, { part: 'recipients', code: newRow });
    const row = { part: 'recipients', kind: 'other_agency', name: 'Example Agency', post: 'Intake' } as const;
    const both = [first, second].map((who) =>
      changeSetting(who, { part: 'recipients', code: newRow, row, from: today, expectedVersion }),
    );
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find((end) => end.status === 'rejected')?.reason).toBeInstanceOf(Conflict);
  });

  it('refuse what the pack itself could not say, a day that is past and a change of nothing', async () => {
    const border = {
      part: 'recipients',
      kind: 'other_agency',
      name: 'Border Force',
      post: 'Intake',
    } as const;
    await expect(change({ part: 'recipients', code: newRow, row: border })).rejects.toThrow(Invalid);
    const { row } = await readSetting(first, { part: 'escalation', code: 'deputy' });
    await expect(change({ part: 'escalation', code: 'deputy', row: null })).rejects.toThrow(Invalid);
    await expect(change({ part: 'escalation', code: 'deputy', row })).rejects.toThrow(
      'Nothing is changed yet',
    );
    const yesterday = { part: 'clocks', code: 'high', row: faster, from: '2016-01-17' } as const;
    await expect(change(yesterday)).rejects.toThrow(Invalid);
  });

  it('take a second administrator for clocks and alert steps, in the database too', async () => {
    expect(await change({ part: 'clocks', code: 'high', row: faster })).toBe('asked');
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(60);
    expect(await jobsFor(database, second.actor.accountId)).toEqual(['send-mail']);
    await expect(change({ part: 'clocks', code: 'low', row: faster })).rejects.toThrow(/decided first/);
    const changeId = await waiting();
    await expect(decideSetting(first, { changeId, decision: 'approved', reason: '' })).rejects.toThrow(
      Forbidden,
    );
    await expect(
      db.forceSetting.update({
        where: { id: changeId },
        data: { decision: 'approved', decidedBy: first.actor.accountId, decidedAt: testNow },
      }),
    ).rejects.toThrow(/force_setting_by_two/);
    await expect(decideSetting(second, { changeId, decision: 'refused', reason: ' ' })).rejects.toThrow(
      Invalid,
    );
    await decideSetting(second, { changeId, decision: 'approved', reason: '' });
    expect((await inForce()).clocks.high.first_seen).toEqual({ minutes: 30, basis: 'wall' });
    const seen = await readSettingChange(second, { changeId });
    expect(
      [seen.before, seen.after].map((rows) => rows.find(({ code }) => code === 'high')?.row),
    ).toMatchObject([{ first_seen: 60 }, { first_seen: 30 }]);
    await expect(decideSetting(second, { changeId, decision: 'approved', reason: '' })).rejects.toThrow(
      Conflict,
    );
    await expect(db.forceSetting.delete({ where: { id: changeId } })).rejects.toThrow(/never changed/);
  });

  it('hold from their day on, and none before one that was approved', async () => {
    const row = { part: 'clocks', first_seen: 45, assessed: 240, answered: 1440, acknowledged: 60 } as const;
    await change({ part: 'clocks', code: 'high', row, from: '2016-02-01' });
    const changeId = await waiting();
    await decideSetting(second, { changeId, decision: 'approved', reason: '' });
    const system = (at: string) => ({ ...makeSystemCtx(database, {}), clock: fixedClock(new Date(at)) });
    await beginSettings(system('2016-01-31T12:00:00Z'));
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(30);
    await expect(change({ part: 'clocks', code: 'high', row: faster, from: '2016-01-20' })).rejects.toThrow(
      Invalid,
    );
    await beginSettings(system('2016-02-01T00:00:00Z'));
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(45);
  });

  it('stay when a pack is loaded, which says what it left', async () => {
    const pack = await readForcePack(rootPath('prisma/packs/west-midlands-2015'));
    expect(
      await loadForcePack({ ...first, db }, { ...pack, history: [...pack.history, 'Another line.'] }),
    ).toBe('loaded');
    expect((await inForce()).clocks.high.first_seen.minutes).toBe(45);
    expect(await changedOnScreen(db, pack)).toEqual(['recipients', 'clocks']);
    const { changes } = await readSettings(first);
    expect(changes.map(({ part, version, own }) => `${part} ${version} ${own}`)).toContain('clocks 2 true');
  });
});
