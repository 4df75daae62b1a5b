import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type * as Server from '#app/server.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { createLog } from '#app/platform/log.ts';
import type { Locale } from '#app/messages/words.ts';
import { testNow } from './ctx.ts';
import type { DatabaseSource } from '#app/platform/db/open-database.ts';
import { testDatabaseSource } from './database.ts';
import { openClient, type Client } from './client.ts';

export type TestPortal = Server.Portal & {
  origin: string;
  /** The portal's answer to any request, as its server gives it. */
  handle: Awaited<ReturnType<typeof Server.createPortal>>['handle'];
  /** What each of its routes says of itself. */
  site: Awaited<ReturnType<typeof Server.createPortal>>['site'];
  /** Every line that was logged so far. */
  logged: string[];
  /** A browser without scripts: keeps cookies, follows nothing by itself, has a network address of its own. */
  client: () => Client;
  /** One that is signed in. */
  signedIn: (email: string) => Promise<Client>;
};

export type TestPortalOptions = {
  clock?: Clock;
  realTime?: Clock;
  locale?: Locale;
  https?: boolean;
  env?: NodeJS.ProcessEnv;
  /** Another database than a copy of the prepared one. */
  database?: DatabaseSource;
};

/** Where `npm run build` puts the server: what people get is what is tested. */
const built = '../../build/server/index.js';

/** The built portal in the demonstration, on this file's own copy of the prepared database. Closed after the last test. */
export async function openTestPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const { createPortal, readConfig } = (await import(built)) as typeof Server;
  const origin = options.https ? 'https://portal.example' : 'http://portal.example';
  const dataDirectory = mkdtempSync(join(tmpdir(), 'portal-test-'));
  const config = readConfig({
    NODE_ENV: 'production',
    PORTAL_MODE: 'demonstration',
    PORTAL_URL: origin,
    ...(options.https ? { TRUST_PROXY: 'true' } : {}),
    DATA_DIRECTORY: dataDirectory,
    KEY_ENCRYPTION_KEY: exampleKey.toString('base64'),
    ...options.env,
  });
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  const { portal, site, handle } = await createPortal(config, {
    log,
    database: options.database ?? (await testDatabaseSource()),
    clock: options.clock ?? fixedClock(testNow),
    ...(options.realTime ? { realTime: options.realTime } : {}),
    ...(options.locale ? { locale: options.locale } : {}),
  });
  afterAll(async () => {
    await portal.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  const client = () => openClient(origin, handle);
  const signedIn = async (email: string) => {
    const opened = client();
    await opened.signIn(email);
    if (config.secondFactor === 'required') await withSecondFactor(portal.db, email);
    return opened;
  };
  return { ...portal, origin, site, handle, logged, client, signedIn };
}

/** As if the owner of an account had a second factor and had just used it in every session. */
async function withSecondFactor(db: TestPortal['db'], email: string): Promise<void> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email } });
  const now = new Date();
  await db.factor.create({
    data: {
      id: newId<'Factor'>(),
      accountId,
      kind: 'passkey',
      name: 'Of a test',
      createdAt: now,
      confirmedAt: now,
      credentialId: randomUUID(),
      publicKey: Buffer.from('none'),
      signCount: 0n,
    },
  });
  await db.session.updateMany({ where: { accountId }, data: { assurance: 'second_factor' } });
}

/** The built server on any free port, with the database that is given. The caller stops it. */
export async function startBuiltServer(
  dataDirectory: string,
  database: DatabaseSource,
): ReturnType<typeof Server.startServer> {
  const { startServer, readConfig } = (await import(built)) as typeof Server;
  const config = readConfig({
    NODE_ENV: 'production',
    PORTAL_MODE: 'demonstration',
    PORT: '0',
    DATA_DIRECTORY: dataDirectory,
    KEY_ENCRYPTION_KEY: exampleKey.toString('base64'),
    LOG_LEVEL: 'silent',
  });
  return startServer(config, { database });
}
