import { readFileSync } from 'node:fs';
import { configKeys, fields, type Key, type Parsed, type Settings } from '#app/platform/env-fields.ts';
import { isKnownKey } from '#app/platform/crypto/known-keys.ts';
import { isDemonstrationKey } from '#app/platform/crypto/key-file.ts';
import type { S3Settings } from '#app/platform/files/s3-files.ts';
import type { DirectorySettings } from '#app/platform/directory/directory.ts';
import type { ClamdAddress } from '#app/platform/scanner/clamd-scanner.ts';

/** The portal's settings, checked. Made once at start and handed on; nothing else reads the environment. */
export type Config = {
  environment: 'development' | 'test' | 'production';
  mode: 'demonstration' | 'service';
  port: number;
  host: string;
  /** Origin without a trailing slash, for links in mail and for the canonical host. */
  portalUrl: string;
  /** Whether people reach the portal over TLS: decides the cookie's prefix and HSTS. */
  https: boolean;
  trustProxy: boolean;
  /** Where metrics are given out; undefined: nowhere. */
  metricsPort: number | undefined;
  metricsHost: string;
  /** Undefined: the embedded database under `dataDirectory`. */
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  /** Absolute path. */
  dataDirectory: string;
  /** 32 bytes. Undefined only in the demonstration, where `loadOrCreateDemonstrationKey` supplies it. */
  keyEncryptionKey: Buffer | undefined;
  previousKeyEncryptionKeys: Buffer[];
  /** Undefined: mail is captured under `dataDirectory`. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Undefined: files are kept under `dataDirectory`. */
  files: S3Settings | undefined;
  /** Undefined: there is no scanner, and every file stays in quarantine. */
  clamd: ClamdAddress | undefined;
  alertUrl: string | undefined;
  alertToken: string | undefined;
  /** Undefined: police sign in on the portal, as partners do. */
  directory: DirectorySettings | undefined;
  /** Of those who need one; offered in the demonstration alone, whose password everybody may know. */
  secondFactor: 'required' | 'offered';
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  forcePack: string;
};

/** Whether anything that is sent, mail included, is kept in the data directory. */
export const keepsOnDisk = ({ databaseUrl, files, smtpUrl }: Config): boolean =>
  databaseUrl === undefined || files === undefined || smtpUrl === undefined;

type Problem = { key: string; what: string; advice: string };

/** Thrown with every problem at once; the message names keys and never repeats a value. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem[]) {
    const count =
      problems.length === 1 ? '1 setting needs attention' : `${problems.length} settings need attention`;
    const lines = problems.map(({ key, what, advice }) => `  ${key} ${what}. ${advice}`);
    super([`The portal cannot start: ${count}.`, ...lines].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the settings from the environment.
 * @throws ConfigError naming every key that is wrong, what is wrong and what to do
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: Problem[] = [];
  const parsed: Parsed = {};
  const refused = new Set<string>();
  const refuse = (key: Key, what: string, advice: string = fields[key].advice) => {
    refused.add(key);
    problems.push({ key, what, advice });
  };

  for (const key of configKeys) {
    const raw = readRaw(env, key, refuse);
    if (refused.has(key)) continue;
    const result = fields[key].schema.safeParse(raw);
    if (result.success) Object.assign(parsed, { [key]: result.data });
    else refuse(key, result.error.issues[0]?.message ?? 'is wrong');
  }

  const refuseOnce: Refuse = (key, what, advice) => {
    if (!refused.has(key)) refuse(key, what, advice);
  };
  checkTogether(parsed, refuseOnce);
  if (parsed.PORTAL_MODE === 'service') checkService(parsed, refuseOnce);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed as Settings);
}

type Refuse = (key: Key, what: string, advice?: string) => void;

/** The text of a key, from the environment or, for a secret, from the file that KEY_FILE names. */
function readRaw(env: NodeJS.ProcessEnv, key: Key, refuse: Refuse): string | undefined {
  const direct = blankAsAbsent(env[key]);
  const file = fields[key].secret ? blankAsAbsent(env[`${key}_FILE`]) : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) {
    refuse(key, `and ${key}_FILE are both set`, 'Keep one of them.');
    return undefined;
  }
  try {
    return blankAsAbsent(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    refuse(
      key,
      `cannot be read from the file that ${key}_FILE names (${code})`,
      'Check that the file is there and may be read.',
    );
    return undefined;
  }
}

