import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { keepSearch, keptSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { appToSetUp } from '#app/domain/people/factors/code-app.server.ts';
import { renewalPlace } from './sign-on/sign-in-by-directory.server.ts';
import { changeOwnContact } from '#app/domain/people/contact/change-own-contact.server.ts';
import { accountPlace, openWays, reportPlace, sealWays } from '#app/domain/people/contact/sealed-ways.ts';
import { attachmentsOf } from '#app/domain/intake/attachments/attachments-of.server.ts';
import { sealedMatcher } from '#app/domain/intake/sources/sealed-words.server.ts';
import { matcherOf } from '#app/domain/intake/sources/telling-words.ts';
import { loadSubmission } from '#app/domain/submission/load-submission.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeKeyring, open, seal } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { clean, scannerThatSays, testDepot } from '#tests/factories/depot.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { officers } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submittedWithPicture } from '#tests/factories/with-files.ts';
import { keptSought } from '../connections/search/sought.ts';
import { refuseMissingKeys, reseal, sealedColumns } from './sealing-keys.server.ts';
import { checkRestore, checkSealedValues } from './verify-restore.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const { reporter, fib } = await officers(database, fixedClock(testNow));

const newKey = Buffer.alloc(32, 7);
const old = makeKeyring(exampleKey);
const both = makeKeyring(newKey, [exampleKey]);
const onlyNew = makeKeyring(newKey);
const other = makeKeyring(Buffer.alloc(32, 9));
const system = (keyring: typeof old) => ({ ...reporter, keyring, actor: null, system: 'Test' });

const ways = { telephone: '01632 960777', safeTimes: '', anotherWay: '' };
const written = { contactTelephone: ways.telephone, contactSafeTimes: '', contactAnotherWay: '' };
await changeOwnContact(reporter, written);
const withSource = await submittedWithSource(reporter, {
  name: 'Zebedee Quillfeather',
  contact: 'by the mill',
});
const signedOn = await signedOnSession();
const inSession = { ...fib, actor: { ...fib.actor, sessionId: signedOn } };
const app = await appToSetUp(inSession, { issuer: 'Example' });
const { sought } = looksFor('white van');
const searchId = await keepSearch(fib, sought);
const { files } = testDepot(scannerThatSays(clean));
const { submissionId, attachmentId } = await submittedWithPicture(reporter, files);

async function signedOnSession(): Promise<string> {
  const id = randomUUID();
  const at = testNow;
  const times = { createdAt: at, lastSeenAt: at, idleExpiresAt: at, absoluteExpiresAt: at };
  const { accountId } = fib.actor;
  await db.session.create({ data: { id, tokenHash: Buffer.from(id), accountId, ...times } });
  const refreshSealed = seal(old, 'refresh', renewalPlace(id));
  await db.directorySession.create({ data: { sessionId: id, refreshSealed, checkedAt: at } });
  return id;
}

const keys = async () => (await db.sealingKey.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

describe('the keys that records are under', () => {
  it('are asked of every column of bytes but hashes, public keys and the marks of the audit trail', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name !~ 'hash|public_key'
       AND table_name NOT LIKE 'audit%' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
    );
  });

  it('are known by their ids, and a portal that lacks one does not start', async () => {
    expect(await keys()).toEqual([old.current.id]);
    await expect(refuseMissingKeys(db, onlyNew)).rejects.toThrow(old.current.id);
    await expect(refuseMissingKeys(db, both)).resolves.toBeUndefined();
  });
});

