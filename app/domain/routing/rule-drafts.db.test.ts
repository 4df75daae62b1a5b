import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { whatWaits } from '../desks/what-waits.server.ts';
import { arrangeRule } from './arrange-rule.server.ts';
import { askPublication, withdrawRuleDraft } from './rule-drafts.server.ts';
import { currentRules } from './current-rules.server.ts';
import { decideRuleDraft } from './decide-rule-draft.server.ts';
import { openRule } from './open-rule.server.ts';
import { readReplay } from './read-replay.server.ts';
import { readRuleDraft } from './read-rule-draft.server.ts';
import { readRules } from './read-rules.server.ts';
import { replayRules } from './replay-rules.server.ts';
import { saveRule } from './save-rule.server.ts';
import { startRuleDraft } from './start-rule-draft.server.ts';

const database = await testDatabase();
const clock = fixedClock(testNow);
const later = fixedClock(new Date('2016-01-18T10:00:00Z'));
let people: Record<Who, Ctx>;
let author: Ctx;
let second: Ctx;
/** A clock that goes on by a minute each time it is asked. */
const running = (() => {
  let minutes = 0;
  return { now: () => new Date(testNow.getTime() + (minutes += 1) * 60_000) };
})();

beforeAll(async () => {
  people = await officers(database, clock);
  author = { ...people.supervisor, clock: running };
  second = await makeCtx(database, { email: 'duty.inspector@police.example', clock: running });
});

const vehicle = { vehicles: [{ id: '00000000-0000-4000-8000-000000000001', vehicleVrm: 'ZZ99ZZZ' }] };
const rule = {
  name: ['Vehicle seen again'],
  reason: ['A vehicle was reported before. {queue} looks.'],
  join: ['all'],
  'fact-repeatVehicle': ['yes'],
  primary: ['force_spoc'],
  priority: ['medium'],
};
const revision = async () => (await readRuleDraft(author)).draft.revision;
const add = async (fields: Record<string, string[]> = {}) =>
  saveRule(author, { code: null, fields: { ...rule, ...fields }, seenRevision: await revision() });
const arrange = async (code: string, how: 'up' | 'down' | 'remove') =>
  arrangeRule(author, { code, how, seenRevision: await revision() });
const replay = async (ctx = author) => replayRules(ctx, { last: '100', seenRevision: await revision() });
const decide = async (ctx: Ctx, decision: string, comment = 'Agreed with the SPOCs.') =>
  decideRuleDraft(ctx, { decision, comment, seenRevision: await revision() });
const order = async () => (await readRuleDraft(author)).draft.ruleSet.rules.map(({ code }) => code);
const trail = async () =>
  (
    await author.db.auditEvent.findMany({
      where: { type: { startsWith: 'routing.' } },
      orderBy: { id: 'asc' },
      select: { type: true },
    })
  ).map(({ type }) => type);

describe('who may', () => {
  it('read the rules: FIB and the MDS lead; write them: FIB supervisors', async () => {
    for (const who of ['fib', 'supervisor', 'mdsLead'] as const)
      expect((await readRules(people[who])).ruleSet.version).toBe(2);
    for (const who of ['reporter', 'spocEast', 'areaLead', 'administrator', 'auditor'] as const)
      await expect(readRules(people[who])).rejects.toThrow(NotFound);
    for (const who of ['fib', 'mdsLead', 'spocEast'] as const) {
      await expect(startRuleDraft(people[who])).rejects.toThrow(NotFound);
      await expect(readRuleDraft(people[who])).rejects.toThrow(NotFound);
    }
    await expect(readRules(people.fib, { version: '7' })).rejects.toThrow(NotFound);
  });
});

describe('how the rules did', () => {
  it('counts what each rule placed, and what was moved on by hand', async () => {
    const submissionId = await submitted(people.reporter);
    await submitted(people.reporter);
    const { version } = await author.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    await performAction(author, {
      action: 'reroute',
      submissionId,
      otherQueue: 'force-spoc',
      comment: 'They know the house.',
      expectedVersion: version,
    });
    const { use, ruleSet } = await readRules(people.fib);
    const counted = Object.values(use).reduce((sum, { placed }) => sum + placed, 0);
    expect(counted).toBe(await author.db.submission.count());
    expect(Object.values(use).reduce((sum, { moved }) => sum + moved, 0)).toBe(1);
    expect(ruleSet.rules.map(({ code }) => code)).toEqual(expect.arrayContaining(Object.keys(use)));
    const nextYear = { ...people.fib, clock: fixedClock(new Date('2017-02-01T09:00:00Z')) };
    expect((await readRules(nextYear)).use).toEqual({});
  });
});