function blankAsAbsent(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** What must hold between keys in either mode. */
function checkTogether(parsed: Parsed, refuse: Refuse): void {
  if (parsed.DATABASE_OWNER_URL !== undefined && parsed.DATABASE_URL === undefined) {
    refuse('DATABASE_URL', 'is missing although DATABASE_OWNER_URL is set');
  }
  if (parsed.ALERT_TOKEN !== undefined && parsed.ALERT_URL === undefined) {
    refuse('ALERT_URL', 'is missing although ALERT_TOKEN is set');
  }
  if (parsed.SMTP_URL !== undefined && parsed.MAIL_FROM === undefined) {
    refuse('MAIL_FROM', 'is missing although SMTP_URL is set');
  }
  for (const key of ['FILES_ACCESS_KEY_ID', 'FILES_SECRET_ACCESS_KEY'] as const)
    if (parsed.FILES_URL !== undefined && parsed[key] === undefined)
      refuse(key, 'is missing although FILES_URL is set');
  for (const key of ['FILES_ENDPOINT', 'FILES_ACCESS_KEY_ID', 'FILES_SECRET_ACCESS_KEY'] as const)
    if (parsed.FILES_URL === undefined && parsed[key] !== undefined)
      refuse('FILES_URL', `is missing although ${key} is set`);
  for (const key of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (parsed.OIDC_ISSUER !== undefined && parsed[key] === undefined)
      refuse(key, 'is missing although OIDC_ISSUER is set');
    if (parsed.OIDC_ISSUER === undefined && parsed[key] !== undefined)
      refuse('OIDC_ISSUER', `is missing although ${key} is set`);
  }
  if (parsed.METRICS_PORT !== undefined && parsed.METRICS_PORT === parsed.PORT)
    refuse('METRICS_PORT', 'is the port of the portal itself');
  if (parsed.CLAMD_SOCKET !== undefined && parsed.CLAMD_HOST !== undefined) {
    refuse('CLAMD_SOCKET', 'and CLAMD_HOST are both set', 'Keep one of them.');
  }
}

/** What real work asks for: a key of its own and, in production, TLS, mail and a durable database. */
function checkService(parsed: Parsed, refuse: Refuse): void {
  if (parsed.KEY_ENCRYPTION_KEY === undefined) refuse('KEY_ENCRYPTION_KEY', 'is missing');
  if (parsed.NODE_ENV !== 'test' && parsed.OIDC_ISSUER?.startsWith('http:'))
    refuse('OIDC_ISSUER', 'must start with https://');
  if (parsed.SECOND_FACTOR === 'offered')
    refuse('SECOND_FACTOR', 'must be required outside the demonstration');
  if (parsed.NODE_ENV !== 'production') return;

  const key = parsed.KEY_ENCRYPTION_KEY;
  if (key !== undefined && (isKnownKey(key) || isDemonstrationKey(parsed.DATA_DIRECTORY ?? '', key))) {
    refuse('KEY_ENCRYPTION_KEY', 'is a demonstration key or too regular to be a key');
  }
  if (parsed.PORTAL_URL === undefined) refuse('PORTAL_URL', 'is missing');
  else if (!parsed.PORTAL_URL.startsWith('https:'))
    refuse('PORTAL_URL', 'must start with https:// in production');
  else if (parsed.TRUST_PROXY === false)
    refuse(
      'TRUST_PROXY',
      'must be true where PORTAL_URL starts with https://',
      'The portal speaks plain HTTP, so a proxy of yours ends TLS; without this every form is refused.',
    );
  if (parsed.PORT === 0) refuse('PORT', 'must be at least 1');
  if (parsed.SMTP_URL === undefined) refuse('SMTP_URL', 'is missing');
  for (const key of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const)
    if (parsed[key] !== undefined && isReadOnTheWay(parsed[key]))
      refuse(
        key,
        'must end in sslmode=verify-full where the database is on another machine',
        'Add ?sslmode=verify-full, and &sslrootcert=/path/to/file for an authority of the force’s own.',
      );
  if (parsed.DATABASE_URL === undefined && parsed.EMBEDDED_DATABASE_ALLOWED !== true) {
    refuse(
      'DATABASE_URL',
      'is missing',
      'Give the address of PostgreSQL, or set EMBEDDED_DATABASE_ALLOWED=true and accept that a power cut may lose work.',
    );
  }
  if (parsed.ALERT_TOKEN !== undefined && parsed.ALERT_URL !== undefined && sendsInClear(parsed.ALERT_URL)) {
    refuse('ALERT_URL', 'must start with https:// when ALERT_TOKEN is set');
  }
  if (parsed.FILES_ENDPOINT !== undefined && sendsInClear(parsed.FILES_ENDPOINT)) {
    refuse('FILES_ENDPOINT', 'must start with https:// in production');
  }
}

function sendsInClear(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isThisMachine(hostname);
}

/** Whether reports and passwords could be read, or another server pose as the database, on the way to it. */
function isReadOnTheWay(address: string): boolean {
  const { hostname, searchParams } = new URL(address);
  // As the driver reads it: a host among the parameters counts, the last of a name holds, and a path is a Unix socket.
  const host = searchParams.getAll('host').at(-1) ?? decodeURIComponent(hostname);
  if (host === '' || host.startsWith('/') || isThisMachine(host)) return false;
  return searchParams.getAll('sslmode').at(-1) !== 'verify-full';
}

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);

