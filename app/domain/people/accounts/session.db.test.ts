import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx } from '#tests/factories/public-ctx.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { demonstrationPassword } from './password.ts';
import { resolveSession, signOut } from './session.server.ts';
import { setAccountStatus } from '../../admin/set-account-status.server.ts';
import { signIn } from './sign-in.server.ts';

const database = await testDatabase();
const { db } = database;
const start = new Date('2026-02-03T10:00:00Z');
const clock = fixedClock(start);
// The portal's own calendar stands still: sessions never follow it.
const ctx = makePublicCtx(database, { realTime: clock });
const minutes = (count: number) => count * 60_000;

beforeEach(async () => {
  clock.set(start);
  await db.rateLimit.deleteMany();
});

const opened = async (sharedComputer = false, email = 'robin@harbour-trust.example'): Promise<string> =>
  (
    await signIn(ctx, {
      email,
      password: demonstrationPassword,
      sharedComputer,
      address: '192.0.2.1',
      previousToken: null,
      device: null,
      userAgent: '',
    })
  ).token;
const stored = (token: string) => db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });

describe('a session', () => {
  it('stands for its account with organisation and roles', async () => {
    const token = await opened(false, 'lee@harbour-trust.example');
    const { actor } = await makeCtx(database, { email: 'lee@harbour-trust.example' });
    const found = await resolveSession(ctx, token);
    expect(found).toMatchObject({
      ...actor,
      sessionId: (await stored(token)).id,
      roles: expect.arrayContaining(actor.roles) as unknown,
    });
    expect(found?.roles).toHaveLength(2);
  });

  it('is nobody’s with an unknown token, nothing, or the hash that the database holds', async () => {
    const token = await opened();
    const { tokenHash } = await stored(token);
    const guesses = [
      newToken(),
      '',
      Buffer.from(tokenHash).toString('base64url'),
      Buffer.from(tokenHash).toString('latin1'),
      token.toLowerCase(),
      `${token} `,
    ];
    for (const guess of guesses) expect(await resolveSession(ctx, guess)).toBeNull();
  });

  it('is not renewed by a page that asks by itself', async () => {
    const token = await opened();
    const before = await stored(token);
    clock.advance(minutes(29));
    expect(await resolveSession(ctx, token, { background: true })).not.toBeNull();
    expect(await stored(token)).toEqual(before);
    clock.advance(minutes(1));
    expect(await resolveSession(ctx, token, { background: true })).toBeNull();
  });

  it('ends after thirty minutes without use, and goes on while it is used', async () => {
    const token = await opened();
    for (let turn = 0; turn < 3; turn += 1) {
      clock.advance(minutes(29));
      expect(await resolveSession(ctx, token)).not.toBeNull();
    }
    clock.advance(minutes(30) - 1);
    expect(await resolveSession(ctx, token)).not.toBeNull();
    clock.advance(minutes(30));
    expect(await resolveSession(ctx, token)).toBeNull();
    clock.set(start);
    clock.advance(minutes(3 * 29 + 60));
    expect(await resolveSession(ctx, token)).toBeNull();
  });

  it('ends after twelve hours however much it is used, and after two on a shared computer', async () => {
    for (const [shared, hours, step] of [
      [false, 12, 20],
      [true, 2, 9],
    ] as const) {
      clock.set(start);
      const token = await opened(shared);
      let used = 0;
      for (; used + step < hours * 60; used += step) {
        clock.advance(minutes(step));
        expect(await resolveSession(ctx, token)).not.toBeNull();
      }
      clock.set(new Date(start.getTime() + minutes(hours * 60) - 1));
      expect(await resolveSession(ctx, token)).not.toBeNull();
      clock.advance(1);
      expect(await resolveSession(ctx, token)).toBeNull();
    }
  });

  it('ends after ten minutes without use on a shared computer', async () => {
    const token = await opened(true);
    clock.advance(minutes(10) - 1);
    expect(await resolveSession(ctx, token)).not.toBeNull();
    clock.advance(minutes(10));
    expect(await resolveSession(ctx, token)).toBeNull();
  });

  it('is written to at most once a minute', async () => {
    const token = await opened();
    const touchedAfter = async (milliseconds: number) => {
      clock.advance(milliseconds);
      await resolveSession(ctx, token);
      return (await stored(token)).lastSeenAt.getTime() - start.getTime();
    };
    expect(await touchedAfter(minutes(1) - 1)).toBe(0);
    expect(await touchedAfter(1)).toBe(minutes(1));
    expect(await touchedAfter(1)).toBe(minutes(1));
    expect(await touchedAfter(minutes(1) - 2)).toBe(minutes(1));
    expect(await touchedAfter(1)).toBe(minutes(2));
  });

  it('is not brought back by being used after its end', async () => {
    const token = await opened();
    clock.advance(minutes(31));
    await resolveSession(ctx, token);
    expect((await stored(token)).lastSeenAt).toEqual(start);
  });
});

