import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { demonstrationPassword } from './password.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, RateLimited } from '../../kernel/failures.ts';
import { changePassword } from './change-password.server.ts';
import { endOwnSessions, ownSessions } from './own-sessions.server.ts';
import { resolveSession } from './session.server.ts';
import { signIn } from './sign-in.server.ts';

const database = await testDatabase();
const { db } = database;
const ctx = makePublicCtx(database);
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0';
const password = 'five green lanterns';

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await clearJobs(db);
});

/** Signs in, and gives the session as a page has it. */
async function opened(email: string, given = demonstrationPassword): Promise<Ctx & { token: string }> {
  const { token } = await signIn(ctx, {
    email,
    password: given,
    sharedComputer: false,
    address: '192.0.2.1',
    previousToken: null,
    device: null,
    userAgent: firefox,
  });
  return { ...ctx, actor: (await resolveSession(ctx, token))!, token };
}
const isOpen = async ({ token }: { token: string }) => (await resolveSession(ctx, token)) !== null;

describe('changing one’s password', () => {
  it('takes the current one, ends every other session, tells the owner and is recorded', async () => {
    const email = 'robin@harbour-trust.example';
    const [here, there] = [await opened(email), await opened(email)];
    const stranger = await opened('lee@harbour-trust.example');
    await clearJobs(db);
    await changePassword(here, { current: demonstrationPassword, password });
    expect(await Promise.all([here, there, stranger].map(isOpen))).toEqual([true, false, true]);
    await expect(opened(email)).rejects.toBeInstanceOf(Invalid);
    const { accountId } = here.actor;
    expect(await queuedJobs(db)).toMatchObject([{ data: { kind: 'password-changed', accountId } }]);
    await opened(email, password);
    expect(
      await db.auditEvent.findFirst({ where: { type: 'account.password_set' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({ data: { by: 'change' }, actorId: accountId, subjectId: accountId });
  });

  it('is refused with a wrong one, which is recorded, and with a new one that is none', async () => {
    const here = await opened('sam@lantern-project.example');
    const refusal = (current: string, given: string) =>
      changePassword(here, { current, password: given }).catch((failure: unknown) =>
        failure instanceof Invalid ? Object.keys(failure.fieldErrors) : failure,
      );
    expect(await refusal('not this one at all', password)).toEqual(['currentPassword']);
    expect(await refusal(demonstrationPassword, demonstrationPassword)).toEqual(['password']);
    expect(await refusal(demonstrationPassword, 'short')).toEqual(['password']);
    expect(
      await db.auditEvent.count({
        where: { type: 'account.password_change_refused', actorId: here.actor.accountId },
      }),
    ).toBe(1);
    for (let turn = 0; turn < 10; turn += 1) await refusal('not this one at all', password);
    expect(await refusal(demonstrationPassword, password)).toBeInstanceOf(RateLimited);
    expect(await isOpen(here)).toBe(true);
  });
});

describe('the list of one’s sessions', () => {
  it('shows those that are open, this one first, each by its browser and system', async () => {
    const email = 'kit@lantern-project.example';
    const [there, here] = [await opened(email), await opened(email)];
    await opened('lee@harbour-trust.example');
    const list = await ownSessions(here);
    expect(list.map(({ id }) => id)).toEqual([here.actor.sessionId, there.actor.sessionId]);
    expect(list.map((session) => session.here)).toEqual([true, false]);
    expect(list[0]).toMatchObject({ browser: 'Firefox', operatingSystem: 'Linux', sharedComputer: false });
  });

  it('ends one, or all others, never this one nor anybody else’s', async () => {
    const email = 'jo@bridge-charity.example';
    const [here, one, other] = [await opened(email), await opened(email), await opened(email)];
    const stranger = await opened('lee@harbour-trust.example');
    const states = () => Promise.all([here, one, other, stranger].map(isOpen));
    await endOwnSessions(here, { id: stranger.actor.sessionId! });
    await endOwnSessions(here, { id: here.actor.sessionId! });
    expect(await states()).toEqual([true, true, true, true]);
    await endOwnSessions(here, { id: one.actor.sessionId! });
    expect(await states()).toEqual([true, false, true, true]);
    await endOwnSessions(here, 'others');
    expect(await states()).toEqual([true, false, false, true]);
    const ended = await db.auditEvent.findMany({ where: { type: 'account.sessions_ended' } });
    expect(ended.map(({ data, actorId }) => ({ data, actorId }))).toEqual(
      Array(2).fill({ data: { sessions: 1 }, actorId: here.actor.accountId }),
    );
  });
});
