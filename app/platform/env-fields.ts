import path from 'node:path';
import { z } from 'zod';

/** A setting that is empty counts as one that is absent, as in a `.env` file with `KEY=`. */
const optional = z.string().optional();

const flag = (byDefault: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
    .optional()
    .transform((value) => (value === undefined ? byDefault : value === 'true' || value === '1'));

const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const url = (schemes: string[], error: string) =>
  optional.refine((text) => text === undefined || schemes.includes(parseUrl(text)?.protocol ?? ''), {
    error,
  });

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a whole number' })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: 'must be at most 65535' });

/** Bucket names as S3 allows them; a prefix of plain parts. */
const bucketUrl =
  /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/((?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*))?\/?$/;

const keyBytes = 32;
const isKey = (text: string) =>
  /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === keyBytes;
const toKey = (text: string) => Buffer.from(text, 'base64');

/** One line that a mail header can carry, with an address in it. */
const mailFrom = /^[^\r\n]*[^\s<>@\r\n]+@[^\s<>@\r\n]+>?$/;

/**
 * Every key of the environment that the portal reads: how it is checked, whether it is secret (then KEY_FILE may name
 * a file that holds it), and what to do when it is wrong.
 */
export const fields = {
  NODE_ENV: {
    schema: z
      .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
      .default('production'),
    secret: false,
    advice: 'Leave it out for the production server.',
  },
  PORTAL_MODE: {
    schema: z
      .enum(['demonstration', 'service'], { error: 'must be demonstration or service' })
      .default('service'),
    secret: false,
    advice: 'Use service for real work; the demonstration sets it itself.',
  },
  PORT: {
    schema: port.default(3000),
    secret: false,
    advice: 'Give the port to listen on, for example 3000.',
  },
  HOST: {
    schema: optional.refine((text) => text === undefined || /^[A-Za-z0-9.:-]+$/.test(text), {
      error: 'must be the name or address of a host',
    }),
    secret: false,
    advice: 'Give the address to listen on, for example 127.0.0.1.',
  },
  METRICS_PORT: {
    schema: port.optional(),
    secret: false,
    advice: 'Give a port of its own to which the proxy does not lead, or leave it out.',
  },
  METRICS_HOST: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/, { error: 'must be the name or address of a host' })
      .default('127.0.0.1'),
    secret: false,
    advice: 'Give the address on which the monitoring asks, for example 127.0.0.1.',
  },
  PORTAL_URL: {
    schema: optional
      .refine((text) => text === undefined || ['http:', 'https:'].includes(parseUrl(text)?.protocol ?? ''), {
        error: 'must be an address that starts with https:// or http://',
      })
      .refine((text) => text === undefined || parseUrl(text) === null || isOrigin(new URL(text)), {
        error: 'must have no path, query, user name or password',
      })
      .transform((text) => (text === undefined ? undefined : parseUrl(text)?.origin)),
    secret: false,
    advice: 'Give the address that people type, for example https://portal.example.',
  },
  TRUST_PROXY: {
    schema: flag(false),
    secret: false,
    advice: 'Set it to true only behind a proxy that you run.',
  },
  DATABASE_URL: {
    schema: url(['postgres:', 'postgresql:'], 'must start with postgresql://'),
    secret: true,
    advice:
      'Give the address of PostgreSQL for the role portal_app, or leave it out for the embedded database.',
  },
  DATABASE_OWNER_URL: {
    schema: url(['postgres:', 'postgresql:'], 'must start with postgresql://'),
    secret: true,
    advice:
      'Give the address of the same database for the role that owns the tables; only migrations use it.',
  },
  EMBEDDED_DATABASE_ALLOWED: {
    schema: flag(false),
    secret: false,
    advice: 'The embedded database is safe against a crash of the process and not against a power cut.',
  },
  DATA_DIRECTORY: {
    schema: z
      .string()
      .default('var')
      .transform((directory) => path.resolve(directory)),
    secret: false,
    advice: 'Give a directory that the portal may write.',
  },
  KEY_ENCRYPTION_KEY: {
    schema: optional
      .refine((text) => text === undefined || isKey(text), { error: 'must be 32 bytes in base64' })
      .transform((text) => (text === undefined ? undefined : toKey(text))),
    secret: true,
    advice: 'Make one with: openssl rand -base64 32',
  },
  PREVIOUS_KEY_ENCRYPTION_KEYS: {
    schema: optional
      .transform((text) =>
        (text ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .refine((parts) => parts.every(isKey), {
        error: 'must be keys of 32 bytes in base64, with commas between them',
      })
      .transform((parts) => parts.map(toKey)),
    secret: true,
    advice: 'List the keys that were used before, so that older records can still be opened.',
  },
  SMTP_URL: {
    schema: url(['smtp:', 'smtps:'], 'must start with smtp:// or smtps://'),
    secret: true,
    advice: 'Give the mail server, for example smtps://user:password@mail.example:465.',
  },
  MAIL_FROM: {
    schema: z.string().regex(mailFrom, { error: 'must be one line with an e-mail address' }).optional(),
    secret: false,
    advice: 'Give the sender, for example Partner intelligence portal <portal@force.example>.',
  },
  FILES_URL: {
    schema: optional
      .refine((text) => text === undefined || bucketUrl.test(text), {
        error: 'must be like s3://bucket or s3://bucket/prefix',
      })
      .transform((text) => {
        const [, bucket = '', prefix = ''] = bucketUrl.exec(text ?? '') ?? [];
        return text === undefined ? undefined : { bucket, prefix };
      }),
    secret: false,
    advice: 'Give the bucket for files, for example s3://portal-files, or leave it out to keep them on disk.',
  },
  FILES_ENDPOINT: {
    schema: url(['http:', 'https:'], 'must start with https:// or http://').refine(
      (text) => text === undefined || parseUrl(text) === null || isOrigin(new URL(text)),
      { error: 'must have no path, query, user name or password' },
    ),
    secret: false,
    advice: 'Give the address of the store that speaks S3, for example https://files.example:9000.',
  },
  FILES_REGION: {
    schema: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'must be small letters, digits and hyphens' })
      .default('eu-west-2'),
    secret: false,
    advice: 'Give the region that the store signs for, for example eu-west-2.',
  },
  FILES_ACCESS_KEY_ID: {
    schema: optional,
    secret: true,
    advice: 'Give the id of an access key that may read, write and delete in the bucket.',
  },
  FILES_SECRET_ACCESS_KEY: {
    schema: optional,
    secret: true,
    advice: 'Give the secret of the access key.',
  },
  CLAMD_SOCKET: {
    schema: optional.refine((text) => text === undefined || path.isAbsolute(text), {
      error: 'must be an absolute path',
    }),
    secret: false,
    advice: 'Give the Unix socket of clamd, for example /run/clamav/clamd.ctl.',
  },
  CLAMD_HOST: {
    schema: optional.refine((text) => text === undefined || /^[A-Za-z0-9.:-]+$/.test(text), {
      error: 'must be the name or address of a host',
    }),
    secret: false,
    advice: 'Give the host of clamd, or CLAMD_SOCKET.',
  },
  CLAMD_PORT: { schema: port.default(3310), secret: false, advice: 'Give the port of clamd.' },
  SECOND_FACTOR: {
    schema: z.enum(['required', 'offered'], { error: 'must be required or offered' }).optional(),
    secret: false,
    advice: 'Leave it out: the service requires a second factor, and the demonstration offers one.',
  },
  ALERT_URL: {
    schema: url(['http:', 'https:'], 'must start with https:// or http://'),
    secret: true,
    advice: 'Give the address that is called when a High submission waits, or leave it out.',
  },
  ALERT_TOKEN: {
    schema: optional.refine((text) => text === undefined || /^[\x21-\x7e]+$/.test(text), {
      error: 'must be printable characters without spaces',
    }),
    secret: true,
    advice: 'Give the bearer token that the alert address asks for, or leave it out.',
  },
  OIDC_ISSUER: {
    schema: url(['http:', 'https:'], 'must start with https://'),
    secret: false,
    advice: 'Give the issuer as the force’s provider of OpenID Connect names itself, or leave it out.',
  },
  OIDC_CLIENT_ID: {
    schema: optional,
    secret: false,
    advice: 'Give the id under which the provider knows the portal.',
  },
  OIDC_CLIENT_SECRET: {
    schema: optional,
    secret: true,
    advice: 'Give the secret that the provider made for the portal.',
  },
  OIDC_SCOPE: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, { error: 'must be scopes with a space between them' })
      .refine((scope) => ['openid', 'offline_access'].every((needed) => scope.split(' ').includes(needed)), {
        error: 'must have openid and offline_access in it',
      })
      .default('openid profile email offline_access'),
    secret: false,
    advice: 'Leave it out unless the provider gives groups by a scope of their own.',
  },
  OIDC_GROUPS_CLAIM: {
    schema: z.string().default('groups'),
    secret: false,
    advice: 'Give the claim in which the provider lists a person’s groups.',
  },
  OIDC_SECOND_FACTOR: {
    schema: z
      .string()
      .default('amr=mfa')
      .transform((text, context) => {
        const [, claim, listed] = /^([^=\s]+)=(\S+)$/.exec(text) ?? [];
        if (claim && listed) return { claim, values: listed.split(',') };
        context.addIssue({ code: 'custom', message: 'must be a claim and its values, like amr=mfa' });
        return z.NEVER;
      }),
    secret: false,
    advice:
      'Give the claim by which the provider says that a second factor was used, and with commas each value that does.',
  },
  LOG_LEVEL: {
    schema: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'must be fatal, error, warn, info, debug or silent',
      })
      .default('info'),
    secret: false,
    advice: 'Use info unless you are looking for a fault.',
  },
  FORCE_PACK: {
    schema: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be the name of a directory in prisma/packs' })
      .default('west-midlands-2015'),
    secret: false,
    advice: 'Use west-midlands-2015 or the name of your own force pack.',
  },
} as const satisfies Record<string, { schema: z.ZodType; secret: boolean; advice: string }>;

export type Key = keyof typeof fields;

export type Settings = { [K in Key]: z.output<(typeof fields)[K]['schema']> };

/** What came out well so far: a key whose text is wrong is absent. */
export type Parsed = Partial<Settings>;

/** Every key of the environment that the portal reads, without the KEY_FILE variants. */
export const configKeys = Object.keys(fields) as Key[];

function isOrigin(address: URL): boolean {
  return (
    address.pathname === '/' &&
    address.search === '' &&
    address.hash === '' &&
    address.username === '' &&
    address.password === ''
  );
}