describe('a draft', () => {
  it('starts from the rules in force, once', async () => {
    await startRuleDraft(author);
    await startRuleDraft(second);
    const page = await readRuleDraft(second);
    expect(page).toMatchObject({ own: false, faults: [], replayed: false, removed: [] });
    expect(page.draft).toMatchObject({
      basedOn: 2,
      revision: 1,
      writtenBy: { name: author.actor.displayName },
    });
    expect(Object.values(page.news).every((news) => news === null)).toBe(true);
  });

  it('is changed by its author alone', async () => {
    const seenRevision = await revision();
    await expect(saveRule(second, { code: null, fields: rule, seenRevision })).rejects.toThrow(Forbidden);
    await expect(arrangeRule(second, { code: 'danger', how: 'down', seenRevision })).rejects.toThrow(
      Forbidden,
    );
    await expect(openRule(second, { code: 'danger' })).rejects.toThrow(Forbidden);
    await expect(withdrawRuleDraft(second, { seenRevision })).rejects.toThrow(Forbidden);
    await expect(openRule(author, { code: 'no-such-rule' })).rejects.toThrow(NotFound);
  });

  it('takes a rule before the last, moves it, and refuses what was seen before', async () => {
    const old = await revision();
    await expect(add({ name: [''] })).rejects.toThrow(Invalid);
    expect(await add()).toEqual({ code: 'vehicle-seen-again' });
    expect((await order()).slice(-2)).toEqual(['vehicle-seen-again', 'everything-else']);
    await expect(arrangeRule(author, { code: 'danger', how: 'down', seenRevision: old })).rejects.toThrow(
      Conflict,
    );
    await arrange('vehicle-seen-again', 'down');
    expect((await order()).at(-1)).toBe('everything-else');
    for (let moves = 0; moves < 20; moves += 1) await arrange('vehicle-seen-again', 'up');
    expect((await order())[0]).toBe('vehicle-seen-again');
    await expect(arrange('everything-else', 'up')).rejects.toThrow(Conflict);
    await expect(arrange('everything-else', 'remove')).rejects.toThrow(Conflict);
  });

  it('says what would take danger from FIB, and may not be asked for until it is put right', async () => {
    expect((await readRuleDraft(author)).faults).toEqual([
      { rule: 'vehicle-seen-again', text: expect.stringContaining('about danger away from FIB') as string },
    ]);
    await replay();
    await expect(askPublication(author, { seenRevision: await revision() })).rejects.toThrow(
      'about danger away from FIB',
    );
    for (let moves = 0; moves < 2; moves += 1) await arrange('vehicle-seen-again', 'down');
    expect(await readRuleDraft(author)).toMatchObject({
      faults: [],
      replayed: false,
      news: { 'vehicle-seen-again': 'new', danger: null },
    });
  });

  it('marks a rule that is changed, and keeps its code when its name changes', async () => {
    const { values } = await openRule(author, { code: 'many-people' });
    const fields = { ...values, name: ['Crowded'], 'fact-largestPeopleEstimate': ['15'] };
    expect(await saveRule(author, { code: 'many-people', fields, seenRevision: await revision() })).toEqual({
      code: 'many-people',
    });
    await arrange('web-form', 'remove');
    const page = await readRuleDraft(author);
    expect(page.news['many-people']).toBe('changed');
    expect(page.removed.map(({ code }) => code)).toEqual(['web-form']);
  });
});

