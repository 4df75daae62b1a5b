import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadOrCreateDemonstrationKey } from '#app/platform/crypto/key-file.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { ConfigError, readConfig } from '#app/platform/env.ts';
import { configKeys } from '#app/platform/env-fields.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'env-'));
afterAll(() => rmSync(directory, { recursive: true }));

const key = randomBytes(32);
const demonstration = { PORTAL_MODE: 'demonstration', DATA_DIRECTORY: directory };
const production = {
  DATA_DIRECTORY: directory,
  PORTAL_URL: 'https://portal.example/',
  TRUST_PROXY: 'true',
  DATABASE_URL: 'postgresql://portal_app:hunter2@db.example/portal?sslmode=verify-full',
  KEY_ENCRYPTION_KEY: key.toString('base64'),
  SMTP_URL: 'smtps://portal:hunter2@mail.example:465',
  MAIL_FROM: 'Partner intelligence portal <portal@force.example>',
};

const bucket = {
  FILES_URL: 's3://portal-files',
  FILES_ACCESS_KEY_ID: 'id',
  FILES_SECRET_ACCESS_KEY: 'hunter2',
};

const forceAccounts = {
  OIDC_ISSUER: 'https://login.force.example',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'hunter2',
};

const failureOf = (env: NodeJS.ProcessEnv): ConfigError => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  return new ConfigError([]);
};

const problemsOf = (env: NodeJS.ProcessEnv) =>
  failureOf(env).problems.map(({ key: name, what }) => `${name} ${what}`);

describe('what it reads', () => {
  test('the demonstration needs nothing but its mode', () => {
    const config = readConfig({ PORTAL_MODE: 'demonstration' });
    expect(config).toMatchObject({
      mode: 'demonstration',
      port: 3000,
      host: '127.0.0.1',
      portalUrl: 'http://localhost:3000',
      https: false,
      databaseUrl: undefined,
      keyEncryptionKey: undefined,
      smtpUrl: undefined,
      trustProxy: false,
      logLevel: 'info',
      forcePack: 'west-midlands-2015',
      dataDirectory: path.resolve('var'),
    });
  });

  test('the production service, complete', () => {
    const config = readConfig({ ...production, PORT: '8080', TRUST_PROXY: '1' });
    expect(config).toMatchObject({
      environment: 'production',
      mode: 'service',
      port: 8080,
      host: '0.0.0.0',
      portalUrl: 'https://portal.example',
      https: true,
      trustProxy: true,
      keyEncryptionKey: key,
      previousKeyEncryptionKeys: [],
    });
  });

  test('files are on disk and nothing scans them unless it is said where', () => {
    expect(readConfig(demonstration)).toMatchObject({ files: undefined, clamd: undefined });
    expect(readConfig({ ...demonstration, ...bucket })).toMatchObject({
      files: {
        bucket: 'portal-files',
        prefix: '',
        region: 'eu-west-2',
        endpoint: 'https://s3.eu-west-2.amazonaws.com',
        accessKeyId: 'id',
        secretAccessKey: 'hunter2',
      },
    });
    expect(
      readConfig({
        ...demonstration,
        ...bucket,
        FILES_URL: 's3://portal-files/force/one/',
        FILES_REGION: 'local',
        FILES_ENDPOINT: 'http://localhost:9000/',
      }).files,
    ).toMatchObject({ prefix: 'force/one', region: 'local', endpoint: 'http://localhost:9000' });
    expect(readConfig({ ...demonstration, CLAMD_SOCKET: '/run/clamd' }).clamd).toEqual({
      path: '/run/clamd',
    });
    expect(readConfig({ ...demonstration, CLAMD_HOST: 'scanner' }).clamd).toEqual({
      host: 'scanner',
      port: 3310,
    });
  });

  test('police sign in with the directory of the force where it is said which', () => {
    expect(readConfig(production).directory).toBeUndefined();
    expect(readConfig({ ...production, ...forceAccounts }).directory).toMatchObject({
      issuer: 'https://login.force.example',
      scope: 'openid profile email offline_access',
      secondFactor: { claim: 'amr', values: ['mfa'] },
      insecure: false,
    });
    const OIDC_SECOND_FACTOR = 'acr=urn:mfa,urn:key';
    expect(
      readConfig({ ...production, ...forceAccounts, OIDC_SECOND_FACTOR }).directory?.secondFactor,
    ).toEqual({
      claim: 'acr',
      values: ['urn:mfa', 'urn:key'],
    });
  });

  test('an empty value counts as absent', () => {
    expect(readConfig({ ...demonstration, PORT: '', HOST: ' ', SMTP_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      smtpUrl: undefined,
    });
  });

  test('a secret may come from a file, with its final line break', () => {
    const file = path.join(directory, 'kek');
    writeFileSync(file, `${key.toString('base64')}\n`);
    expect(
      readConfig({ ...production, KEY_ENCRYPTION_KEY: '', KEY_ENCRYPTION_KEY_FILE: file }).keyEncryptionKey,
    ).toEqual(key);
  });

  test('earlier keys are a list', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const text = `${one.toString('base64')}, ${two.toString('base64')}`;
    expect(
      readConfig({ ...demonstration, PREVIOUS_KEY_ENCRYPTION_KEYS: text }).previousKeyEncryptionKeys,
    ).toEqual([one, two]);
  });
});

