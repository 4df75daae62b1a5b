import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#app/admin.ts';
import { prepareDemonstration } from '#app/domain/admin/prepare-demonstration.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { fileKeyPlace, keepPart, sealDetails } from '#app/domain/intake/attachments/sealed-file.server.ts';
import { newFileKey, sealFileKey } from '#app/platform/crypto/sealed-stream.ts';
import { isEmptyDatabase } from '#app/platform/db/dump.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { diskFiles } from '#app/platform/files/disk-files.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { hashToken } from '#app/platform/crypto/token.ts';
import { openDatabase, type OpenDatabase } from '#app/platform/db/open-database.ts';
import { readConfig } from '#app/platform/env.ts';
import { packDirectory, type Overrides } from '#app/portal.ts';
import { blankDatabase } from '#tests/factories/blank-database.ts';
import { filledDatabase } from '#tests/factories/empty-database.ts';

function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-admin-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const settings = {
  NODE_ENV: 'development',
  PORTAL_MODE: 'service',
  KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
/** One new portal that nobody has used yet, which the tests below set up step by step. Each command opens it anew. */
const database = await filledDatabase(() => Promise.resolve());
const directory = newDirectory();
const env = { ...settings, DATA_DIRECTORY: directory };

async function run(env: NodeJS.ProcessEnv, ...args: string[]) {
  return runAt({ database }, env, ...args);
}

async function runAt(overrides: Overrides, env: NodeJS.ProcessEnv, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const status = await runCommand(args, env, {
    say: (words) => void said.push(words),
    complain: (words) => void complained.push(words),
    overrides,
  });
  return { status, said: said.join('\n'), complained: complained.join('\n') };
}

/** Looks into the portal's database, which no command has open meanwhile. */
async function look<Seen>(at: (db: OpenDatabase['db']) => Promise<Seen>): Promise<Seen> {
  const { db, close } = await openDatabase(database, 'prisma/migrations');
  try {
    return await at(db);
  } finally {
    await close();
  }
}

function capturedMail(): { to: string; text: string }[] {
  const folder = path.join(directory, 'mail');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { to: string; text: string });
}

/** As a file is kept that came with a report. */
async function keepFile(db: OpenDatabase['db'], content: Buffer): Promise<void> {
  const id = newId<'Attachment'>();
  const keyring = makeKeyring(Buffer.from(settings.KEY_ENCRYPTION_KEY, 'base64'));
  const key = newFileKey();
  await keepPart(
    diskFiles(path.join(directory, 'files')),
    key,
    id,
    'original',
    Readable.from([content]),
    content.length,
  );
  await db.attachment.create({
    data: {
      id,
      draftId: newId<'Draft'>(),
      position: 1,
      description: 'A note',
      kind: 'txt',
      size: content.length,
      details: sealDetails(keyring, id, {
        name: 'note.txt',
        sha256: createHash('sha256').update(content).digest('hex'),
      }),
      fileKey: sealFileKey(keyring, key, fileKeyPlace(id)),
      state: 'quarantined',
      receivedAt: new Date(),
      storedAt: new Date(),
    },
  });
}

/** Settings of a portal that is yet to be restored: on a server with a database without tables. */
async function emptyPlace() {
  const place = { ...settings, DATA_DIRECTORY: newDirectory() };
  if (database.kind === 'embedded')
    return {
      env: place,
      overrides: {},
      isEmpty: () => Promise.resolve(!existsSync(path.join(place.DATA_DIRECTORY, 'database'))),
    };
  const { connection } = await blankDatabase();
  const url = connection.connectionString ?? '';
  const source = { kind: 'postgresql', url, ownerUrl: url } as const;
  return { env: place, overrides: { database: source }, isEmpty: () => isEmptyDatabase(source) };
}

const tokenIn = (text: string): string => /\/invitation\/(\S+)/.exec(text)?.[1] ?? '';

describe('a running portal on the same data directory', () => {
  it('stops every command that would open the embedded database', async () => {
    const held = newDirectory();
    const lock = path.join(held, 'lock');
    writeFileSync(lock, String(process.ppid));
    for (const args of [
      ['load-pack'],
      ['invite-administrator', 'first@police.example', 'First', 'Example'],
    ]) {
      const { status, complained } = await runAt({}, { ...settings, DATA_DIRECTORY: held }, ...args);
      expect(status).toBe(1);
      expect(complained).toContain('held by another portal: stop it first');
    }
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
    expect(readdirSync(held)).toEqual(['lock']);
  });
});

