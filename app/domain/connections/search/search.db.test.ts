import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { blankRecord } from '../records/record-input.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import type { Answers } from '#app/domain/form/answers.ts';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { addHistory } from '#tests/bench/history.ts';
import { addPeopleAndThings } from '#tests/bench/things-of-reports.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { asOwner } from '#tests/factories/as-owner.ts';
import { onServer } from '#tests/factories/blank-database.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { recordedCrime } from '#tests/factories/records-and-contact.ts';
import { changeRecord, removeRecord } from '../records/change-record.server.ts';
import { openMatches } from '../matching/open-matches.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { addSupplement } from '../../intake/own-reports/add-supplement.server.ts';
import { reply } from '../../intake/own-reports/reply.server.ts';
import { performAction } from '../../triage/actions/perform-action.server.ts';
import { addNote } from '../../triage/actions/notes.server.ts';
import { looksFor } from '#tests/factories/looks-for.ts';
import { clearExpired } from '../../retention/clear-expired.server.ts';
import { keptAccountsSought } from '../../people/accounts/accounts.server.ts';
import { keepSearch, keptSearch } from './kept-search.server.ts';
import { search } from './search.server.ts';
import { keptSought } from './sought.ts';

const clock = fixedClock(testNow);
let database: OpenDatabase;
let people: Record<Who, Ctx>;
let report: Id<'Submission'>;
let victim: Id<'Submission'>;
let restricted: Id<'Submission'>;

const about: Answers = {
  whatIsKnown: 'Men work at the pallet yard <b>before dawn</b> & sleep in the café cellar.',
  canDescribe: ['people', 'vehicles'],
  vehicles: [{ id: 'v', vehicleVrm: 'QX65ZZZ' }],
  places: [{ id: 'w', placeKind: 'home', placePostcode: 'B13 9QQ', placeAddress: '14 Madeup Lane' }],
  people: [
    {
      id: 'p',
      personPart: 'suspected_exploiter',
      personForename: 'Ștefan',
      personSurname: 'Inventescu',
      personPhone: '07700 900654',
    },
  ],
};
const forVictim = {
  onBehalfOfVictim: 'yes',
  victimWantsContact: 'yes',
  victimNrmOffered: 'no',
  victimNrmConsent: 'not_asked',
};
const guessable = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
const find = async (who: Who, typed: string) =>
  (await search(people[who], looksFor(typed))).hits.map(({ id }) => id);

beforeAll(async () => {
  database = await testDatabase();
  people = await officers(database, clock);
  report = await submitted(people.reporter, about);
  victim = await submitted(people.reporter, { ...about, ...forVictim });
  restricted = await submitted(people.reporter, { ...about, ...guessable });
});