describe('sealing anew', () => {
  it('leaves what opens with no key as it is, and says so', async () => {
    expect(await reseal(system(other))).toEqual({
      count: 0,
      unopened: expect.any(Number) as number,
      retired: [],
      remaining: [old.current.id],
    });
    expect(await keys()).toEqual([old.current.id]);
  });

  it('puts every record under the new key with its text as it was, so that the old one can go', async () => {
    const done = await reseal(system(both));
    expect(done).toEqual({
      count: expect.any(Number) as number,
      unopened: 0,
      retired: [old.current.id],
      remaining: [],
    });
    expect(done.count).toBeGreaterThan(5);
    expect(await keys()).toEqual([both.current.id]);
    await refuseMissingKeys(db, onlyNew);

    const account = await db.account.findUniqueOrThrow({ where: { id: reporter.actor.accountId } });
    expect(openWays(onlyNew, account.contactSealed!, accountPlace(account.id))).toEqual(ways);
    const contact = await db.contactRecord.findUniqueOrThrow({ where: { submissionId: withSource } });
    expect(openWays(onlyNew, contact.sealed!, reportPlace(withSource)).telephone).not.toBe('');
    const { refreshSealed } = await db.directorySession.findUniqueOrThrow({ where: { sessionId: signedOn } });
    expect(open(onlyNew, refreshSealed, renewalPlace(signedOn))).toBe('refresh');
    expect(await appToSetUp({ ...inSession, keyring: onlyNew }, { issuer: 'Example' })).toEqual(app);
    expect(await keptSearch({ ...fib, keyring: onlyNew }, { searchId, as: keptSought })).toEqual(sought);
    await transaction(db, async (tx) => {
      const officer = { ...fib, keyring: onlyNew };
      expect(await sealedMatcher(tx, officer, withSource, matcherOf)).not.toBeNull();
      const submission = await loadSubmission(tx, officer, submissionId);
      expect(await attachmentsOf(tx, officer, submission)).toMatchObject([{ name: 'van.jpg' }]);
    });
    const events = await db.auditEvent.findMany({ where: { type: 'key.resealed' } });
    expect(new Set(events.map(({ data }) => (data as { what: string }).what))).toEqual(
      new Set(sealedColumns.map(({ table }) => table)),
    );
  });

  it('finds nothing to do the second time', async () => {
    expect(await reseal(system(both))).toEqual({ count: 0, unopened: 0, retired: [], remaining: [] });
  });

  it('tells of a key that somebody seals with meanwhile', async () => {
    await changeOwnContact(reporter, written);
    expect(await keys()).toEqual([both.current.id, old.current.id].sort());
    expect(await reseal(system(both))).toMatchObject({ count: 1, retired: [old.current.id] });
  });
});

it('the database lets nobody put another text where one was sealed', async () => {
  const { fileKey } = await db.attachment.findFirstOrThrow({ where: { submissionId } });
  await asOwner(pool, async (client) => {
    const another = sealWays(onlyNew, ways, reportPlace(withSource));
    const hex = (bytes: Uint8Array) => `decode('${Buffer.from(bytes).toString('hex')}', 'hex')`;
    for (const [sql, why] of [
      [`UPDATE source_record SET sealed = ${hex(another)}`, 'a submitted source record is sealed'],
      [`UPDATE contact_record SET sealed = ${hex(another)}`, 'stays as it was sealed'],
      [`UPDATE contact_record SET telephone = NOT telephone`, 'stays as it was sealed'],
      [`DELETE FROM contact_record`, 'stays as it was sealed'],
      [`UPDATE attachment SET details = ${hex(another)}`, 'cannot be rewritten'],
      [`UPDATE attachment SET file_key = ${hex(another)}`, 'cannot be rewritten'],
    ])
      expect([sql, await refusalOf(client, sql!)]).toEqual([sql, expect.stringContaining(why!)]);
    expect(await refusalOf(client, `UPDATE attachment SET file_key = ${hex(fileKey!)}`)).toBeNull();
  });
});

it('one file that does not open is named so, and the others are shown', async () => {
  const officer = { ...fib, keyring: other };
  await transaction(db, async (tx) => {
    const submission = await loadSubmission(tx, officer, submissionId);
    expect(await attachmentsOf(tx, officer, submission)).toMatchObject([{ number: 1, name: null }]);
  });
});

describe('what was restored', () => {
  it('is counted, opened and held against its hashes', async () => {
    const check = await checkRestore(system(both), files);
    expect(check.faults).toEqual([]);
    expect(check.counts).toContainEqual({ what: 'Files', count: 1 });
    expect(check.counts).toContainEqual({ what: 'Reports', count: await db.submission.count() });
    expect(check.sealed).toBeGreaterThan(5);
    expect([check.files, check.newest]).toEqual([1, expect.any(Date) as Date]);
  });

  it('with another key opens nowhere, and the newest values show it', async () => {
    const { faults } = await checkRestore(system(other), files);
    expect(faults).toContain(`source_record ${await sourceId()}: sealed does not open`);
    expect((await checkSealedValues(db, other, 1)).faults.length).toBe(sealedColumns.length);
  });

  it('names the file that its store has lost or changed, and no content', async () => {
    await files.remove(`attachments/${attachmentId}/original`);
    expect((await checkRestore(system(both), files)).faults).toEqual([
      `attachment ${attachmentId}: The file store has lost attachment ${attachmentId}`,
    ]);
    const wrong = Buffer.alloc(1024);
    await files.put(`attachments/${attachmentId}/original`, Readable.from([wrong]), wrong.length);
    const { faults } = await checkRestore(system(both), files);
    expect(faults).toEqual([expect.stringContaining(`attachment ${attachmentId}: `)]);
  });
});

const sourceId = async () => (await db.sourceRecord.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