describe('what it refuses', () => {
  test('every problem is told at once, with what to do and without any value', () => {
    const env = {
      ...production,
      PORT: '99999',
      TRUST_PROXY: 'perhaps-secret',
      PORTAL_URL: 'ftp://hunter2.example',
      DATABASE_URL: 'mysql://hunter2',
      KEY_ENCRYPTION_KEY: 'hunter2',
      SMTP_URL: 'hunter2',
      MAIL_FROM: 'hunter2',
      LOG_LEVEL: 'hunter2',
      FORCE_PACK: '../hunter2',
    };
    const told = failureOf(env).message;
    for (const name of Object.keys(env)) if (name !== 'DATA_DIRECTORY') expect(told).toContain(`  ${name} `);
    expect(told).toContain('9 settings need attention');
    expect(told).toContain('openssl rand -base64 32');
    expect(told).not.toContain('hunter2');
    expect(told).not.toContain('perhaps-secret');
  });

  test.each([
    ['KEY_ENCRYPTION_KEY is missing', { KEY_ENCRYPTION_KEY: '' }],
    ['PORTAL_URL is missing', { PORTAL_URL: '' }],
    ['PORTAL_URL must start with https:// in production', { PORTAL_URL: 'http://portal.example' }],
    [
      'PORTAL_URL must have no path, query, user name or password',
      { PORTAL_URL: 'https://portal.example/app' },
    ],
    ['SMTP_URL is missing', { SMTP_URL: '' }],
    ['MAIL_FROM is missing although SMTP_URL is set', { MAIL_FROM: '' }],
    ['DATABASE_URL is missing', { DATABASE_URL: '' }],
    [
      'DATABASE_URL is missing although DATABASE_OWNER_URL is set',
      { DATABASE_URL: '', DATABASE_OWNER_URL: 'postgres://o@localhost/p' },
    ],
    ['ALERT_URL is missing although ALERT_TOKEN is set', { ALERT_TOKEN: 'abc' }],
    [
      'ALERT_URL must start with https:// when ALERT_TOKEN is set',
      { ALERT_TOKEN: 'abc', ALERT_URL: 'http://gateway.example' },
    ],
    ['MAIL_FROM must be one line with an e-mail address', { MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }],
    [
      'FILES_SECRET_ACCESS_KEY is missing although FILES_URL is set',
      { ...bucket, FILES_SECRET_ACCESS_KEY: '' },
    ],
    ['FILES_URL is missing although FILES_ENDPOINT is set', { FILES_ENDPOINT: 'https://files.example' }],
    ['FILES_URL must be like s3://bucket or s3://bucket/prefix', { ...bucket, FILES_URL: 's3://b/../etc' }],
    [
      'FILES_ENDPOINT must start with https:// in production',
      { ...bucket, FILES_ENDPOINT: 'http://files.example' },
    ],
    [
      'FILES_ENDPOINT must have no path, query, user name or password',
      { ...bucket, FILES_ENDPOINT: 'https://files.example/x' },
    ],
    ['CLAMD_SOCKET and CLAMD_HOST are both set', { CLAMD_SOCKET: '/run/clamd', CLAMD_HOST: 'scanner' }],
    ['CLAMD_SOCKET must be an absolute path', { CLAMD_SOCKET: 'clamd' }],
    ['CLAMD_HOST must be the name or address of a host', { CLAMD_HOST: 'tcp://scanner' }],
    ['CLAMD_PORT must be at most 65535', { CLAMD_HOST: 'scanner', CLAMD_PORT: '70000' }],
    ['OIDC_ISSUER must start with https://', { ...forceAccounts, OIDC_ISSUER: 'http://login.force.example' }],
    ['OIDC_ISSUER is missing although OIDC_CLIENT_ID is set', { OIDC_CLIENT_ID: 'portal' }],
    [
      'OIDC_CLIENT_SECRET is missing although OIDC_ISSUER is set',
      { ...forceAccounts, OIDC_CLIENT_SECRET: '' },
    ],
    [
      'OIDC_SCOPE must have openid and offline_access in it',
      { ...forceAccounts, OIDC_SCOPE: 'openid email' },
    ],
    [
      'OIDC_SECOND_FACTOR must be a claim and its values, like amr=mfa',
      { ...forceAccounts, OIDC_SECOND_FACTOR: 'mfa' },
    ],
    ['TRUST_PROXY must be true where PORTAL_URL starts with https://', { TRUST_PROXY: '' }],
    ['METRICS_PORT is the port of the portal itself', { METRICS_PORT: '3000' }],
    ['PORT must be at least 1', { PORT: '0' }],
    ['HOST must be the name or address of a host', { HOST: 'not a host!!' }],
    ...[
      'postgresql://portal@db.example/portal',
      'postgresql://portal@db.example/portal?sslmode=no-verify',
      'postgresql://portal@localhost/portal?host=db.example',
      'postgresql://portal@db.example/portal?sslmode=verify-full&sslmode=disable',
    ].map((DATABASE_URL): [string, NodeJS.ProcessEnv] => [
      'DATABASE_URL must end in sslmode=verify-full where the database is on another machine',
      { DATABASE_URL },
    ]),
    ['NODE_ENV must be development, test or production', { NODE_ENV: 'prod' }],
    ['PORTAL_MODE must be demonstration or service', { PORTAL_MODE: 'demo' }],
  ])('the production service: %s', (problem, change) => {
    expect(problemsOf({ ...production, ...change })).toEqual([problem]);
  });

  test('demonstration secrets', () => {
    const own = loadOrCreateDemonstrationKey(directory);
    for (const weak of [exampleKey, Buffer.alloc(32), own]) {
      expect(problemsOf({ ...production, KEY_ENCRYPTION_KEY: weak.toString('base64') })).toEqual([
        'KEY_ENCRYPTION_KEY is a demonstration key or too regular to be a key',
      ]);
    }
  });

  test('a secret given twice, and a file that is not there', () => {
    expect(problemsOf({ ...production, SMTP_URL_FILE: '/nowhere' })).toEqual([
      'SMTP_URL and SMTP_URL_FILE are both set',
    ]);
    expect(problemsOf({ ...production, SMTP_URL: '', SMTP_URL_FILE: path.join(directory, 'none') })).toEqual([
      'SMTP_URL cannot be read from the file that SMTP_URL_FILE names (ENOENT)',
    ]);
  });

  test('a mode left out is the service, so the demonstration never starts by accident', () => {
    expect(problemsOf({})).toEqual([
      'KEY_ENCRYPTION_KEY is missing',
      'PORTAL_URL is missing',
      'SMTP_URL is missing',
      'DATABASE_URL is missing',
    ]);
  });

  test.each([
    'postgresql://portal@127.0.0.1/portal',
    'postgresql:///portal?host=/run/postgresql&user=portal_web',
  ])('TLS is asked for on the way to another machine only: %s', (DATABASE_URL) => {
    expect(problemsOf({ ...production, DATABASE_URL })).toEqual([]);
  });

  test('the embedded database in production only when it is allowed', () => {
    expect(problemsOf({ ...production, DATABASE_URL: '', EMBEDDED_DATABASE_ALLOWED: 'true' })).toEqual([]);
  });

  test('outside production the service asks for a key only', () => {
    expect(problemsOf({ NODE_ENV: 'development', DATA_DIRECTORY: directory })).toEqual([
      'KEY_ENCRYPTION_KEY is missing',
    ]);
  });
});

test('.env.example names every key that is read and no other, each with a line of explanation', () => {
  const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
  const named = lines.flatMap((line, at) => {
    const name = /^([A-Z_]+)=/.exec(line)?.[1];
    return name === undefined ? [] : [{ name, explained: /^# \S/.test(lines[at - 1] ?? '') }];
  });
  expect(named.map(({ name }) => name).sort()).toEqual([...configKeys].sort());
  expect(named.filter(({ explained }) => !explained)).toEqual([]);
});
