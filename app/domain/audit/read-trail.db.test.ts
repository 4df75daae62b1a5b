import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { NotFound } from '../failures.ts';
import { readTrail } from './read-trail.server.ts';
import { record } from './record.server.ts';
import type { TrailFilter } from './trail-filter.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const auditor = await as('auditor@police.example');
const reporter = await as('robin@harbour-trust.example');
const subject = { type: 'draft', id: '0f8fad5b-d9cb-469f-a165-70867728950e' } as const;
const everything: TrailFilter = { type: null, subjectId: null, actorId: null, before: null };

await transaction(database.db, (tx) =>
  record(tx, reporter, { type: 'draft.started', data: { formVersion: 1 }, subject }),
);
await transaction(database.db, (tx) =>
  record(tx, auditor, { type: 'draft.deleted', data: { why: 'expired' }, subject }),
);

describe('the audit trail', () => {
  it('is read newest first, with who, what about and the data', async () => {
    const { lines } = await readTrail(auditor, everything);
    expect(lines.slice(0, 2).map(({ type }) => type)).toEqual(['draft.deleted', 'draft.started']);
    expect(lines[1]).toMatchObject({
      actorId: reporter.actor.accountId,
      actor: 'Robin Example',
      subjectType: 'draft',
      subjectId: subject.id,
      data: { formVersion: 1 },
      happenedAt: new Date('2016-01-18T09:00:00Z'),
    });
  });

  it('is narrowed by type, by subject and by actor', async () => {
    const types = async (filter: Partial<TrailFilter>) =>
      (await readTrail(auditor, { ...everything, ...filter })).lines.map(({ type }) => type);
    expect(await types({ type: 'draft.started' })).toEqual(['draft.started']);
    expect(await types({ subjectId: subject.id })).toEqual(['draft.deleted', 'draft.started']);
    expect(await types({ subjectId: subject.id, actorId: reporter.actor.accountId })).toEqual([
      'draft.started',
    ]);
    expect(await types({ subjectId: reporter.actor.accountId })).toEqual([]);
  });

  it('shows that it was read, and for what', async () => {
    await readTrail(auditor, { ...everything, type: 'item.read', subjectId: subject.id });
    const [latest] = (await readTrail(auditor, { ...everything, type: 'audit.read' })).lines;
    expect(latest).toMatchObject({
      actorId: auditor.actor.accountId,
      data: { filter: `type item.read, subject ${subject.id}` },
    });
  });

  it('gives each event once, a page at a time, while new ones come in', async () => {
    await transaction(database.db, (tx) =>
      record(
        tx,
        reporter,
        ...Array.from({ length: 150 }, () => ({ type: 'account.signed_out', data: {} }) as const),
      ),
    );
    const filter = { ...everything, type: 'account.signed_out' } as const;
    const first = await readTrail(auditor, filter);
    await transaction(database.db, (tx) => record(tx, reporter, { type: 'account.signed_out', data: {} }));
    const second = await readTrail(auditor, { ...filter, before: BigInt(first.olderThan!) });
    expect([first.lines.length, second.lines.length, second.olderThan]).toEqual([100, 50, null]);
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(150);
  });

  it('is the auditor’s alone', async () => {
    for (const email of [
      'administrator@police.example',
      'fib.supervisor@police.example',
      'mds.lead@police.example',
      'lee@harbour-trust.example',
    ]) {
      await expect(readTrail(await as(email), everything)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('cannot be changed or deleted', async () => {
    await expect(database.db.auditEvent.updateMany({ data: { actorLabel: 'Nobody' } })).rejects.toThrow();
    await expect(database.db.auditEvent.deleteMany()).rejects.toThrow();
  });
});
