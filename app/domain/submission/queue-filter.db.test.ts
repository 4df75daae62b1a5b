import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { noFilter, type QueueFilter } from './queue-filter.ts';
import { queuePage, type QueuePage } from '../desks/queue.server.ts';
import { openSavedViews, removeView, saveView } from '../triage/queues/save-view.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
let people: Record<Who, Ctx>;
const hour = 60 * 60_000;

beforeAll(async () => {
  people = await officers(database, clock);
  await submitted(people.reporter, { danger: 'soon' });
  await submitted(people.reporter, { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' });
  for (let index = 0; index < 28; index += 1) {
    clock.advance(7 * hour);
    await submitted(people.reporter, {});
  }
  // One that counts to no area.
  const last = await database.db.submission.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } });
  await database.db.submission.update({ where: { id: last.id }, data: { areaId: null } });
});

const filter = (changes: Partial<QueueFilter>): QueueFilter => ({ ...noFilter, ...changes });
const pageOf = (ctx: Ctx, changes: Partial<QueueFilter> = {}, cursor: string | null = null) =>
  queuePage(ctx, { queueCode: 'fib', view: 'unassigned', cursor, filter: filter(changes) });

async function allLines(changes: Partial<QueueFilter>): Promise<QueuePage['lines']> {
  const found: QueuePage['lines'] = [];
  let cursor: string | null = null;
  do {
    const page: QueuePage = await pageOf(people.fib, changes, cursor);
    found.push(...page.lines);
    cursor = page.next;
  } while (cursor);
  return found;
}

const open = () =>
  database.db.submission.findMany({
    where: { primaryQueue: { code: 'fib' }, claimedBy: null, closedAt: null },
    include: { area: true, submissionPlanLinks: { include: { planItem: true } } },
  });