describe('search', () => {
  it.each([
    'qx65 zzz',
    'QX6? ZZZ',
    '65ZZ',
    '07700 900 654',
    '+44 7700 900654',
    'b13 9qq',
    'B13',
    'stefan inventescu',
    'Inventesku Stefan',
    'madeup lane',
    'pallet yards',
    '"before dawn"',
    'cafe cellar',
  ])('finds “%s”, whoever may read it', async (typed) => {
    expect((await find('fib', typed)).sort()).toEqual([report, restricted].sort());
    expect(await find('spocEast', typed)).toEqual([victim]);
    expect(await find('spocCoventry', typed)).toEqual([]);
    expect(await find('forceSpoc', typed)).toEqual([]);
  });

  it('finds one report by its reference, and nothing of one that the searcher may not open', async () => {
    const { reference } = await people.fib.db.submission.findUniqueOrThrow({ where: { id: report } });
    expect(await find('fib', reference.toLowerCase())).toEqual([report]);
    expect(await find('spocEast', reference)).toEqual([]);
  });

  it('marks what was found in the text and leaves the text as it is', async () => {
    const { hits } = await search(people.spocEast, looksFor('pallet'));
    const pieces = hits[0]?.headline ?? [];
    expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['pallet']);
    expect(pieces.map(({ text }) => text).join('')).toContain('yard <b>before dawn</b> & sleep');
  });

  it('never finds who told the partner, nor what was withdrawn', async () => {
    await submittedWithSource(people.reporter, { name: 'Quentin Sealedaway', contact: '07700 900778' });
    expect(await find('fib', 'Sealedaway')).toEqual([]);
    expect(await find('fib', '07700 900778')).toEqual([]);
    const gone = await submitted(people.reporter, { whatIsKnown: 'Everything about the gasworks.' });
    expect(await find('fib', 'gasworks')).toEqual([gone]);
    await people.fib.db.submission.update({ where: { id: gone }, data: { status: 'withdrawn' } });
    expect(await find('fib', 'gasworks')).toEqual([]);
  });

  it('takes whatever is typed for words: operators, wildcards, quotes and HTML', async () => {
    for (const typed of [
      "'; DROP TABLE submission; --",
      '"unclosed',
      'ab & | ! cd:*',
      '%%% abc',
      '<script>',
      '\\\\abc',
    ])
      await expect(search(people.fib, looksFor(typed))).resolves.toBeTruthy();
    await expect(search(people.reporter, looksFor('pallet'))).rejects.toThrow(NotFound);
  });

  it('is recorded with its kind, its results and none of its words', async () => {
    await search(people.fibTwo, looksFor('QX65 ZZZ'));
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { type: 'search.made', actorId: people.fibTwo.actor.accountId },
    });
    expect(event.data).toEqual({
      kind: 'vehicle',
      found: 2,
      shown: expect.arrayContaining([report, restricted]) as unknown,
    });
  });

  it('quotes the story and no short answer beside it', async () => {
    const { hits } = await search(people.spocEast, looksFor('pallet cellar'));
    expect(hits[0]?.headline.map(({ text }) => text).join('')).not.toContain('·');
    expect(hits[0]?.headline.filter(({ found }) => found).map(({ text }) => text)).toEqual([
      'pallet',
      'cellar',
    ]);
  });

  it.each(['pallte yards', 'cafe celar'])(
    'forgives a slip (%s), says so, and finds nothing that may not be read',
    async (typed) => {
      const { hits } = await search(people.fib, looksFor(typed));
      expect(hits.map(({ id, near }) => [id, near])).toEqual(
        expect.arrayContaining([
          [report, true],
          [restricted, true],
        ]),
      );
      expect(hits[0]?.headline.some(({ found }) => found)).toBe(true);
      expect(await find('spocEast', typed)).toEqual([victim]);
      expect(await find('spocCoventry', typed)).toEqual([]);
    },
  );

  it('takes what stands in quotation marks as it stands', async () => {
    expect(await find('fib', '"palet yard"')).toEqual([]);
  });

  it('is narrowed by days, area, status and kind, and put in another order', async () => {
    const { db } = people.fib;
    const all = async (narrowing: Record<string, unknown>) =>
      (await search(people.fib, looksFor('pallet yard', narrowing))).hits.map(({ id }) => id);
    const box = (day: string) => ({ day, month: '1', year: '2016' });
    const day = testNow.getUTCDate();
    expect((await all({ from: box(String(day)), until: box(String(day)) })).sort()).toEqual(
      [report, restricted].sort(),
    );
    expect(await all({ until: box(String(day - 1)) })).toEqual([]);
    expect(await all({ from: box(String(day + 1)) })).toEqual([]);
    const { area } = await db.submission.findUniqueOrThrow({
      where: { id: report },
      include: { area: true },
    });
    expect((await all({ area: area?.code ?? 'none' })).length).toBe(2);
    expect(await all({ area: 'BW' })).toEqual([]);
    expect((await all({ standing: 'open', kind: 'report' })).length).toBe(2);
    expect(await all({ standing: 'ended' })).toEqual([]);
    expect(await all({ kind: 'disseminated' })).toEqual([]);
    const newest = await all({ sort: 'newest' });
    expect(newest.length).toBe(2);
  });

  it.runIf(onServer)('gives up in time, says what to do, and is recorded all the same', async () => {
    const { db } = people.supervisor;
    const mine = { type: 'search.made', actorId: people.supervisor.actor.accountId };
    const before = await db.auditEvent.count({ where: mine });
    await asOwner(database.pool, async (client) => {
      await client.query('LOCK TABLE submission_person IN ACCESS EXCLUSIVE MODE');
      const waits = search(people.supervisor, looksFor('Inventescu'), { rows: 50, milliseconds: 200 });
      await expect(waits).rejects.toMatchObject({ fieldErrors: { query: /took too long/ } });
    });
    expect(await db.auditEvent.count({ where: mine })).toBe(before + 1);
  });
});

