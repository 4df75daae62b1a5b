import { expect, it, vi } from 'vitest';
import { newToken } from '#app/platform/crypto/token.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { demonstrationPassword } from '../people/accounts/password.ts';
import { loadForcePack } from './load-force-pack.server.ts';
import { readForcePack } from './read-force-pack.ts';

const database = await testDatabase();
const { db } = database;
const email = 'robin@harbour-trust.example';

/** What another instance of the portal on the same database runs: the same code with a memory of its own. */
async function otherInstance() {
  vi.resetModules();
  const { currentForce } = await import('../force/current-force.server.ts');
  const { resolveSession } = await import('../people/accounts/session.server.ts');
  const { signIn } = await import('../people/accounts/sign-in.server.ts');
  const factory = await import('#tests/factories/submitted.ts');
  return { currentForce, resolveSession, signIn, submitted: factory.submitted };
}

it('follows what was published on another instance, though it holds the rules and the pack of before', async () => {
  const pack = await readForcePack('prisma/packs/west-midlands-2015');
  const other = await otherInstance();
  const publicCtx = makePublicCtx(database);
  const { token } = await other.signIn(publicCtx, {
    email,
    password: demonstrationPassword,
    sharedComputer: false,
    address: '192.0.2.1',
    previousToken: null,
    device: newToken(),
    userAgent: '',
  });
  const request = async () => {
    const session = await other.resolveSession(publicCtx, token);
    if (!session) throw new Error('The session is over');
    const ctx = { ...(await makeCtx(database, { email })), packHash: session.packHash };
    return { ctx, force: await other.currentForce(db, ctx), session };
  };
  const routedBy = async (id: string) =>
    (await db.submission.findUniqueOrThrow({ where: { id } })).routingVersion;
  const before = await request();
  expect(await routedBy(await other.submitted(before.ctx))).toBe(pack.routing.version);
  expect(before.force.drafts.expireAfterDays).toBe(28);

  await loadForcePack(makeSystemCtx(database), {
    ...pack,
    drafts: { expireAfterDays: 14 },
    sessions: { ...pack.sessions, idleMinutes: pack.sessions.idleMinutes + 5 },
    routing: { ...pack.routing, version: pack.routing.version + 1 },
  });

  const after = await request();
  expect(await routedBy(await other.submitted(after.ctx))).toBe(pack.routing.version + 1);
  expect(await routedBy(await submitted(await makeCtx(database, { email })))).toBe(pack.routing.version + 1);
  expect(after.force.drafts.expireAfterDays).toBe(14);
  expect(after.session.sessionEnd.inMs - before.session.sessionEnd.inMs).toBe(5 * 60_000);
  await db.account.update({ where: { email }, data: { status: 'suspended' } });
  await expect(request()).rejects.toThrow('The session is over');
});