describe('a new portal', () => {
  it('invites nobody before its force pack is loaded, and lets go of the database', async () => {
    for (const attempt of ['first', 'second']) {
      const { status, complained } = await run(env, 'invite-administrator', 'a@police.example', attempt);
      expect(status).toBe(1);
      expect(complained).toContain('npm run load-pack');
    }
  });

  it('takes its force pack once, and says so the second time', async () => {
    const first = await run(env, 'load-pack');
    expect(first).toMatchObject({ status: 0, complained: '' });
    expect(first.said).toContain('west-midlands-2015 is loaded');
    // The word of the owner is written beside a load that needs none as well.
    const second = await run(env, 'load-pack', 'shorter-retention');
    expect(second).toMatchObject({ status: 0, complained: '' });
    expect(second.said).toContain('has not changed');
    const seen = await look(async (db) => ({
      queues: await db.queue.count(),
      accounts: await db.account.count(),
      rules: await db.routingRuleSet.count(),
      forms: await db.formVersion.count(),
      agreed: await db.retentionAgreed.count(),
      events: await db.auditEvent.findMany({ select: { type: true, actorLabel: true } }),
    }));
    expect(seen).toMatchObject({ queues: 12, accounts: 0, rules: 2, agreed: 1 });
    expect(seen.forms).toBeGreaterThan(0);
    expect(seen.events).toEqual([{ type: 'pack.loaded', actorLabel: 'Command load-pack' }]);
    expect(await run(env, 'load-pack', 'shorter')).toMatchObject({ status: 1 });
  });

  it('makes one administrator, mails a link that opens the account, and a fresh link when asked again', async () => {
    for (const address of ['First@Police.example', 'first@police.example'])
      expect(await run(env, 'invite-administrator', address, 'First', 'Example')).toMatchObject({
        status: 0,
        complained: '',
      });
    const mail = capturedMail();
    expect(mail.map(({ to }) => to)).toEqual(['first@police.example', 'first@police.example']);
    const seen = await look(async (db) => ({
      accounts: await db.account.findMany({ include: { accountRoles: true } }),
      open: await db.invitation.findMany({ where: { usedAt: null } }),
      events: await db.auditEvent.findMany({ where: { type: 'account.invited' } }),
      opened: await db.account.updateMany({ data: { status: 'active' } }),
    }));
    expect(seen.accounts).toHaveLength(1);
    expect(seen.accounts[0]).toMatchObject({
      displayName: 'First Example',
      side: 'police',
      status: 'invited',
    });
    expect(seen.accounts[0]?.accountRoles.map(({ role }) => role)).toEqual(['administrator']);
    expect(seen.open).toHaveLength(1);
    expect(Buffer.from(seen.open[0]!.tokenHash)).toEqual(Buffer.from(hashToken(tokenIn(mail[1]!.text))));
    expect(seen.events.map(({ actorLabel }) => actorLabel)).toEqual(
      Array(2).fill('Command invite-administrator'),
    );
  });

  it('leaves an account alone that is open already, and refuses what is no address', async () => {
    const again = await run(env, 'invite-administrator', 'first@police.example', 'First');
    expect(again).toMatchObject({
      status: 1,
      complained: 'There is already an account with this email address',
    });
    const wrong = await run(env, 'invite-administrator', 'nobody', 'No Address');
    expect(wrong.status).toBe(1);
    expect(wrong.complained).toContain('email address in the correct format');
    expect(capturedMail()).toHaveLength(2);
    expect(await look((db) => db.account.count())).toBe(1);
  });

  it('seals anew what is under another key, and starts nothing without a key that records are under', async () => {
    expect(await run(env, 'reseal')).toMatchObject({
      status: 0,
      said: expect.stringMatching(/: 0\.$/) as string,
    });
    await look((db) => db.sealingKey.create({ data: { id: '0badc0de' } }));
    const { status, complained } = await run(env, 'invite-administrator', 'second@police.example', 'Second');
    expect(status).toBe(1);
    expect(complained).toContain('sealed under a key that is not set (0badc0de)');
    await look((db) => db.sealingKey.deleteMany());
  });

  it('mails a link for a new password to an account in use, never shows it, and writes down that it did', async () => {
    const { status, said } = await run(env, 'reset-password', 'First@Police.example');
    expect(status).toBe(0);
    const mail = capturedMail().at(-1);
    const [, token = ''] = /\/reset-password\/(\S+)/.exec(mail?.text ?? '') ?? [];
    expect(mail?.to).toBe('first@police.example');
    expect(token).toHaveLength(43);
    expect(said).not.toContain(token);
    const seen = await look(async (db) => ({
      kept: await db.passwordReset.findMany(),
      events: await db.auditEvent.findMany({ where: { type: 'account.reset_asked' } }),
    }));
    expect(seen.kept.map(({ tokenHash }) => Buffer.from(tokenHash))).toEqual([Buffer.from(hashToken(token))]);
    expect(seen.events).toMatchObject([{ actorLabel: 'Command reset-password', data: { by: 'command' } }]);
    const nobody = await run(env, 'reset-password', 'nobody@police.example');
    expect(nobody).toMatchObject({
      status: 1,
      complained: expect.stringContaining('No account in use') as string,
    });
  });

  it('holds the trail against its seals, and against a head that was kept elsewhere', async () => {
    const whole = await run(env, 'verify-audit');
    expect(whole).toMatchObject({ status: 0, complained: '' });
    expect(whole.said).toContain('All of it is as it was sealed.');
    const other = await run(env, 'verify-audit', '7', 'kept-elsewhere');
    expect(other.status).toBe(1);
    expect(other.complained).toContain('Seal 7');
  });

  it('is examined part by part, told what the doctor could not try, and left as it was', async () => {
    const { status, said, complained } = await run(env, 'doctor');
    expect(said).toMatch(/^ok {2}Database +takes what is written/m);
    expect(said).toMatch(/^ok {2}Files +the store keeps, gives back and deletes/m);
    expect(said).toMatch(/^-- {2}Scanner +none is set/m);
    expect(said).toMatch(/^-- {2}Mail +not tried/m);
    expect(readdirSync(path.join(directory, 'files'))).toEqual([]);
    // The file that comes with the portal names an example.
    expect(said).toMatch(/^BAD security\.txt +names a contact of an example/m);
    expect([status, complained]).toEqual([1, 'One part is not in order.']);
  });

  it('is counted and opened whole after a restore', async () => {
    const { status, said } = await run(env, 'verify-restore');
    expect(status).toBe(0);
    expect(said).toMatch(/^Accounts +1$/m);
    expect(said).toContain('All of it is as it was sealed.');
  });

  describe('in a backup', () => {
    const kept = path.join(directory, 'portal.backup');
    const keyOf = (type: 'public' | 'private') => path.join(directory, `backup-${type}.pem`);
    beforeAll(async () => {
      const pair = generateKeyPairSync('rsa', { modulusLength: 3072 });
      writeFileSync(keyOf('public'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
      writeFileSync(keyOf('private'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await look((db) => keepFile(db, Buffer.from('A note, as it was received.')));
    });

    it('lies open to nobody without the private key, and never replaces a file', async () => {
      const { status, said, complained } = await run(env, 'backup', kept, keyOf('public'));
      expect([status, complained]).toEqual([0, '']);
      expect(said).toContain('opens with the private key');
      const bytes = readFileSync(kept);
      for (const open of ['first@police.example', settings.KEY_ENCRYPTION_KEY, 'PGDMP', 'ustar'])
        expect(bytes.includes(open)).toBe(false);
      expect(statSync(kept).mode & 0o777).toBe(0o600);
      expect((await run(env, 'backup', kept, keyOf('public'))).complained).toContain('EEXIST');
      expect((await run(env, 'backup', `${kept}-2`, keyOf('private'))).complained).toContain('private key');
      expect(readFileSync(kept).equals(bytes)).toBe(true);
    });

    it('is restored into an empty database with its files, and refused when altered, cut short or put over another', async () => {
      const elsewhere = await emptyPlace();
      const restore = (file: string) =>
        runAt(elsewhere.overrides, elsewhere.env, 'restore', file, keyOf('private'));
      const bytes = readFileSync(kept);
      const altered = Buffer.from(bytes);
      altered[altered.length - 200]! ^= 1;
      for (const wrong of [
        altered,
        bytes.subarray(0, -1),
        bytes.subarray(0, 70_000),
        Buffer.from('something'),
      ]) {
        writeFileSync(`${kept}-wrong`, wrong);
        const refused = await restore(`${kept}-wrong`);
        expect(refused.status).toBe(1);
        expect(refused.complained).toMatch(/does not open|no backup of the portal/);
      }
      expect(await elsewhere.isEmpty()).toBe(true);

      expect(await restore(kept)).toMatchObject({ status: 0, complained: '' });
      const { status, said } = await runAt(elsewhere.overrides, elsewhere.env, 'verify-restore');
      expect(said).toMatch(/^Accounts +1$/m);
      expect(said).toMatch(/^Files +1$/m);
      expect(said).toContain('All of it is as it was sealed.');
      expect(status).toBe(0);
      const again = await restore(kept);
      expect([again.status, again.complained]).toEqual([
        1,
        expect.stringMatching(/not empty|database in .* already/),
      ]);
    });
  });

  it('takes no force pack beside accounts whose password everybody knows', async () => {
    await look((db) =>
      prepareDemonstration({
        db,
        realTime: systemClock,
        packDirectory: packDirectory(readConfig(env)),
        keyring: makeKeyring(exampleKey),
        withYear: false,
      }),
    );
    const { status, complained } = await run(env, 'load-pack');
    expect(status).toBe(1);
    expect(complained).toContain('demonstration accounts');
  });
});