describe('what was looked for', () => {
  it('is its owner’s alone, for 12 hours, and then goes', async () => {
    const realTime = fixedClock(new Date());
    const owner = { ...people.fib, realTime };
    const { sought } = looksFor('white van', { sort: 'newest' });
    const searchId = await keepSearch(owner, sought);
    expect(await keptSearch(owner, { searchId, as: keptSought })).toEqual(sought);
    expect(await keptSearch(people.supervisor, { searchId, as: keptSought })).toBeNull();
    expect(await keptSearch(owner, { searchId: newId<'KeptSearch'>(), as: keptSought })).toBeNull();
    // What an administrator looks for among accounts is no search of reports, and the other way round.
    expect(await keptSearch(owner, { searchId, as: keptAccountsSought })).toBeNull();
    await expect(keepSearch(people.reporter, sought)).rejects.toBeInstanceOf(NotFound);

    realTime.advance(12 * 60 * 60_000);
    expect(await keptSearch(owner, { searchId, as: keptSought })).toBeNull();
    const later = await keepSearch(owner, sought);
    realTime.advance(1);
    await clearExpired(makeSystemCtx(database, { realTime }));
    expect(await owner.db.keptSearch.findMany({ select: { id: true } })).toEqual([{ id: later }]);
    const cleared = await owner.db.auditEvent.findFirstOrThrow({ where: { type: 'retention.cleared' } });
    expect(cleared.data).toMatchObject({ searches: 1 });
  });
});

describe('the reference of a record elsewhere', () => {
  const at = (who: Who) => search(people[who], looksFor('20be 12345-x/16'));

  it('finds the reports that it stands on, for whoever may read them, and counts as a reference', async () => {
    await recordedCrime(people.fib, report);
    await recordedCrime(people.fib, restricted);
    const { hits } = await at('fib');
    expect(hits.map(({ id }) => id).sort()).toEqual([report, restricted].sort());
    expect(hits[0]?.found).toContainEqual({ thing: 'crime', value: '20BE/12345X/16' });
    expect((await at('spocEast')).hits).toEqual([]);
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { type: 'search.made', actorId: people.fib.actor.accountId },
      orderBy: { id: 'desc' },
    });
    expect(event.data).toMatchObject({ kind: 'reference', found: 2 });
  });

  it('is not found by what it was before, nor after it was removed', async () => {
    const linkId = await recordedCrime(people.spocEast, victim);
    const on = { submissionId: victim, linkId };
    expect((await at('spocEast')).hits.map(({ id }) => id)).toEqual([victim]);
    const other = { ...blankRecord, reference: '20BE/9/16' };
    await changeRecord(people.spocEast, { ...on, ...other, expectedVersion: 1 });
    expect((await at('spocEast')).hits).toEqual([]);
    expect(await find('spocEast', '20be/9/16')).toEqual([victim]);
    await removeRecord(people.spocEast, { ...on, expectedVersion: 2, reason: 'Another house.' });
    expect(await find('spocEast', '20be/9/16')).toEqual([]);
  });
});

