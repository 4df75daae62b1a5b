import type { Id } from '#app/domain/kernel/id.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { leadHome } from '#app/domain/desks/lead-home.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Ctx } from '../../kernel/context.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { encodeCursor } from '../../kernel/queue-cursor.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import { highPageSize, openHigh } from './open-high.server.ts';
import { openHighEnded } from './open-high-ended.server.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;
let held: Id<'Submission'>;
let restricted = '';

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
  held = await submitted(people.reporter, { danger: 'soon', whatIsKnown: 'Men sleep in the gasworks.' });
  await performAction(people.fib, {
    submissionId: held,
    action: 'claim',
    comment: '',
    expectedVersion: null,
  });
  restricted = await submitted(people.reporter, {
    danger: 'soon',
    sourceCouldBeGuessed: 'yes',
    sourceRisk: 'Few people knew.',
  });
  await submitted(people.reporter);
});

describe('the list of High submissions', () => {
  it('tells the MDS lead who holds each, nothing of what it says, and of a restricted one no area', async () => {
    const page = await openHigh(people.mdsLead, { cursor: null });
    expect(page.lines.map(({ id }) => id).sort()).toEqual([held, restricted].sort());
    expect(page.lines.find(({ id }) => id === held)).toMatchObject({
      area: 'Birmingham East',
      holder: 'Frankie Example',
      restricted: false,
    });
    expect(page.lines.find(({ id }) => id === restricted)).toMatchObject({
      area: null,
      holder: null,
      restricted: true,
    });
    expect(JSON.stringify(page)).not.toMatch(/gasworks|Harbour/);
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { actorId: people.mdsLead.actor.accountId, type: 'submission.listed' },
    });
    expect(event.data).toEqual({ queue: 'high', view: 'open' });
  });

  it('is counted on the home page of the MDS lead, with when the first that nobody holds is due', async () => {
    const { danger, plan } = await leadHome(people.mdsLead);
    const { firstSeenDueAt } = await people.fib.db.submission.findFirstOrThrow({ where: { id: restricted } });
    expect(danger).toEqual({ open: 2, unheld: 1, overdue: 0, nextDue: firstSeenDueAt });
    expect(plan.length).toBeGreaterThan(20);
    await expect(leadHome(people.supervisor)).rejects.toThrow(NotFound);
  });

  it('is nothing to anybody else', async () => {
    for (const who of ['fib', 'supervisor', 'spocEast', 'areaLead', 'administrator', 'reporter'] as const)
      await expect(openHigh(people[who], { cursor: null })).rejects.toThrow(NotFound);
  });

  it('comes whole and in the order of its clocks by pages', async () => {
    for (let index = 0; index < highPageSize; index += 1) {
      clock.advance(60_000);
      await submitted(people.reporter, { danger: 'soon' });
    }
    const first = await openHigh(people.mdsLead, { cursor: null });
    expect(first.lines).toHaveLength(highPageSize);
    const second = await openHigh(people.mdsLead, { cursor: first.next });
    const all = [...first.lines, ...second.lines];
    expect(new Set(all.map(({ id }) => id)).size).toBe(highPageSize + 2);
    expect(second.next).toBeNull();
    const times = all.map(({ dueAt }) => dueAt?.getTime() ?? Infinity);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });
});

describe('the list of what ended while it was High', () => {
  it('says to the MDS lead and to supervisors how, by whose word and when, by pages; of a restricted one no area', async () => {
    const ended: string[] = [];
    // A clock that goes on while somebody agrees, as real ones do.
    const now = () => {
      clock.advance(1);
      return clock.now();
    };
    const agreeing = { ...people.supervisor, clock: { now } };
    for (const submissionId of [held, restricted as Id<'Submission'>]) {
      clock.advance(60_000);
      if (submissionId === restricted)
        await performAction(people.fib, { submissionId, action: 'claim', expectedVersion: null });
      await endedByTwo([people.fib, agreeing], 'reject', {
        submissionId,
        comment: 'It is about another country.',
        expectedVersion: null,
      });
      ended.unshift(submissionId);
    }
    const page = await openHighEnded(people.mdsLead, { cursor: null });
    expect(page.lines.map(({ id }) => id)).toEqual(ended);
    expect(page.lines).toMatchObject([
      { restricted: true, opens: false, area: null },
      {
        status: 'rejected',
        opens: true,
        area: 'Birmingham East',
        askedBy: 'Frankie Example',
        agreedBy: people.supervisor.actor.displayName,
      },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/gasworks|another country|safe/);
    expect((await openHighEnded(people.supervisor, { cursor: null })).lines[0]).toMatchObject({
      opens: true,
    });
    for (const who of ['fib', 'spocEast', 'areaLead', 'administrator', 'reporter'] as const)
      await expect(openHighEnded(people[who], { cursor: null })).rejects.toThrow(NotFound);
    const after = encodeCursor({ priorityRank: 0, at: page.lines[0]!.endedAt, id: page.lines[0]!.id });
    expect((await openHighEnded(people.mdsLead, { cursor: after })).lines.map(({ id }) => id)).toEqual([
      held,
    ]);
  });
});
