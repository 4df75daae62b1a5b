import { beforeEach, describe, expect, it } from 'vitest';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, claim, createItem } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { secondSupervisor } from '#tests/factories/rule-drafts.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid } from '../../kernel/failures.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { openOwnReport } from '../../intake/own-reports/open-own-report.server.ts';
import { withdraw } from '../../intake/own-reports/withdraw.server.ts';
import { askingFor, endings, type Ending } from '#app/domain/kernel/endings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { openApprovals } from './open-approvals.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { prepareAction } from '../../desks/prepare-action.server.ts';
import { prepareEnd } from '../../desks/prepare-end.server.ts';
import { isFinal, type Status } from '../../kernel/statuses.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, supervisor } = await officers(database, clock);
const supervisorTwo = await makeCtx(database, { email: secondSupervisor, clock });

beforeEach(async () => {
  clock.advance(60_000);
  await clearJobs(db);
});

const danger = { danger: 'now', emergencyCall: 'called' } as const;
/** Held by `officer`, and ready to end that way. */
async function ready(ending: Ending, officer: Ctx = fib): Promise<Id<'Submission'>> {
  if (ending === 'answer_and_close')
    return (await acceptedItem(officer, reporter, { changes: danger })).submissionId;
  const submissionId = await submitted(reporter, danger);
  await claim(officer, submissionId);
  if (ending === 'grant_withdrawal') await withdraw(reporter, { submissionId, comment: '' });
  clock.advance(60_000);
  return submissionId;
}
const comments: Record<Ending, string> = {
  answer_and_close: 'She is safe. Thank you.',
  close_without_item: 'It was a film set.',
  reject: 'It is about another country.',
  grant_withdrawal: 'The partner confirms that they mistook her.',
};
const written = (submissionId: Id<'Submission'>, ending: Ending) => ({
  submissionId,
  comment: comments[ending],
  outcome: ending === 'close_without_item' || ending === 'answer_and_close' ? 'no_further_use' : '',
  message: ending === 'close_without_item' ? 'We looked into it.' : '',
  unsanitised: '',
  expectedVersion: null,
});
const ask = (ctx: Ctx, submissionId: Id<'Submission'>, ending: Ending) =>
  performAction(ctx, { ...written(submissionId, ending), action: askingFor[ending], ...dangerActNow(ctx) });
const decide = (submissionId: Id<'Submission'>, comment = 'She is safe.') => ({
  submissionId,
  comment,
  expectedVersion: null,
});
/** What would end it at once, by one person. */
const alone: Record<Ending, (ctx: Ctx, submissionId: string) => Promise<void>> = {
  answer_and_close: (ctx, id) =>
    performAction(ctx, {
      ...written(id as Id<'Submission'>, 'answer_and_close'),
      action: 'answer_and_close',
    }),
  close_without_item: (ctx, id) =>
    performAction(ctx, {
      ...written(id as Id<'Submission'>, 'close_without_item'),
      action: 'close_without_item',
    }),
  reject: (ctx, id) => performAction(ctx, { ...written(id as Id<'Submission'>, 'reject'), action: 'reject' }),
  grant_withdrawal: (ctx, id) =>
    performAction(ctx, {
      ...written(id as Id<'Submission'>, 'grant_withdrawal'),
      action: 'grant_withdrawal',
    }),
};
const ends: Record<Ending, Status> = {
  answer_and_close: 'closed',
  close_without_item: 'closed',
  reject: 'rejected',
  grant_withdrawal: 'withdrawn',
};
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const statusOf = async (id: string) => (await rowOf(id)).status;
async function whole(ctx: Ctx, submissionId: Id<'Submission'>) {
  const opened = await openSubmission(ctx, { submissionId });
  if (opened.view !== 'whole') throw new Error('Only its status is shown');
  return opened;
}
const offered = async (ctx: Ctx, id: Id<'Submission'>) =>
  (await whole(ctx, id)).actions.map(({ action }) => action);
const mailed = async (id?: string) =>
  (await queuedJobs(db, id))
    .map(({ data }) => data as { kind?: string; accountId?: string })
    .map(({ kind, accountId }) => [kind, accountId]);
const listed = async (id: string) =>
  (await openApprovals(supervisor)).requests.filter(({ submissionId }) => submissionId === id);