describe('what hangs on a report', () => {
  let asked: Id<'Submission'>;
  let sealed: Id<'Submission'>;
  const add = (submissionId: Id<'Submission'>, text: string) =>
    addSupplement(people.reporter, {
      submissionId,
      supplementId: randomUUID(),
      text,
      knownHow: 'witnessed',
      danger: 'no',
      warned: true,
    });

  beforeAll(async () => {
    asked = await submitted(people.reporter, { whatIsKnown: 'Nothing yet.' });
    await performAction(people.fib, {
      submissionId: asked,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    await performAction(people.fib, {
      action: 'ask_partner',
      submissionId: asked,
      comment: 'Which night was the tombola?',
      expectedVersion: null,
    });
    await reply(people.reporter, {
      submissionId: asked,
      replyId: randomUUID(),
      comment: 'On the night of the carnival, in KX19 QRS, to B97 6ZZ.',
      danger: 'no',
    });
    for (const id of [asked, victim, restricted]) await add(id, 'He showed a cutlass & called 07700 900987.');
    await addNote(people.fib, {
      submissionId: asked,
      noteId: newId<'SubmissionNote'>(),
      text: 'Spoke to the harbourmaster.',
    });
    sealed = await submittedWithSource(people.reporter, {
      name: 'Quentin Sealedaway',
      contact: '07700 900778, 9 Unseen Road, B97 6YY',
    });
    await add(sealed, 'Quentin is on 07700 900778 at B97 6YY, the driver on 07700 900555 at B97 6ZZ.');
  });

  it.each([
    ['cutlass', 'added'],
    ['carnival', 'answer'],
    ['harbourmaster', 'note'],
  ])('is found by its words (%s), said where, and quoted', async (typed, thing) => {
    const { hits } = await search(people.fib, looksFor(typed));
    const hit = hits.find(({ id }) => id === asked);
    expect(hit?.found).toContainEqual({ thing, value: '' });
    expect(hit?.headline.filter(({ found }) => found).map(({ text }) => text)).toEqual([typed]);
  });

  it('is found by the marks, numbers and postcodes in it', async () => {
    expect(await find('fib', 'kx19qrs')).toEqual([asked]);
    expect((await find('fib', 'b976zz')).sort()).toEqual([asked, sealed].sort());
    expect((await find('fib', '07700 900 987')).sort()).toEqual([asked, restricted].sort());
  });

  it('is found by nobody who may not read the report', async () => {
    expect((await find('fib', 'cutlass')).sort()).toEqual([asked, restricted].sort());
    expect(await find('spocEast', 'cutlass')).toEqual([victim]);
    expect(await find('spocEast', '07700 900987')).toEqual([victim]);
    for (const typed of ['cutlass', 'carnival', 'harbourmaster', 'kx19qrs'])
      expect(await find('spocCoventry', typed)).toEqual([]);
    expect(await find('spocEast', 'harbourmaster')).toEqual([]);
  });

  it('matches reports by a postcode that was added, without saying that it is a place of the report', async () => {
    const { matches } = await openMatches(people.fib, { submissionId: asked, after: null });
    const { shared } = matches.find(({ submissionId }) => submissionId === sealed)!;
    expect(shared.map(({ own, why }) => [own, why])).toContainEqual([
      'B97 6ZZ (read from the text)',
      'Same postcode; not both have a house number',
    ]);
    const opened = await openSubmission(people.fib, { submissionId: asked });
    expect(opened.view === 'whole' && opened.facts.places.map(({ postcode }) => postcode)).not.toContain(
      'B97 6ZZ',
    );
  });

  it('never makes the number or the postcode of a sealed source one to be matched', async () => {
    expect(await find('fib', '07700 900555')).toEqual([sealed]);
    expect(await people.fib.db.submissionPlace.count({ where: { postcodeNormalised: 'B97 6YY' } })).toBe(0);
    expect(await people.fib.db.submissionContact.count({ where: { value: '07700 900778' } })).toBe(0);
  });

  it('leaves the question of an officer out', async () => {
    expect(await find('fib', 'tombola')).toEqual([]);
  });
});

// Last, as every search of this file after it looks through what it adds.
describe('among a thousand reports, search', () => {
  it('counts up to a thousand, says that there are more, and pages through them without a gap', async () => {
    await addHistory(people.fib.db, report, 1100);
    await addPeopleAndThings(people.fib.db);
    const first = await search(people.fib, looksFor('workers driven'));
    expect(first).toMatchObject({ count: 1000, more: true });
    const ids = new Set(first.hits.map(({ id }) => id));
    let [{ next }, pages] = [first, 1];
    for (; next !== null && pages < 60; pages += 1) {
      const page = await search(people.fib, looksFor('workers driven', {}, next));
      for (const { id } of page.hits) ids.add(id);
      next = pages < 3 ? page.next : null;
    }
    expect([ids.size, pages]).toEqual([80, 4]);
    // What came meanwhile moves no page.
    const again = await search(people.fib, looksFor('workers driven', {}, first.next));
    await submitted(people.reporter, { whatIsKnown: 'Workers driven in a lorry.' });
    const later = await search(people.fib, looksFor('workers driven', {}, first.next));
    expect(later.hits.map(({ id }) => id)).toEqual(again.hits.map(({ id }) => id));
    expect((await search(people.fib, looksFor('workers driven', {}, 'nonsense'))).hits).toHaveLength(20);
  });

  it('looks for what is in too many reports only in the newest, says since when, and finds the rest as before', async () => {
    const { db } = people.fib;
    const newest = await db.submission.findMany({
      orderBy: { submittedAt: 'desc' },
      take: 50,
      select: { submittedAt: true },
    });
    const since = newest.at(-1)?.submittedAt ?? null;
    const limits = { rows: 50, milliseconds: 60_000 };
    const common = await search(people.fib, looksFor('workers driven'), limits);
    expect(common.since).toEqual(since);
    expect(common.count).toBeGreaterThan(0);
    expect(common.count).toBeLessThanOrEqual(50);
    expect(common.hits.every(({ at }) => since !== null && at >= since)).toBe(true);
    // Two words: the random names of so many people may be like one.
    const rare = await search(people.fib, looksFor('"pallet yard"'), limits);
    expect(rare.since).toBeNull();
    expect(rare.hits.map(({ id }) => id).sort()).toEqual([report, restricted].sort());
    expect((await search(people.spocCoventry, looksFor('workers driven'), limits)).hits).toEqual([]);
  });
});
