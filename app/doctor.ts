import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { freeSpaceIn, readiness } from '#app/domain/admin/readiness.server.ts';
import { checkSealedValues } from '#app/domain/admin/verify-restore.server.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { addressOf } from '#app/http/address-of.ts';
import { alertCaller } from '#app/platform/alert.ts';
import { keepsOnDisk, type Config } from '#app/platform/env.ts';
import { openFiles } from '#app/platform/files/open-files.ts';
import { createMailer } from '#app/platform/mail/mailer.ts';
import { eicar } from '#app/platform/scanner/eicar.ts';
import { openScanner } from '#app/platform/scanner/open-scanner.ts';
import { wordsOfError } from '#app/platform/words-of-error.ts';
import { openPortal, packDirectory, rootPath, type Overrides } from '#app/portal.ts';
import { notice } from '#emails/notices.ts';

/** What was found of one part; `bad` needs somebody, `open` was not tried or is a choice of the force. */
type Finding = { state: 'good' | 'open' | 'bad'; words: string };
type Asked = { mailTo?: string | undefined; overrides?: Overrides | undefined };
type Examine = (config: Config, asked: Asked) => Finding | Promise<Finding>;

const good = (words: string): Finding => ({ state: 'good', words });
const open = (words: string): Finding => ({ state: 'open', words });
const bad = (words: string): Finding => ({ state: 'bad', words });

/** Newest values of each kind that are opened: a wrong key shows at the first, a damaged row among the latest here. */
const newest = 20;
/** Milliseconds. */
const longestScan = 30_000;

/** In the order in which one depends on the other. None is kept from its turn by a fault of another. */
const parts: Record<string, Examine> = {
  'Force pack': async (config) => good(`${(await readForcePack(packDirectory(config))).code} holds together`),
  Database: async (config, { overrides }) => {
    const portal = await openPortal(config, overrides ?? {});
    try {
      const lacking = await readiness(
        portal.db,
        keepsOnDisk(config) ? freeSpaceIn(config.dataDirectory) : null,
      );
      if (lacking.length > 0) return bad(`lacks ${lacking.join(', ')}`);
      const { count, faults } = await checkSealedValues(portal.db, portal.keyring, newest);
      return faults.length > 0
        ? bad(`does not open with the keys that are set: ${faults.join('; ')}`)
        : good(`takes what is written; the newest ${count} sealed values open with the keys that are set`);
    } finally {
      await portal.close();
    }
  },
  Files: async (config) => {
    const files = openFiles(config);
    const name = `doctor/${randomUUID()}`;
    const content = Buffer.from('A file of the doctor.');
    await files.put(name, piecesOf(content), content.length);
    const back = await files.get(name);
    const read: Uint8Array[] = [];
    for await (const piece of back ?? []) read.push(piece);
    await files.remove(name);
    if (!Buffer.concat(read).equals(content))
      return bad('the store gave back something else than it was given');
    return (await files.get(name)) === null
      ? good('the store keeps, gives back and deletes a file')
      : bad('the store did not delete a file: its key lacks that right');
  },
  Scanner: async (config) => {
    const scanner = openScanner(config);
    if (!scanner.configured) return open('none is set: attached files stay where nobody can open them');
    const found = await scanner.scan([eicar], longestScan);
    const clean = await scanner.scan([Buffer.from('A van.')], longestScan);
    if (found.kind === 'unavailable') return bad(`gave no verdict (${found.why})`);
    if (found.kind !== 'infected')
      return bad('calls the test virus of EICAR clean: its database is missing or old');
    return clean.kind === 'clean'
      ? good('finds the test virus of EICAR, and nothing where nothing is')
      : bad('calls a plain text infected');
  },
  Mail: async (config, { mailTo }) => {
    if (mailTo === undefined) return open('not tried: name an address, doctor <email>');
    if (!config.smtpUrl) return open(`no mail server is set: mail is kept in ${config.dataDirectory}`);
    await sendTestMail(config, mailTo);
    return good('the mail server took a test: look whether it arrives, and in which folder');
  },
  Alerts: async (config, { mailTo }) => {
    if (!config.alertUrl) return open('no ALERT_URL is set: High reports are told by mail only');
    if (mailTo === undefined)
      return open('not tried: name an address, doctor <email>, and it is called as a test');
    await callTestAlert(config);
    return good('the address took a test: ask whoever is to be called whether it reached them');
  },
  'security.txt': () => {
    const text = readFileSync(rootPath('public/.well-known/security.txt'), 'utf8');
    const ends = /^Expires: (.+)$/m.exec(text)?.[1] ?? '';
    if (/\.example\b/.test(text))
      return bad('names a contact of an example: put the force’s own in it, then build');
    if (!(Date.parse(ends) > Date.now())) return bad('has run out: give it a new date, then build');
    return good(`names a contact until ${ends}`);
  },
};

const marks = { good: 'ok', open: '--', bad: 'BAD' };

/**
 * Tries each part that the portal works with, as it works with it, beside a running portal on PostgreSQL, and leaves
 * nothing behind. Mail and alerts are tried where an address is given.
 * @throws Error where a part is not in order
 */
export async function askDoctor(
  config: Config,
  { say, overrides }: { say: (words: string) => void; overrides?: Overrides },
  [mailTo]: readonly string[],
): Promise<void> {
  let faults = 0;
  for (const [part, look] of Object.entries(parts)) {
    const { state, words } = await Promise.resolve()
      .then(() => look(config, { mailTo, overrides }))
      .catch((failure: unknown) => bad(wordsOfError(failure)));
    if (state === 'bad') faults += 1;
    say(`${marks[state].padEnd(4)}${part.padEnd(14)}${words}`);
  }
  if (faults > 0)
    throw new Error(faults === 1 ? 'One part is not in order.' : `${faults} parts are not in order.`);
  say('Nothing is wrong with what was tried.');
}

/** One mail that says it is a test, through the mail server that the portal uses. @throws MailNotSent */
export async function sendTestMail(config: Config, to: string): Promise<void> {
  const { name: force } = (await readForcePack(packDirectory(config))).force;
  const mailer = createMailer(config);
  try {
    const { portalUrl } = config;
    await mailer.send({ to, ...notice('test', { force, portalUrl, path: addressOf('sign-in') }) });
  } finally {
    mailer.close();
  }
}

/** Calls the alert address with `kind` test. @throws Error where it does not take the call */
export async function callTestAlert(config: Config): Promise<void> {
  await alertCaller(config.alertUrl, config.alertToken)({ kind: 'test', step: 'test', waiting: 0 });
}

async function* piecesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