function toConfig(parsed: Settings): Config {
  const portalUrl = parsed.PORTAL_URL ?? `http://localhost:${parsed.PORT}`;
  const open = parsed.NODE_ENV === 'production' && parsed.PORTAL_MODE === 'service';
  return {
    environment: parsed.NODE_ENV,
    mode: parsed.PORTAL_MODE,
    port: parsed.PORT,
    host: parsed.HOST ?? (open ? '0.0.0.0' : '127.0.0.1'),
    portalUrl,
    https: portalUrl.startsWith('https:'),
    trustProxy: parsed.TRUST_PROXY,
    metricsPort: parsed.METRICS_PORT,
    metricsHost: parsed.METRICS_HOST,
    databaseUrl: parsed.DATABASE_URL,
    databaseOwnerUrl: parsed.DATABASE_OWNER_URL,
    dataDirectory: parsed.DATA_DIRECTORY,
    keyEncryptionKey: parsed.KEY_ENCRYPTION_KEY,
    previousKeyEncryptionKeys: parsed.PREVIOUS_KEY_ENCRYPTION_KEYS,
    smtpUrl: parsed.SMTP_URL,
    mailFrom: parsed.MAIL_FROM ?? 'Partner intelligence portal <portal@localhost>',
    files: filesOf(parsed),
    clamd: clamdOf(parsed),
    alertUrl: parsed.ALERT_URL,
    alertToken: parsed.ALERT_TOKEN,
    directory: directoryOf(parsed),
    secondFactor: parsed.SECOND_FACTOR ?? (parsed.PORTAL_MODE === 'demonstration' ? 'offered' : 'required'),
    logLevel: parsed.LOG_LEVEL,
    forcePack: parsed.FORCE_PACK,
  };
}

function filesOf(parsed: Settings): S3Settings | undefined {
  const { FILES_URL: bucket, FILES_REGION: region } = parsed;
  if (bucket === undefined) return undefined;
  const endpoint = parsed.FILES_ENDPOINT ?? `https://s3.${region}.amazonaws.com`;
  return {
    ...bucket,
    region,
    endpoint: new URL(endpoint).origin,
    accessKeyId: parsed.FILES_ACCESS_KEY_ID ?? '',
    secretAccessKey: parsed.FILES_SECRET_ACCESS_KEY ?? '',
  };
}

function directoryOf(parsed: Settings): DirectorySettings | undefined {
  const { OIDC_ISSUER: issuer } = parsed;
  if (issuer === undefined) return undefined;
  return {
    issuer,
    clientId: parsed.OIDC_CLIENT_ID ?? '',
    clientSecret: parsed.OIDC_CLIENT_SECRET ?? '',
    scope: parsed.OIDC_SCOPE,
    groupsClaim: parsed.OIDC_GROUPS_CLAIM,
    secondFactor: parsed.OIDC_SECOND_FACTOR,
    insecure: issuer.startsWith('http:'),
  };
}

function clamdOf(parsed: Settings): ClamdAddress | undefined {
  if (parsed.CLAMD_SOCKET !== undefined) return { path: parsed.CLAMD_SOCKET };
  return parsed.CLAMD_HOST === undefined ? undefined : { host: parsed.CLAMD_HOST, port: parsed.CLAMD_PORT };
}
