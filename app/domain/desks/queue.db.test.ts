import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Answers } from '#app/domain/form/answers.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { areaHomes } from './area-home.server.ts';
import { whatWaits } from './what-waits.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { queuePage, type QueuePage } from './queue.server.ts';
import { openSubmission } from './open-submission.server.ts';
import { queuesOf } from '#app/domain/submission/queues-held.server.ts';
import { isInView, queueViewOf, queueViews } from '#app/domain/submission/queue-views.ts';
import { heldList } from '#app/domain/triage/queues/held-list.server.ts';
import { takeNext, nextQueue } from '#app/domain/triage/queues/take-next.server.ts';
import { urgentList } from './urgent-list.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { noFilter } from '../submission/queue-filter.ts';
import { neighbours } from '../triage/queues/neighbours.server.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;
const sent: Record<string, Id<'Submission'>> = {};
const minute = 60_000;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
  const send = async (name: string, changes: Answers) => {
    clock.advance(minute);
    sent[name] = await submitted(people.reporter, changes);
  };
  await send('ordinary', {});
  await send('restricted', { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' });
  await send('danger', { danger: 'now', emergencyCall: 'called' });
  await send('restrictedDanger', {
    danger: 'now',
    emergencyCall: 'called',
    sourceCouldBeGuessed: 'unsure',
    sourceRisk: 'Few people knew.',
  });
  const victim = {
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
  };
  await send('victim', { ...victim, child: 'yes', childReferral: 'no' });
  for (let index = 0; index < 30; index += 1) await send(`more${index}`, {});
});

const pageOf = (ctx: Ctx, queueCode: string, view: string | null = null, cursor: string | null = null) =>
  queuePage(ctx, { queueCode, view, cursor });
const ids = (page: QueuePage) => page.lines.map(({ id }) => id);
const countOf = (page: QueuePage, id: string) =>
  page.views.flatMap(({ parts, ...view }) => [view, ...parts]).find((view) => view.id === id)?.count;

async function allLines(ctx: Ctx, queueCode: string, view: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: QueuePage = await pageOf(ctx, queueCode, view, cursor);
    found.push(...ids(page));
    cursor = page.next;
  } while (cursor);
  return found;
}