describe('the replay', () => {
  it('shows each difference from the same facts, and changes nothing', async () => {
    await submitted(people.reporter, vehicle);
    // By an earlier version of the form, which asked for the number of people in a question of its own.
    const crowded = await submitted(
      { ...people.reporter, clock: fixedClock(new Date('2015-12-11T10:00:00Z')) },
      { places: [{ id: 'p', placeKind: 'home', placePostcode: 'B11 4AA', placePeopleCount: 12 }] },
    );
    const again = await submitted({ ...people.reporter, clock: later }, vehicle);
    const before = await author.db.submission.findMany({ orderBy: { id: 'asc' } });
    await expect(replayRules(author, { last: '7', seenRevision: await revision() })).rejects.toThrow(Invalid);
    await expect(replayRules(people.fib, { last: '100', seenRevision: 1 })).rejects.toThrow(NotFound);
    await expect(replayRules(author, { last: '100', seenRevision: 1 })).rejects.toThrow(Conflict);
    await replay();
    const { replay: result } = await readReplay(second, { after: 0 });
    expect(result?.counted).toBe(before.length);
    const moved = result?.differences.filter(({ changes }) => changes.includes('queue'));
    expect(moved).toMatchObject([
      {
        submissionId: again,
        before: { queue: 'Force Intelligence Bureau', priority: 'Low', restricted: false },
        after: {
          queue: 'Force SPOC',
          priority: 'Medium',
          rule: 'vehicle-seen-again',
          reason: 'A vehicle was reported before. Force SPOC looks.',
        },
      },
    ]);
    expect(result?.differences[0]?.submissionId).toBe(again);
    // Each came by the web form, whose rule and link to PCC 1.4.1 the draft leaves out.
    expect(result?.counts).toEqual([
      { change: 'queue', count: 1 },
      { change: 'priority', count: 1 },
      { change: 'planItems', count: before.length },
    ]);
    // The draft has a link begin at 15 people instead of 10: of the 12 it takes one more away than of the others.
    const linksLost = (id: Id<'Submission'>) =>
      (result?.differences ?? [])
        .filter(({ submissionId }) => submissionId === id)
        .flatMap(({ before: was, after: becomes }) =>
          was.planItems.filter((item) => !becomes.planItems.includes(item)),
        ).length;
    expect([linksLost(again), linksLost(crowded)]).toEqual([2, 3]);
    expect(await author.db.submission.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('routes the past by the rules in force as it was routed', async () => {
    const stored = await author.db.submissionRoute.findMany({ where: { ruleCode: { not: null } } });
    const { replay: result } = await readReplay(author, { after: 0 });
    for (const { submissionId, before } of result?.differences ?? [])
      expect(stored.find((row) => row.submissionId === submissionId)).toMatchObject({
        ruleCode: before.rule,
        reason: before.reason,
      });
  });
});

describe('publication', () => {
  it('is asked for by the author and decided by another, whom the home page tells', async () => {
    const told = async (ctx: Ctx) => (await whatWaits(ctx)).find(({ code }) => code === 'ruleDraft');
    await expect(decide(second, 'publish')).rejects.toThrow('has not asked');
    expect((await told(second))?.count).toBe(0);
    await askPublication(author, { seenRevision: await revision() });
    expect(await told(second)).toEqual({ code: 'ruleDraft', count: 1, place: 'rule-draft' });
    expect((await told(author))?.count).toBe(0);
    expect(await told(people.fib)).toBeUndefined();
    await expect(decide(author, 'publish')).rejects.toThrow(Forbidden);
    await expect(decide(people.fib, 'publish')).rejects.toThrow(NotFound);
    await expect(decide(second, 'publish', ' ')).rejects.toThrow(Invalid);
    await expect(decide(second, 'perhaps')).rejects.toThrow(Invalid);
  });

  it('is refused for a draft that was changed after its replay', async () => {
    const seenRevision = await revision();
    await arrange('vehicle-seen-again', 'down');
    await expect(
      decideRuleDraft(second, { decision: 'publish', comment: 'Yes.', seenRevision }),
    ).rejects.toThrow(Conflict);
    expect((await readRuleDraft(second)).draft.state).toBe('writing');
    await expect(askPublication(author, { seenRevision: await revision() })).rejects.toThrow('Replay');
    await replay();
    await askPublication(author, { seenRevision: await revision() });
  });

  it('makes the next version, by which reports are routed from then on', async () => {
    const old = await author.db.submission.findMany({ select: { id: true, routingVersion: true } });
    expect(await decide(second, 'publish')).toBe('published');
    expect(await currentRules(author.db)).toMatchObject({ version: 3 });
    const { versions } = await readRules(people.fib);
    expect(versions).toMatchObject([
      {
        version: 3,
        publishedBy: second.actor.displayName,
        writtenBy: author.actor.displayName,
        comment: 'Agreed with the SPOCs.',
      },
      { version: 2, publishedBy: null },
      { version: 1, publishedBy: null },
    ]);
    expect((await readRules(people.fib, { version: '1' })).inForce).toBe(false);
    const id = await submitted({ ...people.reporter, clock: later }, vehicle);
    expect(
      await author.db.submission.findUniqueOrThrow({ where: { id }, include: { primaryQueue: true } }),
    ).toMatchObject({ routingVersion: 3, primaryQueue: { code: 'force-spoc' }, priority: 'medium' });
    expect(new Set(old.map(({ routingVersion }) => routingVersion))).toEqual(new Set([2]));
    expect(await author.db.submission.count({ where: { routingVersion: 2 } })).toBe(old.length);
  });

  it('may be refused with a reason, which the author reads, or the draft withdrawn', async () => {
    await startRuleDraft(author);
    expect(await decide(second, 'reject', 'Too early.')).toBe('rejected');
    expect((await readRules(author)).rejected).toMatchObject({
      by: second.actor.displayName,
      comment: 'Too early.',
    });
    expect((await readRules(second)).rejected).toBeNull();
    await startRuleDraft(author);
    await withdrawRuleDraft(author, { seenRevision: await revision() });
    await expect(readRuleDraft(author)).rejects.toThrow(NotFound);
    expect((await readRules(author)).rejected).toBeNull();
  });

  it('leaves each step in the trail', async () => {
    const types = await trail();
    expect(types.slice(0, 2)).toEqual(['routing.draft_started', 'routing.draft_changed']);
    expect(types.filter((type) => !/changed|replay/.test(type))).toEqual([
      'routing.draft_started',
      'routing.publication_asked',
      'routing.publication_asked',
      'routing.published',
      'routing.draft_started',
      'routing.draft_ended',
      'routing.draft_started',
      'routing.draft_ended',
    ]);
  });

  it('is held by the database too: the author cannot be who decides', async () => {
    await startRuleDraft(author);
    const { draft } = await readRuleDraft(author);
    await expect(
      author.db.routingDraft.update({
        where: { id: draft.id },
        data: {
          state: 'published',
          publishedVersion: 1,
          decidedBy: author.actor.accountId,
          decidedAt: testNow,
        },
      }),
    ).rejects.toThrow('routing_draft_second_person');
  });
});
