import { readFileSync } from 'node:fs';
import path from 'node:path';
import { currentForce, type Force } from '#app/domain/force/current-force.server.ts';
import { portalClock } from '#app/domain/force/portal-clock.server.ts';
import { refuseMissingKeys } from '#app/domain/admin/sealing-keys.server.ts';
import { refuseDemonstrationAccounts } from '#app/domain/admin/refuse-demonstration-accounts.server.ts';
import {
  prepareDemonstration,
  type DemonstrationAccounts,
} from '#app/domain/admin/prepare-demonstration.server.ts';
import { ctxOfNobody, type SystemCtx } from '#app/domain/kernel/context.ts';
import { everyForm } from '#app/domain/form/forms.server.ts';
import type { Locale } from '#app/messages/words.ts';
import { systemClock, type Clock } from '#app/platform/clock.ts';
import { makeKeyring, type Keyring } from '#app/platform/crypto/envelope.ts';
import { loadOrCreateDemonstrationKey } from '#app/platform/crypto/key-file.ts';
import { openDatabase, type DatabaseSource, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { openDirectory, type Directory } from '#app/platform/directory/directory.ts';
import { link } from '#app/http/link.ts';
import { keepsOnDisk, type Config } from '#app/platform/env.ts';
import { createLimits, type Limits } from '#app/platform/limits.ts';
import { createLog, type Log } from '#app/platform/log.ts';
import { createMetrics, type Metrics } from '#app/platform/metrics.ts';
import { createMailer, type Mailer } from '#app/platform/mail/mailer.ts';
import { prepareDirectory } from '#app/platform/prepare-directory.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { openFiles } from '#app/platform/files/open-files.ts';
import { openScanner } from '#app/platform/scanner/open-scanner.ts';
import type { Scanner } from '#app/platform/scanner/scanner.ts';

/** Everything a running portal holds: made once at start, handed down, closed once. */
export type Portal = {
  locale: Locale;
  config: Config;
  database: OpenDatabase;
  db: OpenDatabase['db'];
  clock: Clock;
  realTime: Clock;
  keyring: Keyring;
  limits: Limits;
  log: Log;
  metrics: Metrics;
  mailer: Mailer;
  files: FileStore;
  scanner: Scanner;
  directory: Directory | null;
  /** What is in force of the settings, as the guard last read it, and when that was (milliseconds of real time). */
  force: Force;
  forceReadAt: number;
  /** Whom a visitor of the demonstration can be; null in real use. */
  demonstration: DemonstrationAccounts | null;
  /** Aborted once the portal has begun to stop. */
  ending: AbortController;
  close: () => Promise<void>;
};

/** What tests put in place of the real thing: the clock, a prepared database, a log that they can read. */
export type Overrides = {
  locale?: Locale;
  realTime?: Clock;
  clock?: Clock;
  database?: DatabaseSource;
  log?: Log;
  /** For how many seconds a database that does not answer yet is awaited; none for commands. */
  patienceSeconds?: number;
};

/** @throws Error that says what to do; the database is closed again then, so that its lock is free */
export async function openPortal(config: Config, overrides: Overrides = {}): Promise<Portal> {
  if (keepsOnDisk(config)) prepareDirectory(config.dataDirectory);
  const keyring = keyringOf(config);
  const log = overrides.log ?? createLog(config.logLevel);
  const database = await openDatabase(
    overrides.database ?? sourceOf(config),
    rootPath('prisma/migrations'),
    overrides.patienceSeconds === undefined
      ? undefined
      : {
          seconds: overrides.patienceSeconds,
          say: () => log.warn('the database does not answer yet: the portal waits for it'),
        },
  );
  try {
    return await openOn(database, keyring, config, { ...overrides, log });
  } catch (failure) {
    await database.close();
    throw failure;
  }
}

async function openOn(
  database: OpenDatabase,
  keyring: Keyring,
  config: Config,
  { log, ...overrides }: Overrides & { log: Log },
): Promise<Portal> {
  const { db } = database;
  const realTime = overrides.realTime ?? systemClock;
  const limits = createLimits(database.pool);
  await refuseMissingKeys(db, keyring);
  let demonstration: Portal['demonstration'] = null;
  if (config.mode === 'demonstration') {
    const directory = packDirectory(config);
    const prepared = await prepareDemonstration({
      db,
      realTime,
      packDirectory: directory,
      keyring,
      withYear: true,
    });
    if (prepared.yearLoaded) await database.analyze();
    demonstration = prepared.ways;
  } else await refuseDemonstrationAccounts(db);
  const clock = overrides.clock ?? (await portalClock(db, realTime));
  const force = await currentForce(db, { packHash: null });
  await everyForm(db);
  const mailer = createMailer(config);
  const close = async () => {
    mailer.close();
    await database.close();
  };
  return {
    locale: overrides.locale ?? 'en',
    config,
    database,
    db,
    clock,
    realTime,
    keyring,
    limits,
    log,
    metrics: createMetrics(),
    mailer,
    files: openFiles(config),
    scanner: openScanner(config),
    directory: config.directory
      ? openDirectory(config.directory, `${config.portalUrl}${link('identity/force-account-return')}`)
      : null,
    force,
    forceReadAt: realTime.now().getTime(),
    demonstration,
    ending: new AbortController(),
    close,
  };
}

/** The context of what runs without a person: jobs and commands. */
export const systemCtx = (portal: Portal, system: string, id: string): SystemCtx => ({
  ...ctxOfNobody(portal, id),
  system,
});

export function packDirectory(config: Config): string {
  return rootPath(`prisma/packs/${config.forcePack}`);
}

export const keyringOf = (config: Config): Keyring =>
  makeKeyring(
    config.keyEncryptionKey ?? loadOrCreateDemonstrationKey(config.dataDirectory),
    config.previousKeyEncryptionKeys,
  );

/** Where the settings say that the database is. */
export function sourceOf(config: Config): DatabaseSource {
  if (!config.databaseUrl) return { kind: 'embedded', directory: config.dataDirectory };
  return {
    kind: 'postgresql',
    url: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl,
    ...(config.mode === 'service' && config.environment === 'production' ? { superuser: 'refused' } : {}),
  };
}

/** A path below the project's root, wherever the built server or the sources are run from. */
export function rootPath(relative: string): string {
  let directory = import.meta.dirname;
  while (!isRoot(directory)) {
    const parent = path.dirname(directory);
    if (parent === directory) throw new Error('The project’s package.json was not found above the server.');
    directory = parent;
  }
  return path.join(directory, relative);
}

function isRoot(directory: string): boolean {
  try {
    return readFileSync(path.join(directory, 'package.json'), 'utf8').includes(
      '"name": "partner-intelligence-portal"',
    );
  } catch {
    return false;
  }
}