describe.each(endings)('a High submission that should end by %s', (ending) => {
  it('is not ended by whoever holds it, a supervisor neither', async () => {
    for (const officer of [fib, supervisor]) {
      const id = await ready(ending, officer);
      const before = await rowOf(id);
      expect(await offered(officer, id)).not.toContain(ending);
      expect(await offered(officer, id)).toContain(askingFor[ending]);
      await expect(alone[ending](officer, id)).rejects.toThrow('ask to end it, and a second person decides');
      await ask(officer, id, ending);
      await expect(alone[ending](officer, id)).rejects.toBeInstanceOf(Conflict);
      await expect(performAction(officer, { ...decide(id), action: 'grant_ending' })).rejects.toBeInstanceOf(
        Forbidden,
      );
      expect(await rowOf(id)).toMatchObject({ status: before.status, dueAt: before.dueAt });
    }
  });

  it('is asked for by its holder, who says what was done about the danger', async () => {
    const id = await ready(ending);
    const page =
      ending === 'grant_withdrawal'
        ? prepareAction(fib, { submissionId: id, action: askingFor[ending] })
        : prepareEnd(fib, { submissionId: id });
    expect(await page).toMatchObject({ refusal: null, aboutDanger: 'told' });
    expect((await prepareAction(fib, { submissionId: id, action: 'release' })).aboutDanger).toBeNull();
    await expect(
      performAction(fib, {
        ...written(id, ending),
        action: askingFor[ending],
        aboutDanger: ' ',
        dangerBy: ' ',
      }),
    ).rejects.toMatchObject({
      fieldErrors: {
        aboutDanger: 'Enter what was done about the danger',
        dangerBy: 'Enter who did it',
        dangerAt: 'Enter when it was done',
      },
    });
    await expect(ask(supervisor, id, ending)).rejects.toBeInstanceOf(Conflict);
    await clearJobs(db);
    await ask(fib, id, ending);
    const told = await mailed();
    expect(told).toContainEqual(['request-waiting', supervisor.actor.accountId]);
    expect(told).not.toContainEqual(['request-waiting', fib.actor.accountId]);
    expect(told).not.toContainEqual(['answer-waiting', reporter.actor.accountId]);
    expect(await listed(id)).toMatchObject([{ kind: 'ending', ending: { ending }, own: false }]);
    const decided = await prepareAction(supervisor, { submissionId: id, action: 'grant_ending' });
    // What only another outcome asks for is nothing that whoever agrees has to look at.
    expect(decided.gates.map(({ code }) => code)).not.toContain('duplicate');
    const { asked } = decided;
    expect(asked?.reason).toMatch(
      /About the danger: A patrol found her safe\.\nDone by The response team, 4711, 18 January 2016 at \d\d:\d\d/,
    );
    const said =
      ending === 'reject' || ending === 'answer_and_close' ? asked?.ending?.message : asked?.reason;
    expect(said).toContain(comments[ending]);
    await expect(ask(fib, id, ending)).rejects.toBeInstanceOf(Conflict);
  });

  it('ends once a supervisor who did not ask agrees, with the reason', async () => {
    const id = await ready(ending);
    await ask(fib, id, ending);
    await clearJobs(db);
    await expect(
      performAction(supervisor, { ...decide(id, ' '), action: 'grant_ending' }),
    ).rejects.toBeInstanceOf(Invalid);
    await performAction(supervisor, { ...decide(id), action: 'grant_ending' });
    expect(await rowOf(id)).toMatchObject({
      status: ends[ending],
      closedAt: clock.now(),
      outcome: written(id, ending).outcome || null,
      endingAsked: null,
      endingAskedBy: null,
    });
    expect(await mailed(id)).toEqual(
      expect.arrayContaining([
        ['request-decided', fib.actor.accountId],
        ['answer-waiting', reporter.actor.accountId],
      ]),
    );
    const events = await db.submissionEvent.findMany({
      where: { submissionId: id },
      orderBy: { happenedAt: 'asc' },
    });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual(
      expect.arrayContaining([
        [askingFor[ending], fib.actor.accountId],
        ['grant_ending', supervisor.actor.accountId],
      ]),
    );
    const audited = await db.auditEvent.findMany({ where: { subjectId: id } });
    expect(audited.map(({ type, data }) => [type, (data as { action?: string }).action])).toEqual(
      expect.arrayContaining([
        ['submission.moved', askingFor[ending]],
        ['submission.moved', 'grant_ending'],
      ]),
    );
    expect(await listed(id)).toEqual([]);
    await expect(
      performAction(supervisorTwo, { ...decide(id), action: 'grant_ending' }),
    ).rejects.toBeInstanceOf(Conflict);
  });

  it('stays open where the supervisor keeps it, and may be asked for again', async () => {
    const id = await ready(ending);
    await ask(fib, id, ending);
    await clearJobs(db);
    await performAction(supervisor, { ...decide(id, 'Ring the school first.'), action: 'refuse_ending' });
    expect(await rowOf(id)).toMatchObject({ endingAsked: null, endingAskedBy: null });
    expect(isFinal((await rowOf(id)).status)).toBe(false);
    expect(await mailed(id)).toEqual([['request-decided', fib.actor.accountId]]);
    clock.advance(60_000);
    await ask(fib, id, ending);
    await performAction(supervisor, { ...decide(id), action: 'grant_ending' });
    expect(await statusOf(id)).toBe(ends[ending]);
  });

  it('does not end while something that the partner added is unread', async () => {
    const id = await ready(ending);
    await ask(fib, id, ending);
    await db.submission.update({ where: { id }, data: { newInformationAt: clock.now() } });
    await expect(performAction(supervisor, { ...decide(id), action: 'grant_ending' })).rejects.toThrow(
      /mark(ed| it) as read/,
    );
    expect(isFinal((await rowOf(id)).status)).toBe(false);
  });

  it('is asked for once and decided once, whoever comes at the same moment', async () => {
    const id = await ready(ending);
    const asked = await Promise.allSettled([ask(fib, id, ending), ask(fib, id, ending)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const decided = await Promise.allSettled([
      performAction(supervisor, { ...decide(id), action: 'grant_ending' }),
      performAction(supervisorTwo, { ...decide(id), action: 'refuse_ending' }),
      performAction(supervisorTwo, { ...decide(id), action: 'grant_ending' }),
    ]);
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const decisions = { submissionId: id, action: { in: ['grant_ending', 'refuse_ending'] } };
    expect(await db.submissionEvent.count({ where: decisions })).toBe(1);
  });
});

describe('what the partner reads', () => {
  it('comes only once it has ended, in the words of whoever asked', async () => {
    const id = await ready('close_without_item');
    await ask(fib, id, 'close_without_item');
    const read = async () =>
      (await openOwnReport(reporter, { submissionId: id })).messages.map(({ text }) => text);
    expect(await read()).toEqual([]);
    await performAction(supervisor, { ...decide(id), action: 'grant_ending' });
    expect(await read()).toEqual(['We looked into it.']);
    expect(await db.partnerMessage.findFirstOrThrow({ where: { submissionId: id } })).toMatchObject({
      authorId: fib.actor.accountId,
    });
  });

  it('may not ask for more, which is said when it is asked for', async () => {
    const id = await ready('reject');
    const comment = 'Please find out more about the driver.';
    const asking = { ...written(id, 'reject'), comment, ...dangerActNow(fib) };
    await expect(performAction(fib, { ...asking, action: 'ask_to_reject' })).rejects.toMatchObject({
      fieldErrors: { comment: expect.stringContaining('already knows') as unknown },
    });
    await performAction(fib, { ...asking, action: 'ask_to_reject', confirmed: comment });
    await performAction(supervisor, { ...decide(id), action: 'grant_ending' });
    expect(await statusOf(id)).toBe('rejected');
  });
});

describe('what has changed since it was asked', () => {
  it('stops an ending that rests on no item, once there is one', async () => {
    const id = await ready('close_without_item');
    await ask(fib, id, 'close_without_item');
    await createItem(fib, { submissionId: id, title: 'Van', expectedVersion: null });
    await expect(performAction(supervisor, { ...decide(id), action: 'grant_ending' })).rejects.toThrow(
      'An item was made',
    );
    expect(await statusOf(id)).toBe('in_assessment');
  });

  it('stops a closing for which something is missing by now', async () => {
    const id = await ready('answer_and_close');
    await ask(fib, id, 'answer_and_close');
    await createItem(fib, { submissionId: id, title: 'A second van', expectedVersion: null });
    await expect(performAction(supervisor, { ...decide(id), action: 'grant_ending' })).rejects.toThrow(
      'Grade every item first',
    );
    expect(await statusOf(id)).toBe('accepted');
    await performAction(supervisor, {
      ...decide(id, 'The second item is not graded.'),
      action: 'refuse_ending',
    });
  });

  it('stops a rejection of what its partner asks to withdraw since', async () => {
    const id = await ready('reject');
    await ask(fib, id, 'reject');
    await withdraw(reporter, { submissionId: id, comment: '' });
    await expect(performAction(supervisor, { ...decide(id), action: 'grant_ending' })).rejects.toThrow(
      'asked to withdraw',
    );
  });

  it('lets one person end what two have lowered, and the request lapses', async () => {
    const id = await ready('reject');
    await ask(fib, id, 'reject');
    await performAction(fib, { ...decide(id), action: 'ask_to_lower', lowerTo: 'low', ...dangerActNow(fib) });
    await performAction(supervisor, { ...decide(id), action: 'grant_lowering' });
    await alone.reject(fib, id);
    expect(await rowOf(id)).toMatchObject({ status: 'rejected', endingAsked: null, endingAskedBy: null });
  });

  it('never ends by one person what another raises to High at the same moment', async () => {
    const id = await submitted(reporter);
    await claim(fib, id);
    const tried = await Promise.allSettled([
      alone.reject(fib, id),
      performAction(supervisor, {
        action: 'raise_to_high',
        submissionId: id,
        comment: 'A knife.',
        expectedVersion: null,
      }),
    ]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { status, priority } = await rowOf(id);
    expect([status, priority]).toEqual(
      priority === 'high' ? ['in_assessment', 'high'] : ['rejected', priority],
    );
  });
});
