import type { Id } from '#app/domain/kernel/id.ts';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { itemInHand } from '#tests/factories/items-in-hand.ts';
import { NotFound } from '../kernel/failures.ts';
import { generateReference } from '../kernel/reference.ts';
import { exportTrail } from './export-trail.server.ts';
import { readTrail, trailSql, type Trail } from './read-trail.server.ts';
import { record } from './record.server.ts';
import { everyReading, readTrailFilter, type TrailFilter } from './trail-filter.ts';
import { trailPeople, trailPersonName } from './trail-people.server.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const auditor = await as('auditor@police.example');
const reporter = await as('robin@harbour-trust.example');
const subject = { type: 'draft', id: '0f8fad5b-d9cb-469f-a165-70867728950e' } as const;
const everything: TrailFilter = {
  type: null,
  subjectId: null,
  reference: null,
  actorId: null,
  from: null,
  to: null,
  before: null,
};

await transaction(database.db, (tx) =>
  record(tx, reporter, { type: 'draft.started', data: { formVersion: 1 }, subject }),
);
await transaction(database.db, (tx) =>
  record(tx, auditor, { type: 'draft.deleted', data: { why: 'expired' }, subject }),
);

const placeOf = ({ olderThan }: Trail) =>
  readTrailFilter((name) => (name === 'before' ? olderThan : null)).filter!.before;

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

  it('is narrowed by days of the portal, and read on in their order', async () => {
    const on = (at: string) =>
      makeCtx(database, { email: 'lee@harbour-trust.example', clock: fixedClock(new Date(at)) });
    // Recorded later, happened earlier.
    for (const at of ['2015-07-01T10:00:00Z', '2015-07-03T10:00:00Z', '2015-07-02T10:00:00Z']) {
      const ctx = await on(at);
      await transaction(database.db, (tx) =>
        record(tx, ctx, { type: 'session.expired', data: { why: 'idle' } }),
      );
    }
    const days = async (from: string, to: string) =>
      (await readTrail(auditor, { ...everything, from: new Date(from), to: new Date(to) })).lines.map(
        ({ happenedAt }) => happenedAt.getUTCDate(),
      );
    expect(await days('2015-07-01T10:00:00Z', '2015-07-03T10:00:00Z')).toEqual([2, 1]);
    expect(await days('2015-07-01T10:00:00.001Z', '2015-07-04T00:00:00Z')).toEqual([3, 2]);
  });

  it('is narrowed to a report with all that belongs to it', async () => {
    const fib = await as('fib.officer@police.example');
    const { submissionId, itemId } = await itemInHand(fib, reporter);
    const { submissionId: other } = await itemInHand(fib, reporter);
    const { reference } = await database.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const read = (filter: Partial<TrailFilter>) =>
      readTrail(auditor, { ...everything, reference, ...filter });
    const { lines } = await read({});
    expect(lines.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['draft.started', 'submission.submitted', 'item.created']),
    );
    expect(lines.every(({ subjectId }) => subjectId !== other)).toBe(true);
    // A draft, a report and an item are called by the reference of the report.
    expect(new Set(lines.map(({ about }) => about))).toEqual(new Set([reference]));
    await transaction(database.db, (tx) =>
      record(tx, fib, {
        type: 'item.read',
        data: { part: 'whole' },
        subject: { type: 'intelligence_item', id: itemId },
      }),
    );
    const readings = await read({ type: everyReading });
    expect(readings.count).toEqual({ events: readings.lines.length, orMore: false });
    expect(readings.lines.map(({ type }) => type)).toContain('item.read');
    expect(readings.lines.map(({ type }) => type)).not.toContain('item.created');
    expect((await read({ subjectId: itemId })).lines.map(({ type }) => type)).toEqual([
      'item.read',
      'item.created',
    ]);
    expect((await read({ subjectId: other })).lines).toEqual([]);
    await expect(read({ reference: generateReference(randomBytes) })).rejects.toMatchObject({
      fieldErrors: { reference: 'No report has this reference' },
    });
  });

  it.each<[string, Partial<TrailFilter>, string[] | null, string]>([
    ['nothing', {}, null, 'audit_event_happened'],
    ['days', { from: new Date(0), to: new Date() }, null, 'audit_event_happened'],
    ['a kind', { type: 'submission.read', from: new Date(0) }, null, 'audit_event_type'],
    [
      'a person',
      { actorId: subject.id as string as Id<'Account'>, to: new Date() },
      null,
      'audit_event_actor',
    ],
    ['a report', {}, [subject.id, subject.id], 'audit_event_subject'],
  ])('reads an index when narrowed by %s', async (_, filter, subjects, index) => {
    const plan = await transaction(database.db, async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`SET LOCAL enable_sort = off`;
      const place = { happenedAt: new Date(), id: 1_000_000n };
      const sql = trailSql({ ...everything, ...filter, before: place }, subjects);
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`);
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
  });

  it('finds people by a part of their name, the chosen one first, and says when there is none or too many', async () => {
    const find = (typed: string, chosen: string | null = null) => trailPeople(auditor, { typed, chosen });
    const robin = { id: reporter.actor.accountId, name: 'Robin Example', of: 'Harbour Trust' };
    expect(await find('robin')).toMatchObject([{ id: robin.id, name: robin.name }]);
    expect((await find('fr')).map(({ name }) => name)).toEqual(expect.arrayContaining(['Frankie Example']));
    expect((await find('fr')).length).toBeGreaterThan(1);
    await expect(find('example')).rejects.toMatchObject({
      fieldErrors: { person: 'More than 20 people have a name like this. Enter more of it' },
    });
    expect(await find('EXAMPLE', robin.id)).toMatchObject([{ id: robin.id }]);
    expect((await find('frankie', robin.id)).map(({ id }) => id)).not.toContain(robin.id);
    for (const typed of ['nobody at all', '%', '_'])
      await expect(find(typed)).rejects.toMatchObject({
        fieldErrors: { person: 'No account has a name like this' },
      });
    expect(await trailPersonName(auditor, robin.id)).toBe('Robin Example');
    await expect(trailPeople(reporter, { typed: 'robin', chosen: null })).rejects.toBeInstanceOf(NotFound);
    await expect(trailPersonName(reporter, robin.id)).rejects.toBeInstanceOf(NotFound);
  });

  it('shows that it was read, and for what', async () => {
    await readTrail(auditor, { ...everything, type: 'item.read', subjectId: subject.id });
    const [latest] = (await readTrail(auditor, { ...everything, type: 'audit.read' })).lines;
    expect(latest).toMatchObject({
      actorId: auditor.actor.accountId,
      data: { filter: `type item.read, subject ${subject.id}` },
    });
  });

  it('gives each event once, a page at a time up to a full last one, while new ones come in', async () => {
    await transaction(database.db, (tx) =>
      record(
        tx,
        reporter,
        ...Array.from({ length: 200 }, () => ({ type: 'account.signed_out', data: {} }) as const),
      ),
    );
    const filter = { ...everything, type: 'account.signed_out' } as const;
    const first = await readTrail(auditor, filter);
    await transaction(database.db, (tx) => record(tx, reporter, { type: 'account.signed_out', data: {} }));
    const second = await readTrail(auditor, { ...filter, before: placeOf(first) });
    expect([first.lines.length, second.lines.length, second.olderThan]).toEqual([100, 100, null]);
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(200);
  });

  it('is given out whole, a line of JSON for each event that matches, and that is an event', async () => {
    const filter = { ...everything, type: 'account.signed_out' } as const;
    const lines: Record<string, unknown>[] = [];
    for await (const line of await exportTrail(auditor, filter, 90))
      lines.push(JSON.parse(line) as Record<string, unknown>);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(201);
    expect(lines[0]).toMatchObject({
      type: 'account.signed_out',
      actor: 'Robin Example',
      happenedAt: '2016-01-18T09:00:00.000Z',
      mark: expect.stringMatching(/^[0-9a-f]{96}$/) as string,
    });
    const { lines: events } = await readTrail(auditor, { ...everything, type: 'audit.exported' });
    expect(events[0]).toMatchObject({ data: { filter: 'type account.signed_out' } });
    await expect(exportTrail(reporter, filter)).rejects.toBeInstanceOf(NotFound);
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