describe('signing out', () => {
  it('ends this session and no other, and records it', async () => {
    const [here, there] = [await opened(), await opened()];
    const actor = await resolveSession(ctx, here);
    await signOut({ ...ctx, actor: actor! });
    expect(await resolveSession(ctx, here)).toBeNull();
    expect(await resolveSession(ctx, there)).not.toBeNull();
    const event = await db.auditEvent.findFirst({
      where: { type: 'account.signed_out' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({
      actorId: actor?.accountId,
      sessionId: actor?.sessionId,
      subjectId: actor?.sessionId,
    });
  });

  it('does nothing where there is no session', async () => {
    const before = await db.auditEvent.count();
    await signOut(await makeCtx(database, { email: 'robin@harbour-trust.example' }));
    expect(await db.auditEvent.count()).toBe(before);
  });
});

describe('an account or organisation that is suspended', () => {
  it('has no sessions from that moment, and restoring the account does not bring them back', async () => {
    const token = await opened(false, 'sam@lantern-project.example');
    const actor = await resolveSession(ctx, token);
    const administrator = await makeCtx(database, { email: 'administrator@police.example', realTime: clock });
    const accountId = actor!.accountId;
    const shown = await shownAccount(db, accountId);
    await setAccountStatus(administrator, { ...shown, to: 'suspended', reason: 'A test' });
    expect(await resolveSession(ctx, token)).toBeNull();
    const suspended = await shownAccount(db, accountId);
    await setAccountStatus(administrator, { ...suspended, to: 'active', reason: 'A test' });
    expect(await resolveSession(ctx, token)).toBeNull();
  });

  it('is of a suspended organisation, and shuts out every member of a closed one', async () => {
    const token = await opened(false, 'jo@bridge-charity.example');
    const set = (status: OrganisationStatus) =>
      db.organisation.update({ where: { name: 'Specimen Bridge Charity' }, data: { status } });
    expect(await resolveSession(ctx, token)).toMatchObject({ suspended: false });
    await set('suspended');
    expect(await resolveSession(ctx, token)).toMatchObject({ suspended: true });
    await set('closed');
    expect(await resolveSession(ctx, token)).toBeNull();
    expect(await resolveSession(ctx, await opened(false, 'fib.officer@police.example'))).not.toBeNull();
  });

  it('is shut out even where its sessions were left open', async () => {
    const token = await opened(false, 'kit@lantern-project.example');
    await db.account.update({
      where: { email: 'kit@lantern-project.example' },
      data: { status: 'suspended' },
    });
    expect(await resolveSession(ctx, token)).toBeNull();
  });

  it('has its roles read anew with each request', async () => {
    const token = await opened(false, 'nat@fair-work-centre.example');
    const { accountId } = (await resolveSession(ctx, token))!;
    await transaction(db, async (tx) => {
      await tx.accountRole.deleteMany({ where: { accountId, role: 'partner_lead' } });
      await record(tx, ctx, {
        type: 'account.roles_changed',
        data: { roles: ['reporter'] },
        subject: { type: 'account', id: accountId },
      });
    });
    expect((await resolveSession(ctx, token))?.roles).toEqual([{ role: 'reporter', areaId: null }]);
  });
});
