import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { acknowledgeDissemination } from '#app/domain/triage/dissemination/acknowledge-dissemination.server.ts';
import { countHighUnacknowledged } from '#app/domain/triage/queues/high-unacknowledged.server.ts';
import { decodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { disseminationLines } from '#app/domain/triage/dissemination/queue-disseminations.server.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import { urgentList } from '#app/domain/desks/urgent-list.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, clean, sanitiseAs, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { callHighAlert } from './call-alert.server.ts';
import { remindAcknowledgements, sweepHighAcknowledgements } from './sweep-acknowledgements.server.ts';
import { areaHomes } from '../desks/area-home.server.ts';
import { whatWaits } from '../desks/what-waits.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const minute = 60_000;
const toEast = { to: 'queue', queueCode: 'spoc-be' } as const;
let people: Record<Who, Ctx>;
let officerIds: Record<string, string>;

beforeAll(async () => {
  people = await officers(database, clock);
  officerIds = Object.fromEntries(Object.entries(people).map(([who, ctx]) => [ctx.actor.accountId, who]));
});
beforeEach(async () => {
  await db.dissemination.updateMany({ data: { awaits: null } });
  await clearJobs(db);
});

/** Something that FIB has just sent to Birmingham East. */
async function sent(high: boolean) {
  clock.advance(minute);
  const made = await acceptedItem(people.fib, people.reporter, {
    changes: high ? { danger: 'now', emergencyCall: 'called' } : {},
  });
  return { ...made, disseminationId: await sentTo(people.fib, made.itemId, toEast) };
}
const acknowledge = (disseminationId: Id<'Dissemination'>) =>
  acknowledgeDissemination(people.spocEast, { disseminationId });

/** Whom a kind of mail went to since the last look, of those who are known here. */
async function mailed(kind: string) {
  const found = (await queuedJobs(db)).filter(
    ({ name, data }) => name === 'send-mail' && data['kind'] === kind,
  );
  return found.map(({ data }) => officerIds[String(data['accountId'])]).filter((who) => who !== undefined);
}
const page = () =>
  queuePage(people.spocEast, { queueCode: 'spoc-be', view: 'disseminated-to-us', cursor: null });
const waits = async (ctx: Ctx, code: string) =>
  (await whatWaits(ctx)).filter((each) => each.code === code && each.count > 0);

describe('what is sent to a queue', () => {
  it('is told to its officers and to nobody else, without a word of what it is', async () => {
    await sent(false);
    expect(await mailed('item-sent')).toEqual(['spocEast']);
    const [mail] = (await queuedJobs(db)).filter(({ data }) => data['kind'] === 'item-sent');
    expect(Object.keys(mail?.data ?? {}).sort()).toEqual(['accountId', 'kind']);
  });
});

describe('a High item that a queue has not acknowledged in its hour', () => {
  it('is urgent, late for the monitoring, and told again with a call until it is acknowledged', async () => {
    const { disseminationId, submissionId } = await sent(true);
    const urgent = async (ctx: Ctx) => (await urgentList(ctx)).unacknowledged.map(({ id }) => id);
    const sweep = () => sweepHighAcknowledgements(job, { alertConfigured: true });
    const { acknowledgeBy } = await db.dissemination.findUniqueOrThrow({ where: { id: disseminationId } });
    clock.advance(acknowledgeBy.getTime() - clock.now().getTime());
    await clearJobs(db);
    await sweep();
    expect(await queuedJobs(db)).toEqual([]);
    expect(await countHighUnacknowledged(db, clock.now())).toBe(0);
    expect(await urgent(people.spocEast)).toEqual([]);

    clock.advance(1000);
    expect(await countHighUnacknowledged(db, clock.now())).toBe(1);
    for (const who of ['spocEast', 'fib', 'supervisor'] as const)
      expect(await urgent(people[who])).toEqual([disseminationId]);
    expect(await urgent(people.spocCoventry)).toEqual([]);
    expect(await waits(people.fib, 'highUnacknowledged')).toMatchObject([
      { count: 1, place: 'urgent', urgent: true },
    ]);
    await sweep();
    const told = await mailed('acknowledge-high');
    expect(told).toEqual(expect.arrayContaining(['spocEast', 'supervisor']));
    expect(told).not.toContain('spocCoventry');
    expect(new Set(told).size).toBe(told.length);
    const [alert] = (await queuedJobs(db)).filter(({ name }) => name === 'call-alert');
    expect(alert?.data).toMatchObject({ kind: 'acknowledgement_overdue', submissionId });
    const calls: unknown[] = [];
    await callHighAlert(job, (message) => Promise.resolve(calls.push(message) > 0), {
      submissionId,
      step: 'acknowledgement-overdue',
      kind: 'acknowledgement_overdue',
    });
    expect(calls).toEqual([{ kind: 'acknowledgement_overdue', step: 'acknowledgement-overdue', waiting: 1 }]);

    await acknowledge(disseminationId);
    await clearJobs(db);
    await sweep();
    expect(await queuedJobs(db)).toEqual([]);
    expect(await countHighUnacknowledged(db, clock.now())).toBe(0);
  });
});

describe('what nobody acknowledges', () => {
  it('is reminded of each day once it is late: to its queue and the lead of the area, and to the MDS lead', async () => {
    const { disseminationId, itemId } = await sent(false);
    await sentTo(people.fib, itemId, { to: 'mds_lead', reason: 'It is the third of its kind.' });
    await clearJobs(db);
    await remindAcknowledgements(job);
    expect(await queuedJobs(db)).toEqual([]);
    clock.advance(30 * 24 * 60 * minute);
    expect((await areaHomes(people.areaLead))[0]?.lists['acknowledge-now']).toBe(1);
    await remindAcknowledgements(job);
    expect((await mailed('acknowledge-late')).sort()).toEqual(['areaLead', 'spocEast']);
    expect(await mailed('significant-late')).toEqual(['mdsLead']);
    await acknowledge(disseminationId);
    await clearJobs(db);
    await remindAcknowledgements(job);
    expect(await mailed('acknowledge-late')).toEqual([]);
  });

  it('stands before what is done, High first, then by when it is due, over all pages', async () => {
    const { itemId, ...medium } = await sent(false);
    const later = await sent(false);
    const done: string[] = [];
    for (const version of [2, 3, 4]) {
      clock.advance(minute);
      await sanitiseAs(people.fib, itemId, `${clean} Version ${version}.`);
      const id = await sentTo(people.fib, itemId, toEast);
      await acknowledge(id);
      done.unshift(id);
    }
    const high = await sent(true);
    const waiting = [high, medium, later].map(({ disseminationId }) => disseminationId);
    const top = await page();
    expect(top.disseminations.slice(0, 6).map(({ id }) => id)).toEqual([...waiting, ...done]);
    expect(top.counts['disseminated-to-us']).toBe(waiting.length);
    expect(top.views.find(({ id }) => id === 'disseminated-to-us')?.count).toBe(waiting.length);
    for (const size of [1, 2, 3, 4])
      expect(await overPages(size)).toEqual(top.disseminations.map(({ id }) => id));
    const now = await waits(people.spocEast, 'acknowledgeNow');
    expect(now).toMatchObject([
      { count: 1, place: { queue: 'spoc-be', view: 'disseminated-to-us' }, urgent: true },
    ]);
    expect((await waits(people.spocEast, 'toAcknowledge'))[0]?.count).toBe(2);
  });
});

/** Every line of the queue, read page by page. */
async function overPages(size: number): Promise<string[]> {
  const queue = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-be' } });
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const at = decodeCursor(cursor);
    const lines = await transaction(db, (tx) => disseminationLines(tx, queue.id, at, size));
    found.push(...lines.disseminations.map(({ id }) => id));
    cursor = lines.next;
  } while (cursor !== null);
  return found;
}
