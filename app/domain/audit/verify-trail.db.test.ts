import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { makeKeyring, type Keyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { onServer } from '#tests/factories/blank-database.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import type { Jobs } from '#app/platform/jobs/job.ts';
import type { Log } from '#app/platform/log.ts';
import type { Mailer } from '#app/platform/mail/mailer.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { sendTrailHead, verifyTrailNightly } from '../reminders/verify-trail-nightly.server.ts';
import { readVerifications } from './read-verifications.server.ts';
import { findingText } from './findings.ts';
import { record } from './record.server.ts';
import { entriesOf, headText, sealOf } from './seal.ts';
import { sealEvents } from './seal-events.server.ts';
import { verifyTrail } from './verify-trail.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const ctx = makeSystemCtx(database);
const keys = (keyring: Keyring, at = ctx.realTime.now()): SystemCtx => ({
  ...ctx,
  keyring,
  realTime: fixedClock(at),
});
const newKey = randomBytes(32);
const both = keys(makeKeyring(newKey, [exampleKey]));
const newAlone = keys(makeKeyring(newKey));

/** Records so many events and gives their numbers. */
async function events(count: number, by: SystemCtx = ctx): Promise<bigint[]> {
  for (let each = 0; each < count; each += 1)
    await transaction(db, (tx) =>
      record(tx, by, { type: 'report.viewed', data: { report: 'volumes', months: String(each) } }),
    );
  const rows = await db.auditEvent.findMany({
    orderBy: { id: 'desc' },
    take: count,
    select: { id: true },
  });
  return rows.map(({ id }) => id).reverse();
}

/** What the owner of the tables does, with the guards switched off meanwhile. */
async function ownerDoes(table: string, ...statements: string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE NONE');
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const sql of statements) await client.query(sql);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const seen = async (by = both, known?: { seal: bigint; head: string }) =>
  (await verifyTrail(by, 'whole', known)).named.map(findingText);
const newestSeal = () => db.auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' } });

describe('the auditor’s page', () => {
  it('shows the looks, the newest seal and whether a kept head is still there', async () => {
    await events(1);
    await sealEvents(ctx);
    await verifyTrail(ctx, 'whole');
    const auditor = await makeCtx(database, { email: 'auditor@police.example' });
    const { number, ...seal } = await newestSeal();
    const kept = { seal: String(number), head: headText(seal) };
    const state = await readVerifications(auditor, kept);
    expect(state).toMatchObject({
      verifications: [{ by: 'Job test', whole: true, findings: 0, named: [] }],
      newest: { number: kept.seal, head: kept.head },
      waiting: { count: 1, orMore: false },
      compared: 'same',
    });
    expect((await readVerifications(auditor, { ...kept, head: 'A'.repeat(43) })).compared).toBe('other');
    await expect(readVerifications(auditor, { seal: 'x', head: 'y' })).rejects.toMatchObject({
      fieldErrors: { seal: expect.any(String) as string, head: expect.any(String) as string },
    });
    const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
    await expect(readVerifications(reporter, null)).rejects.toBeInstanceOf(NotFound);
  });

  it('is told of each night: the head goes to the log and to every auditor by mail', async () => {
    const lines: unknown[] = [];
    const log = { info: (line: unknown) => lines.push(line), error: (line: unknown) => lines.push(line) };
    await verifyTrailNightly(ctx, log as unknown as Log);
    const head = headText(await newestSeal());
    expect(lines).toEqual([expect.objectContaining({ head, findings: 0 })]);
    const [job, ...others] = (await queuedJobs(db)).filter(({ name }) => name === 'send-trail-head');
    expect(others).toEqual([]);
    const sent: { to: string; text: string }[] = [];
    const mailer = { send: (mail: { to: string; text: string }) => Promise.resolve(void sent.push(mail)) };
    const post = {
      mailer: mailer as unknown as Mailer,
      force: 'Force',
      portalUrl: 'https://portal.example',
      addressOf,
    };
    await sendTrailHead(ctx, post, job?.data as Jobs['send-trail-head']);
    expect(sent).toMatchObject([
      { to: 'auditor@police.example', text: expect.stringContaining(head) as string },
    ]);
  });
});

describe('the chain over the trail', () => {
  it('takes every event once, in the order of their numbers', async () => {
    await events(3);
    await sealEvents(ctx);
    const all = await db.auditEvent.count();
    expect(await sealEvents(ctx)).toBe(0);
    const verified = await verifyTrail(ctx, 'whole');
    expect(verified).toMatchObject({ whole: true, events: BigInt(all), unsealed: 0, findings: 0, named: [] });
    expect(await db.auditVerification.findUniqueOrThrow({ where: { id: verified.id } })).toEqual(verified);
    // That it was verified is an event, which waits for the next seal.
    expect(await verifyTrail(ctx, 'whole')).toMatchObject({ unsealed: 1, findings: 0 });
  });

  it.runIf(onServer)('waits for a transaction that is open and holds an earlier number', async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO audit_event (happened_at, type, actor_label, request_id) VALUES (now(), 'audit.read', 'open', 'test')`,
      );
      await events(2);
      expect(await sealEvents(ctx, 0)).toBe(0);
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    // Transactions of the server's other databases hold it up as well, so it waits as it does in use.
    expect(await sealEvents(ctx)).toBeGreaterThan(2);
  });

  it('goes on under a new key, which then vouches for what was sealed with the old one', async () => {
    await sealEvents(ctx);
    await events(2, both);
    expect(await seen(newAlone)).toEqual([
      expect.stringMatching(/^Seal \d+ was made with a key that is not set/),
    ]);
    await expect(sealEvents(newAlone)).rejects.toThrow('not the portal’s, or was made with a key');
    await sealEvents(both);
    expect([await seen(both), await seen(newAlone)]).toEqual([[], []]);
  });

  it('still has the head that was kept elsewhere', async () => {
    const seal = await newestSeal();
    expect(await seen(both, { seal: seal.number, head: headText(seal) })).toEqual([]);
    expect(await seen(both, { seal: seal.number + 9n, head: headText(seal) })).toEqual([
      `Seal ${seal.number + 9n} has another head than the one that was kept elsewhere.`,
    ]);
  });

  it('is looked through by night at a cost that does not grow: the last days, and the older part bit by bit', async () => {
    const whole = await verifyTrail(both, 'whole');
    const tonight = await verifyTrail(both, 'recent');
    expect(tonight).toMatchObject({ whole: false, events: whole.events, findings: 0, olderTo: 0n });
    const later = keys(both.keyring, new Date(ctx.realTime.now().getTime() + 8 * 24 * 60 * 60 * 1000));
    const older = await verifyTrail(later, 'recent');
    expect(older).toMatchObject({ events: whole.events, olderTo: 0n });
    // Nothing was sealed for days, and that shows.
    expect(older.named.map(({ kind }) => kind)).toEqual(['not_sealed']);
  });

  it('shows what the owner of the database did: changed, removed, put in behind the seal, written without the mark', async () => {
    const [changed, moved, removed, left] = await events(4, both);
    await sealEvents(both);
    const columns = 'happened_at, type, actor_label, request_id, mark';
    const values = `'2015-01-01', 'audit.read', 'Somebody else', 'test'`;
    await ownerDoes(
      'audit_event',
      `UPDATE audit_event SET actor_label = 'Somebody else' WHERE id = ${changed}`,
      `UPDATE audit_event SET recorded_at = '2015-01-01' WHERE id = ${moved}`,
      `DELETE FROM audit_event WHERE id = ${removed}`,
      `INSERT INTO audit_event (id, ${columns}) SELECT -5, ${values}, NULL`,
    );
    await pool.query(
      `INSERT INTO audit_event (${columns}) SELECT ${values}, decode(repeat('00', 48), 'hex')`,
    );
    const forged = (await db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    expect(await seen()).toEqual([
      'Event -5 was put in behind the seal.',
      `Event ${changed} was changed after it was sealed.`,
      `Event ${moved} was changed after it was sealed.`,
      `Event ${removed} was sealed and is gone.`,
      `Event ${forged} was not written by the portal.`,
    ]);
    // A mark serves once: an event that was is not written again.
    await expect(
      pool.query(
        `INSERT INTO audit_event (${columns}) SELECT ${columns} FROM audit_event WHERE id = ${left}`,
      ),
    ).rejects.toThrow('audit_event_mark');
    await sealEvents(both);
    expect(await seen()).toContain(`Event ${forged} was sealed, and was not written by the portal.`);
  });

  it('shows what was changed of an event, whichever column it is', async () => {
    const others: Record<string, string> = {
      transaction_id: `'1'`,
      recorded_at: `'2015-01-01'`,
      happened_at: `'2015-01-01'`,
      type: `'audit.read'`,
      actor_id: `gen_random_uuid()`,
      actor_label: `'Somebody else'`,
      session_id: `gen_random_uuid()`,
      request_id: `'another'`,
      subject_type: `'account'`,
      subject_id: `gen_random_uuid()`,
      data: `'{"report": "volumes", "months": "another"}'`,
      mark: `sha256('x') || substr(sha256('y'), 1, 16)`,
    };
    const { rows } = await pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_event' AND column_name <> 'id'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(others).sort());
    const before = await seen();
    const ids = await events(rows.length, both);
    await sealEvents(both);
    await ownerDoes(
      'audit_event',
      ...Object.entries(others).map(
        ([column, value], index) => `UPDATE audit_event SET ${column} = ${value} WHERE id = ${ids[index]}`,
      ),
    );
    const since = (await seen()).filter((line) => !before.includes(line));
    expect(since).toEqual(ids.map((id) => `Event ${id} was changed after it was sealed.`));
  });

  it('shows what was taken out together with its seal: by the head kept elsewhere, or as no seal of the portal', async () => {
    const [removed] = await events(2, both);
    await sealEvents(both);
    const seal = await newestSeal();
    const kept = { seal: seal.number, head: headText(seal) };
    const before = await seen();
    await ownerDoes('audit_event', `DELETE FROM audit_event WHERE id = ${removed}`);
    await ownerDoes('audit_seal', `DELETE FROM audit_seal WHERE number = ${seal.number}`);
    await sealEvents(both);
    expect((await newestSeal()).number).toBe(seal.number);
    expect(await seen()).toEqual(before);
    expect(await seen(both, kept)).toEqual([
      `Seal ${seal.number} has another head than the one that was kept elsewhere.`,
      ...before,
    ]);
    // Or the owner seals it themselves, under the name of the portal's key, which they do not have.
    const last = await db.auditSeal.findUniqueOrThrow({ where: { number: seal.number - 1n } });
    const own = sealOf(makeKeyring(randomBytes(32)), last, {
      events: [...entriesOf(await newestSeal())].slice(1),
      sealedAt: seal.sealedAt,
    });
    const hex = (bytes: Uint8Array) => `decode('${Buffer.from(bytes).toString('hex')}', 'hex')`;
    await ownerDoes(
      'audit_seal',
      `UPDATE audit_seal SET sealed_at = '${own.sealedAt.toISOString()}', to_event = ${own.toEvent}, events = ${own.events},
         entries = ${hex(own.entries)}, head = ${hex(own.head)}, mark = substr(mark, 1, 4) || ${hex(own.mark.subarray(4))}
       WHERE number = ${seal.number}`,
    );
    expect(await seen()).toContain(`Seal ${seal.number} was changed, or was not made by the portal.`);
    await ownerDoes('audit_seal', `DELETE FROM audit_seal WHERE number = ${seal.number}`);
    await sealEvents(both);
  });

  it('shows a seal that was changed or is gone, and is not gone on with', async () => {
    await events(1, both);
    await sealEvents(both);
    const { number } = await newestSeal();
    await ownerDoes(
      'audit_seal',
      `DELETE FROM audit_seal WHERE number = ${number - 2n}`,
      `UPDATE audit_seal SET head = sha256('x') WHERE number = ${number}`,
    );
    const shown = await seen();
    expect(shown).toContain(`Seal ${number - 2n} is gone.`);
    expect(shown).toContain(`Seal ${number} was changed, or was not made by the portal.`);
    await expect(sealEvents(both)).rejects.toThrow(`Seal ${number} of the audit trail is not the portal’s`);
  });

  it('shows a guard that is switched off', async () => {
    const client = await pool.connect();
    await client.query(
      'SET ROLE NONE; ALTER TABLE audit_event DISABLE TRIGGER append_only_rows; SET ROLE portal_app',
    );
    expect(await seen()).toContain(
      'The guard audit_event append_only_rows is missing or switched off in the database.',
    );
    await client.query(
      'SET ROLE NONE; ALTER TABLE audit_event ENABLE TRIGGER append_only_rows; SET ROLE portal_app',
    );
    client.release();
  });
});