describe('the FIB queue', () => {
  it('opens on what nobody has, High first and then the oldest', async () => {
    const page = await pageOf(people.fib, 'fib');
    expect(page.view.id).toBe('unassigned');
    expect(ids(await pageOf(people.fib, 'fib', 'urgent'))).toEqual([
      sent['danger'],
      sent['restrictedDanger'],
    ]);
    const all = await allLines(people.fib, 'fib', 'unassigned');
    expect(all.slice(0, 4)).toEqual([
      sent['danger'],
      sent['restrictedDanger'],
      sent['restricted'],
      sent['ordinary'],
    ]);
    expect(all).toHaveLength(34);
    expect(new Set(all).size).toBe(34);
  });

  it('says who sent it, what it is about and until when something is due', async () => {
    const { lines } = await pageOf(people.fib, 'fib', 'unassigned');
    expect(lines.find(({ id }) => id === sent['ordinary'])).toMatchObject({
      priority: 'low',
      status: 'submitted',
      area: 'Birmingham East',
      organisation: 'Example Harbour Trust',
      exploitationTypes: ['Labour or financial'],
      owner: null,
      waitsFor: 'to be seen',
      restricted: false,
      words: expect.stringMatching(/\S/) as unknown,
      place: expect.stringMatching(/\S/) as unknown,
      mark: expect.stringMatching(/\S/) as unknown,
      matches: 34,
    });
  });

  it('says that a child is concerned to whoever may read it, not to who only watches', async () => {
    const shown = async (ctx: Ctx, queueCode: string, view: string) => {
      const { lines } = await pageOf(ctx, queueCode, view);
      const line = lines.find(({ id }) => id === sent['victim']);
      return line?.concernsChild;
    };
    expect(await shown(people.spocEast, 'spoc-be', 'unassigned')).toBe(true);
    expect(await shown(people.fib, 'fib', 'watching')).toBe(false);
  });

  it('counts each view as it lists it, by the rules of the views', async () => {
    await performAction(people.fib, {
      submissionId: sent['ordinary']!,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    const rows = await people.fib.db.submission.findMany({ where: { primaryQueue: { code: 'fib' } } });
    const first = await pageOf(people.fib, 'fib');
    for (const view of queueViews.filter(({ scope }) => scope === 'primary')) {
      const expected = rows
        .filter((row) => isInView(queueViewOf(view.id)!, row, people.fib.actor.accountId, clock.now()))
        .map(({ id }) => id);
      expect((await allLines(people.fib, 'fib', view.id)).sort(), view.id).toEqual(expected.sort());
      expect(countOf(first, view.id), view.id).toBe(expected.length);
    }
    expect(countOf(first, 'mine')).toBe(1);
  });

  it('records that it was looked at, by view, and of which it showed what they say', async () => {
    const { lines } = await pageOf(people.fibTwo, 'fib', 'urgent');
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { type: 'submission.listed', actorId: people.fibTwo.actor.accountId },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toEqual({ queue: 'fib', view: 'urgent', shown: lines.map(({ id }) => id) });
  });

  it.each([
    'reporter',
    'spocEast',
    'forceSpoc',
    'areaLead',
    'mdsLead',
    'custodian',
    'administrator',
    'auditor',
  ] as const)('does not exist for %s', async (who) => {
    await expect(pageOf(people[who], 'fib')).rejects.toThrow(NotFound);
    await expect(takeNext(people[who], { queueCode: 'fib' })).rejects.toThrow(NotFound);
  });

  it('leads from each to the one before and after it, also once it has left the view', async () => {
    const all = (await allLines(people.fib, 'fib', 'unassigned')) as Id<'Submission'>[];
    const beside = (submissionId: Id<'Submission'>, view = 'unassigned') =>
      neighbours(people.fib, { queueCode: 'fib', view, filter: noFilter, submissionId });
    for (const [index, id] of all.slice(0, 3).entries())
      expect(await beside(id)).toEqual({ previous: all[index - 1] ?? null, next: all[index + 1] });
    const own = sent['ordinary']!;
    expect((await beside(own)).next).toBe(all.find((id) => id !== own && id === sent['more0']));
    expect(await beside(all.at(-1)!)).toMatchObject({ previous: all.at(-2), next: null });
    expect(await beside(own, 'watching')).toEqual({ previous: null, next: null });
    const elsewhere = { queueCode: 'fib', view: 'unassigned', filter: noFilter, submissionId: own };
    expect(await neighbours(people.spocEast, elsewhere)).toEqual({ previous: null, next: null });
  });

  it('opens where somebody is needed when asked for a view that it does not have', async () => {
    expect((await pageOf(people.fib, 'fib', 'everything')).view.id).toBe('unassigned');
  });
});

describe('a SPOC queue', () => {
  it('holds what a rule sent there, and lists what it watches apart, without words of the report', async () => {
    const page = await pageOf(people.spocEast, 'spoc-be', 'unassigned');
    expect(ids(page)).toEqual([sent['victim']]);
    const watched = await pageOf(people.spocEast, 'spoc-be', 'watching');
    expect(ids(watched)).toEqual([sent['danger']]);
    expect(countOf(watched, 'watching')).toBe(1);
    expect(watched.lines[0]).toMatchObject({
      priority: 'high',
      area: 'Birmingham East',
      status: null,
      organisation: null,
      exploitationTypes: null,
      receivedAt: null,
    });
    expect(watched.lines[0]).toMatchObject({ words: null, place: null, mark: null, matches: 0 });
    expect(JSON.stringify(watched)).not.toContain('Somebody may be in danger');
  });

  it('is closed to the SPOC of another area', async () => {
    await expect(pageOf(people.spocCoventry, 'spoc-be')).rejects.toThrow(NotFound);
    expect((await queuesOf(people.spocCoventry)).map(({ code }) => code)).toEqual(['spoc-cov']);
  });

  it('never shows a restricted submission, whoever moved it there', async () => {
    const { db } = people.fib;
    const queue = await db.queue.findUniqueOrThrow({ where: { code: 'spoc-cov' } });
    const fib = await db.queue.findUniqueOrThrow({ where: { code: 'fib' } });
    await db.submission.update({ where: { id: sent['restricted']! }, data: { primaryQueueId: queue.id } });
    const page = await pageOf(people.spocCoventry, 'spoc-cov', 'unassigned');
    expect(page.lines).toEqual([]);
    expect(countOf(page, 'unassigned')).toBe(0);
    expect(await takeNext(people.spocCoventry, { queueCode: 'spoc-cov' })).toBeNull();
    await db.submission.update({ where: { id: sent['restricted']! }, data: { primaryQueueId: fib.id } });
  });
});

describe('the lead of an area', () => {
  it('sees what counts to the area, whichever queue holds it, without words of it, and claims nothing', async () => {
    const page = await pageOf(people.areaLead, 'spoc-be', 'unassigned');
    expect(page.queue).toMatchObject({ hold: 'lead', areaName: 'Birmingham East' });
    const all = await allLines(people.areaLead, 'spoc-be', 'unassigned');
    expect(all).toEqual(expect.arrayContaining([sent['danger'], sent['more0'], sent['victim']]));
    expect(countOf(page, 'unassigned')).toBe(all.length);
    expect(countOf(page, 'urgent')).toBe(1);
    expect(page.lines.find(({ id }) => id === sent['danger'])).toMatchObject({
      status: 'submitted',
      queue: 'Force Intelligence Bureau',
      organisation: null,
      exploitationTypes: null,
      receivedAt: null,
      owner: null,
    });
    expect(page.views.map(({ id }) => id)).not.toContain('mine');
    expect(page.views.map(({ id }) => id)).not.toContain('disseminated-to-us');
    await expect(takeNext(people.areaLead, { queueCode: 'spoc-be' })).rejects.toThrow(Forbidden);
    await expect(pageOf(people.areaLead, 'spoc-cov')).rejects.toThrow(NotFound);
  });

  it('is told on the home page of what counts to the area', async () => {
    const [home, ...others] = await areaHomes(people.areaLead);
    expect(others).toEqual([]);
    const listed = async (view: string) => (await allLines(people.areaLead, 'spoc-be', view)).length;
    expect(home).toMatchObject({
      name: 'Birmingham East',
      danger: { open: 1, unheld: 1 },
      queueCode: 'spoc-be',
    });
    expect(home?.lists).toMatchObject({ open: await listed('open'), unassigned: await listed('unassigned') });
    expect(await areaHomes(people.supervisor)).toEqual([]);
  });

  it('sees nothing of what is restricted or counts to another area', async () => {
    const { db } = people.fib;
    const other = await db.area.findUniqueOrThrow({ where: { code: 'COV' } });
    const { areaId } = await db.submission.findUniqueOrThrow({ where: { id: sent['more0']! } });
    await db.submission.update({ where: { id: sent['more0']! }, data: { areaId: other.id } });
    const all = await allLines(people.areaLead, 'spoc-be', 'unassigned');
    for (const hidden of ['more0', 'restricted', 'restrictedDanger'])
      expect([hidden, all.includes(sent[hidden]!)]).toEqual([hidden, false]);
    await db.submission.update({ where: { id: sent['more0']! }, data: { areaId } });
  });
});

describe('an FIB supervisor', () => {
  it('looks into the queues of areas: clocks, states and holders, and takes nothing there', async () => {
    const page = await pageOf(people.supervisor, 'spoc-be', 'unassigned');
    expect(page.queue.hold).toBe('overseer');
    expect(ids(page)).toEqual([sent['victim']]);
    expect(page.lines[0]).toMatchObject({ status: 'submitted', organisation: null, receivedAt: null });
    await expect(takeNext(people.supervisor, { queueCode: 'spoc-be' })).rejects.toThrow(Forbidden);
    await expect(pageOf(people.fib, 'spoc-be')).rejects.toThrow(NotFound);
    const waits = await whatWaits(people.supervisor);
    expect(
      waits.filter(({ place }) => typeof place === 'object' && 'queue' in place && place.queue === 'spoc-be'),
    ).toEqual([]);
  });

  it('finds on the page of a report that they may not read what they may do with it', async () => {
    const opened = await openSubmission(people.supervisor, { submissionId: sent['victim']! });
    if (opened.view !== 'status') throw new Error('The supervisor does not read it.');
    expect(opened.actions.map(({ action }) => action)).toEqual(['assign', 'reroute']);
    const watched = await openSubmission(people.spocEast, { submissionId: sent['danger']! });
    expect(watched).toMatchObject({ view: 'status', actions: [] });
  });
});

describe('what other queues accepted', () => {
  it('is listed for FIB until each item has its sanitised text, watched or not, and watching shows its state', async () => {
    const { db } = people.fib;
    const where = { id: sent['victim']! };
    const before = await db.submission.findUniqueOrThrow({ where });
    const itemId = randomUUID();
    await db.intelligenceItem.create({
      data: {
        id: itemId,
        submissionId: where.id,
        number: 1,
        title: 'Men',
        createdBy: people.spocEast.actor.accountId,
        createdAt: clock.now(),
      },
    });
    const listed = async () => ids(await pageOf(people.fib, 'fib', 'to-sanitise'));
    expect(await listed()).toEqual([]);
    await db.submission.update({
      where,
      data: { status: 'accepted', claimedBy: people.spocEast.actor.accountId, claimedAt: clock.now() },
    });
    expect(await listed()).toEqual([sent['victim']]);
    const page = await pageOf(people.fib, 'fib', 'watching');
    expect(page.views.find(({ id }) => id === 'to-sanitise')?.count).toBe(1);
    expect(page.lines.find(({ id }) => id === sent['victim'])).toMatchObject({ status: 'accepted' });
    expect(await whatWaits(people.fib)).toContainEqual(
      expect.objectContaining({ code: 'toSanitise', count: 1, place: { queue: 'fib', view: 'to-sanitise' } }),
    );
    await db.sanitisedText.create({
      data: {
        id: randomUUID(),
        itemId,
        version: 1,
        text: 'Men live there.',
        writtenBy: people.fib.actor.accountId,
        writtenAt: clock.now(),
      },
    });
    expect(await listed()).toEqual([]);
    expect((await pageOf(people.spocEast, 'spoc-be', 'to-sanitise')).view.id).not.toBe('to-sanitise');
    const { status, claimedBy, claimedAt } = before;
    await db.submission.update({ where, data: { status, claimedBy, claimedAt } });
  });
});

describe('the urgent list', () => {
  const listed = async (ctx: Ctx) => (await urgentList(ctx)).lines.map(({ id }) => id);

  it('shows every unclaimed High submission that the officer may open', async () => {
    expect(await listed(people.supervisor)).toEqual([sent['danger'], sent['restrictedDanger']]);
    expect(await listed(people.fib)).toEqual([sent['danger'], sent['restrictedDanger']]);
    expect(await listed(people.spocEast)).toEqual([]);
    expect(await listed(people.administrator)).toEqual([]);
  });

  it('shows those of every queue to the duty list, restricted ones to FIB only', async () => {
    await people.fib.db.dutyListEntry.create({
      data: {
        id: '00000000-0000-4000-8000-00000000d001',
        accountId: people.spocCoventry.actor.accountId,
        position: 'duty_officer',
        validFrom: new Date('2016-01-01T00:00:00Z'),
      },
    });
    expect(await listed(people.spocCoventry)).toEqual([sent['danger']]);
  });
});

describe('take next', () => {
  it('claims the highest priority, then the oldest, and each once', async () => {
    const first = await takeNext(people.fib, { queueCode: 'fib' });
    expect(first?.submissionId).toBe(sent['danger']);
    const claimed = await people.fib.db.submission.findUniqueOrThrow({ where: { id: sent['danger']! } });
    expect(claimed).toMatchObject({ status: 'in_assessment', claimedBy: people.fib.actor.accountId });
    const [one, other] = await Promise.all([
      takeNext(people.fib, { queueCode: 'fib' }),
      takeNext(people.fibTwo, { queueCode: 'fib' }),
    ]);
    expect(new Set([one?.submissionId, other?.submissionId])).toEqual(
      new Set([sent['restrictedDanger'], sent['restricted']]),
    );
  });

  it('gives as many as there are to any number of officers who ask at once, and no more', async () => {
    const { db } = people.fib;
    const waiting = await db.submission.count({ where: { primaryQueue: { code: 'fib' }, claimedBy: null } });
    const taken = await Promise.all(
      Array.from({ length: waiting + 10 }, (_, index) =>
        takeNext(index % 2 === 0 ? people.fib : people.fibTwo, { queueCode: 'fib' }),
      ),
    );
    const got = taken.flatMap((each) => each?.submissionId ?? []);
    expect(got).toHaveLength(waiting);
    expect(new Set(got).size).toBe(waiting);
  });

  it('takes one, however often the button of one page is pressed', async () => {
    const take = (press: string) => takeNext(people.fib, { queueCode: 'fib', press });
    await submitted(people.reporter);
    await submitted(people.reporter);
    const press = randomUUID();
    const [one, other] = await Promise.all([take(press), take(press)]);
    expect(one).not.toBeNull();
    expect(other).toEqual(one);
    expect(await take(randomUUID())).not.toEqual(one);
  });

  it('is offered to officers of the queue of a report while something in it waits', async () => {
    const here = { submissionId: sent['danger']! };
    expect(await nextQueue(people.fib, here)).toBeNull();
    await submitted(people.reporter);
    expect(await nextQueue(people.fib, here)).toBe('fib');
    expect(await nextQueue(people.spocEast, here)).toBeNull();
  });
});

describe('what somebody holds', () => {
  it('is listed in working order, with the queue of each', async () => {
    const { lines } = await heldList(people.fib);
    const held = await people.fib.db.submission.findMany({
      where: { claimedBy: people.fib.actor.accountId },
      orderBy: [{ priorityRank: 'asc' }, { submittedAt: 'asc' }, { id: 'asc' }],
    });
    expect(lines.map(({ id }) => id)).toEqual(held.map(({ id }) => id));
    expect(lines[0]).toMatchObject({ id: sent['danger'], queue: 'Force Intelligence Bureau' });
  });
});