describe('a narrowed list', () => {
  it('holds what the filter says and nothing else, and counts it', async () => {
    const now = clock.now().getTime();
    const rows = await open();
    const day = 24 * hour;
    const item = rows[0]?.submissionPlanLinks[0]?.planItem.code ?? '';
    const cases: [Partial<QueueFilter>, (row: (typeof rows)[number]) => boolean][] = [
      [{ priority: 'high' }, (row) => row.priority === 'high'],
      [{ priority: 'low' }, (row) => row.priority === 'low'],
      [{ area: 'BE' }, (row) => row.area?.code === 'BE'],
      [{ area: 'none' }, (row) => row.areaId === null],
      [{ type: 'labour' }, (row) => row.exploitationTypes.includes('labour')],
      [{ type: 'sexual' }, (row) => row.exploitationTypes.includes('sexual')],
      [{ channel: 'web' }, (row) => row.channel === 'web'],
      [{ channel: 'paper' }, () => false],
      [{ age: 'under-1' }, (row) => row.submittedAt.getTime() > now - day],
      [{ age: 'over-7' }, (row) => row.submittedAt.getTime() <= now - 7 * day],
      [
        { item },
        (row) => row.submissionPlanLinks.some((link) => link.planItem.code === item && !link.unlinkedAt),
      ],
      [
        { item: 'Protect 1' },
        (row) => row.submissionPlanLinks.some((link) => link.planItem.code === 'Protect 1'),
      ],
      [
        { area: 'BE', priority: 'high', age: 'over-1' },
        (row) => row.area?.code === 'BE' && row.priority === 'high' && row.submittedAt.getTime() <= now - day,
      ],
    ];
    for (const [changes, holds] of cases) {
      const expected = rows.filter(holds).map(({ id }) => id);
      expect([changes, (await allLines(changes)).map(({ id }) => id).sort()]).toEqual([
        changes,
        expected.sort(),
      ]);
      expect((await pageOf(people.fib, changes)).matching).toEqual({ count: expected.length, more: false });
    }
    expect((await pageOf(people.fib)).matching).toBeNull();
  });

  it.each(['received', 'newest', 'due', 'priority'] as const)(
    'comes whole and in order by pages: %s',
    async (sort) => {
      const lines = await allLines({ sort });
      expect(new Set(lines.map(({ id }) => id)).size).toBe((await open()).length);
      const key = (line: (typeof lines)[number]) => {
        if (sort === 'due') return line.dueAt?.getTime() ?? Infinity;
        if (sort === 'priority') return ['high', 'medium', 'low'].indexOf(line.priority);
        return (line.receivedAt?.getTime() ?? 0) * (sort === 'newest' ? -1 : 1);
      };
      const keys = lines.map(key);
      expect(keys).toEqual([...keys].sort((one, other) => one - other));
    },
  );

  const isOpen = `s.status NOT IN ('closed', 'rejected', 'withdrawn')`;
  const id = '6f1c1c52-6c3e-4e43-9c5b-5f3b1c9a0d12';
  const due = `coalesce(s.due_at, '9999-12-31T00:00:00Z'::timestamptz), s.id`;
  it.each([
    ['submission_queue_due', `s.primary_queue_id = '${id}' AND ${isOpen} ORDER BY ${due}`],
    [
      'submission_area_open',
      `s.area_id = '${id}' AND ${isOpen} ORDER BY s.priority_rank, s.submitted_at, s.id`,
    ],
    [
      'submission_area_closed',
      `s.area_id = '${id}' AND s.closed_at IS NOT NULL ORDER BY s.closed_at DESC, s.id`,
    ],
    ['submission_high_open', `s.priority = 'high' AND ${isOpen} ORDER BY ${due}`],
    [
      'submission_accepted',
      `s.status IN ('accepted', 'disseminated') ORDER BY s.priority_rank, s.submitted_at, s.id`,
    ],
    [
      'submission_route_arrival',
      `s.id IN (SELECT r.submission_id FROM submission_route r WHERE r.queue_id = '${id}' AND r.happened_at > now())`,
    ],
  ])('reads the index of its order: %s', async (index, condition) => {
    const plan = await database.db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`SET LOCAL enable_sort = off`;
      return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT 1 FROM submission s WHERE ${condition} LIMIT 26`,
      );
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
  });

  it('is not for whoever may not read what it asks about', async () => {
    const view = { queueCode: 'spoc-be', view: 'unassigned', cursor: null };
    const whole = await queuePage(people.areaLead, view);
    const page = await queuePage(people.areaLead, { ...view, filter: filter({ type: 'organ_removal' }) });
    expect(page).toMatchObject({ filter: noFilter, choices: null, matching: null, cameSince: null });
    expect(page.lines).toEqual(whole.lines);
  });

  it('says how many of the list came to the queue since the reader last looked, by rule or by hand', async () => {
    const since = clock.now();
    clock.advance(hour);
    const id = await submitted(people.reporter, {});
    const page = await queuePage(people.fib, { queueCode: 'fib', view: 'unassigned', cursor: null, since });
    expect(page.cameSince).toEqual({ at: since, count: 1 });
    const narrowed = await queuePage(people.fib, {
      queueCode: 'fib',
      view: 'unassigned',
      cursor: null,
      since,
      filter: filter({ area: 'COV' }),
    });
    expect(narrowed.cameSince).toEqual({ at: since, count: 0 });
    const mine = await queuePage(people.fib, { queueCode: 'fib', view: 'mine', cursor: null, since });
    expect(mine.cameSince).toEqual({ at: since, count: 0 });
    const old = page.lines.find((line) => line.id !== id && line.arrivedAt <= since)?.id ?? '';
    const fib = await database.db.queue.findUniqueOrThrow({ where: { code: 'fib' } });
    await database.db.submissionRoute.create({
      data: {
        id: randomUUID(),
        submissionId: old,
        queueId: fib.id,
        happenedAt: clock.now(),
        reason: 'Sent back',
        actorId: people.spocEast.actor.accountId,
      },
    });
    const moved = await queuePage(people.fib, { queueCode: 'fib', view: 'unassigned', cursor: null, since });
    expect(moved.cameSince).toEqual({ at: since, count: 2 });
    expect(moved.lines.find((line) => line.id === old)?.arrivedAt).toEqual(clock.now());
    await performAction(people.fib, {
      submissionId: id,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
  });
});

describe('a saved view', () => {
  const save = (ctx: Ctx, changes: Partial<Parameters<typeof saveView>[1]> = {}) =>
    saveView(ctx, {
      queueCode: 'fib',
      query: 'view=urgent&priority=high',
      name: 'High',
      shared: false,
      ...changes,
    });
  const opened = (ctx: Ctx, query = '') => openSavedViews(ctx, { queueCode: 'fib', query });
  const names = async (ctx: Ctx) =>
    (await opened(ctx)).views.map(({ name, shared, count }) => [name, shared, count]);

  it('is its owner’s, unless a supervisor shares it, and counts what it holds', async () => {
    await save(people.fib, { name: '  Mine   alone ' });
    await save(people.supervisor, { name: 'For all', shared: true, query: 'view=unassigned&type=sexual' });
    expect(await names(people.fib)).toEqual([
      ['For all', true, 0],
      ['Mine alone', false, 1],
    ]);
    expect(await names(people.fibTwo)).toEqual([['For all', true, 0]]);
    const events = await database.db.auditEvent.findMany({
      where: { type: 'view.saved' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { queue: 'fib', shared: false },
      { queue: 'fib', shared: true },
    ]);
  });

  it('keeps nothing that the portal would not write itself', async () => {
    await save(people.fib, { name: 'Odd', query: 'view=mine&name=Robin%20Example&area=BE&after=xyz' });
    const row = await database.db.savedView.findFirstOrThrow({ where: { name: 'Odd' } });
    expect(row.query).toBe('view=mine&area=BE');
  });

  it('is refused with the reason at its field', async () => {
    const wrong = (changes: Parameters<typeof save>[1]) =>
      save(people.fib, changes).catch(
        (failure: unknown) => failure instanceof Invalid && failure.fieldErrors,
      );
    expect(await wrong({ name: ' ' })).toEqual({ name: 'Enter a name for the view' });
    expect(await wrong({ name: 'mine ALONE' })).toEqual({ name: 'There is a view of this name already' });
    expect(await wrong({ name: 'x'.repeat(61) })).toEqual({
      name: 'The name must be 60 characters or fewer',
    });
    expect(await wrong({ name: 'Closed', query: 'view=closed-this-week' })).toEqual({
      name: 'Only lists of open submissions can be kept as a view',
    });
    for (let index = 0; index < 8; index += 1) await save(people.fib, { name: `More ${index}` });
    expect(await wrong({ name: 'One too many' })).toEqual({
      name: 'There are 10 views already. Remove one first',
    });
  });

  it('is shared and removed by those who may, in a queue that they hold', async () => {
    await expect(save(people.fib, { shared: true, name: 'Not mine' })).rejects.toThrow(Forbidden);
    await expect(save(people.spocEast)).rejects.toThrow(NotFound);
    await expect(save(people.supervisor, { queueCode: 'spoc-be', shared: true })).rejects.toThrow(Forbidden);
    const rows = await database.db.savedView.findMany({ where: { name: { in: ['For all', 'Mine alone'] } } });
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? ('' as Id<'SavedView'>);
    const remove = (ctx: Ctx, name: string) => removeView(ctx, { queueCode: 'fib', viewId: idOf(name) });
    await expect(remove(people.fibTwo, 'Mine alone')).rejects.toThrow(NotFound);
    await expect(remove(people.fib, 'For all')).rejects.toThrow(Forbidden);
    await remove(people.supervisor, 'For all');
    await remove(people.fib, 'Mine alone');
    expect(await names(people.fibTwo)).toEqual([]);
  });

  it('of an area is shared and removed by the officers of its queue', async () => {
    const there = { queueCode: 'spoc-be', name: 'East', shared: true };
    expect((await openSavedViews(people.spocEast, { queueCode: 'spoc-be', query: '' })).mayShare).toBe(true);
    await save(people.spocEast, there);
    await expect(save(people.spocCoventry, there)).rejects.toThrow(NotFound);
    const { id } = await database.db.savedView.findFirstOrThrow({ where: { name: 'East', shared: true } });
    await expect(removeView(people.areaLead, { queueCode: 'spoc-be', viewId: id })).rejects.toThrow(
      Forbidden,
    );
    await removeView(people.spocEast, { queueCode: 'spoc-be', viewId: id });
  });
});
