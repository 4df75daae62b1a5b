import { describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { acceptedItem, claim, sentTo } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { recordedCrime } from '#tests/factories/records-and-contact.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Answers } from '../form/answers.ts';
import { NotFound } from '../kernel/failures.ts';
import { newId } from '../kernel/id.ts';
import { judgeAnswer } from '#app/domain/intake/own-reports/judge-answer.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { acknowledgeDissemination } from '../triage/dissemination/acknowledge-dissemination.server.ts';
import { answerDissemination } from '../triage/dissemination/answer-dissemination.server.ts';
import { course } from './course.server.ts';
import { crossed, readCross } from './cross.server.ts';
import { readFilter } from './figure-filter.server.ts';
import { openMeasure } from './measure-rows.server.ts';
import { measureCodes, type MeasureCode } from './measures.server.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { listedCommunities } from '../routing/listed-communities.ts';
import { repeats } from './repeats.server.ts';
import { newDraw, readSample } from './sample.ts';
import { questionFigures } from './questions.server.ts';
import { volumes } from './volumes.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { fib, supervisor, spocEast, reporter, mdsLead } = await officers(database, clock);
const period = { first: '2015-05', last: '2016-01' };

// One that stays open, one that goes each step further, one rejected, one of a partner long silent, one too early.
await submitted(reporter);
await claim(fib, await submitted(reporter));
await acceptedItem(fib, reporter);
const queue = { to: 'queue', queueCode: 'spoc-be' } as const;
await sentTo(fib, (await acceptedItem(fib, reporter)).itemId, queue);
const seen = await sentTo(fib, (await acceptedItem(fib, reporter)).itemId, queue);
await acknowledgeDissemination(spocEast, { disseminationId: seen });
const whole = await acceptedItem(fib, reporter);
const acted = await sentTo(fib, whole.itemId, queue);
await acknowledgeDissemination(spocEast, { disseminationId: acted });
await answerDissemination(spocEast, {
  disseminationId: acted,
  messageId: newId<'DisseminationMessage'>(),
  result: 'acted',
  text: 'Visited.',
  confirmed: 'yes',
  came: {
    results: ['visit', 'arrests', 'nrm'],
    resultsOn: { day: '18', month: '1', year: '2016' },
    arrests: '3',
    safeguarded: '',
    referralReference: 'NRM 1',
    dutyReference: '',
    crimeReference: '',
  },
});
// Somebody acted and says no more: no result.
const word = await acceptedItem(fib, reporter);
const onlyActed = await sentTo(fib, word.itemId, queue);
await acknowledgeDissemination(spocEast, { disseminationId: onlyActed });
await answerDissemination(spocEast, {
  disseminationId: onlyActed,
  messageId: newId<'DisseminationMessage'>(),
  result: 'acted',
  text: 'Seen to.',
  confirmed: '',
});
const crime = await acceptedItem(fib, reporter);
await recordedCrime(fib, crime.submissionId);
const rejected = await submitted(reporter);
await claim(fib, rejected);
await performAction(fib, {
  submissionId: rejected,
  action: 'reject',
  comment: 'It names nothing that we could look at.',
  expectedVersion: null,
});
const early = (at: string) =>
  makeCtx(database, { email: 'pat@fire-stations.example', clock: fixedClock(new Date(at)) });
// Of the same answer, what was said last counts.
await judgeAnswer(reporter, { submissionId: rejected, useful: 'no', wishes: ['sooner', 'plainer'] });
await judgeAnswer(reporter, { submissionId: rejected, useful: 'partly', wishes: ['what_next'] });
await submitted(await early('2015-11-30T10:00:00Z'));
await submitted(await early('2015-04-20T10:00:00Z'));

/** Each measure anew, from whole tables and in another language than the one that is tested. */
async function recounted(): Promise<Record<MeasureCode, string[]>> {
  const submissions = (await db.submission.findMany()).filter(
    ({ submittedAt }) => submittedAt >= new Date('2015-04-30T23:00:00Z'),
  );
  const recalled = new Set(
    (await db.disseminationRecall.findMany()).map(({ disseminationId }) => disseminationId),
  );
  const sent = (await db.dissemination.findMany()).filter(({ id }) => !recalled.has(id));
  const saidActed = new Set(
    (await db.disseminationMessage.findMany()).flatMap(({ kind, disseminationId }) =>
      kind === 'acted' ? [disseminationId] : [],
    ),
  );
  const places = await db.submissionPlace.findMany();
  const versions = await db.recordLink.findMany({ orderBy: { number: 'asc' } });
  const records = [...new Map(versions.map((version) => [version.linkId, version])).values()].filter(
    ({ removedReason }) => removedReason === null,
  );
  const ids = (fits: (submission: (typeof submissions)[number]) => boolean) =>
    submissions.filter(fits).map(({ reference }) => reference);
  const ofId = (id: string) => sent.filter(({ submissionId }) => submissionId === id);
  const has = (id: string, ...kinds: string[]) =>
    records.some(({ submissionId, kind }) => submissionId === id && kinds.includes(kind));
  const isActed = (id: string) => ofId(id).some((each) => saidActed.has(each.id));
  const anyResult = (id: string) =>
    has(
      id,
      'visit',
      'warrant',
      'arrests',
      'safeguarded',
      'crime',
      'nrm',
      'duty_to_notify',
      'safeguarding',
      'disruption',
    );
  const judgements = await db.answerJudgement.findMany();
  const judged = (fits: (said: (typeof judgements)[number]) => boolean) =>
    ids(({ id }) => judgements.some((said) => said.submissionId === id && fits(said)));
  const out = (id: string) => ofId(id).length > 0;
  const answered = (id: string) => ofId(id).some(({ acknowledgedAt }) => acknowledgedAt !== null);
  return {
    received: ids(() => true),
    assessed: ids(({ assessedAt }) => assessedAt !== null),
    disseminated: ids(({ id, assessedAt }) => assessedAt !== null && out(id)),
    acknowledged: ids(({ id, assessedAt }) => assessedAt !== null && answered(id)),
    result: ids(({ id, assessedAt }) => assessedAt !== null && answered(id) && anyResult(id)),
    told: ids(({ answeredAt }) => answeredAt !== null),
    'only-acted': ids(({ id }) => isActed(id) && !anyResult(id)),
    closed: ids(({ status }) => status === 'closed'),
    crowded: ids(({ id }) =>
      places.some((place) => place.submissionId === id && (place.peopleEstimate ?? 0) >= 10),
    ),
    visit: ids(({ id }) => has(id, 'visit')),
    warrant: ids(({ id }) => has(id, 'warrant')),
    arrests: ids(({ id }) => has(id, 'arrests')),
    safeguarded: ids(({ id }) => has(id, 'safeguarded')),
    disruption: ids(({ id }) => has(id, 'disruption')),
    'no-crime': ids(({ id }) => has(id, 'nrm', 'duty_to_notify') && !has(id, 'crime')),
    crime: ids(({ id }) => has(id, 'crime')),
    referral: ids(({ id }) => has(id, 'nrm', 'duty_to_notify')),
    safeguarding: ids(({ id }) => has(id, 'safeguarding')),
    'any-result': ids(({ id }) => anyResult(id)),
    judged: judged(() => true),
    useful: judged(({ useful }) => useful === 'yes'),
    'partly-useful': judged(({ useful }) => useful === 'partly'),
    'not-useful': judged(({ useful }) => useful === 'no'),
    'wish-sooner': judged(({ wishes }) => wishes.includes('sooner')),
    'wish-done': judged(({ wishes }) => wishes.includes('what_was_done')),
    'wish-next': judged(({ wishes }) => wishes.includes('what_next')),
    'wish-plainer': judged(({ wishes }) => wishes.includes('plainer')),
    'wish-other': judged(({ wishes }) => wishes.includes('other')),
    'seen-late': ids((each) => isLate(each.firstSeenAt, each.firstSeenDueAt, each.closedAt)),
    'assessed-late': ids((each) => isLate(each.assessedAt, each.assessedDueAt, each.closedAt)),
    'answered-late': ids((each) => isLate(each.answeredAt, each.answeredDueAt, each.closedAt)),
    'to-see': ids(({ firstSeenAt, closedAt }) => firstSeenAt === null && closedAt === null),
    'to-assess': ids(({ assessedAt, closedAt }) => assessedAt === null && closedAt === null),
    'to-answer': ids(({ answeredAt, closedAt }) => answeredAt === null && closedAt === null),
  };
}

const isLate = (doneAt: Date | null, dueAt: Date | null, closedAt: Date | null): boolean =>
  dueAt !== null && (doneAt === null ? closedAt === null && dueAt < testNow : doneAt > dueAt);

describe('measures of what became of reports', () => {
  it('are what counting the rows anew gives, each with the rows that it counts', async () => {
    const anew = await recounted();
    const { chain, results, pace, usefulness } = await course(mdsLead, period);
    const shown: Record<string, number> = Object.fromEntries<number>([
      ...[...chain, ...results, usefulness.judged, ...usefulness.said, ...usefulness.wishes].map(
        ({ code, count }): [string, number] => [code, count],
      ),
      ...(['seen', 'assessed', 'answered'] as const).flatMap((step): [string, number][] => [
        [pace[step].lateMeasure, pace[step].late],
        [pace[step].openMeasure, pace[step].open],
      ]),
    ]);
    expect(Object.keys(shown).sort()).toEqual([...measureCodes].sort());
    for (const code of measureCodes) {
      expect([code, shown[code]]).toEqual([code, anew[code].length]);
      const { count, rows } = await openMeasure(supervisor, { code, period, after: null });
      expect(count).toBe(anew[code].length);
      const listed = rows?.lines.map(({ reference }) => reference) ?? [];
      expect(anew[code]).toEqual(expect.arrayContaining(listed));
    }
    // The cases above tell each step of the chain from the next.
    expect(chain.map(({ count }) => count)).toEqual([10, 7, 4, 3, 1]);
    expect(anew.crime).toHaveLength(1);
    expect(anew['only-acted']).toHaveLength(1);
    expect(anew['no-crime']).toHaveLength(1);
    expect(
      [anew.judged, anew['partly-useful'], anew['wish-next'], anew['not-useful']].map(({ length }) => length),
    ).toEqual([1, 1, 1, 0]);
    const people = results.find(({ code }) => code === 'arrests')?.people;
    expect([
      people,
      (await openMeasure(supervisor, { code: 'arrests', period, after: null })).people,
    ]).toEqual([3, 3]);
  });

  it('are narrowed to what a row of the volumes counts', async () => {
    const {
      planParents,
      planItems,
      areas,
      channels,
      organisationKinds,
      priorities,
      exploitationTypes,
      outcomes,
    } = await volumes(mdsLead, period);
    const tables = {
      aim: planParents.rows,
      item: planItems.rows,
      area: areas,
      channel: channels,
      kind: organisationKinds,
      priority: priorities,
      type: exploitationTypes,
      outcome: outcomes,
    };
    for (const [dimension, rows] of Object.entries(tables))
      for (const { key, total } of rows.filter((row) => row.total > 0)) {
        const filter = readFilter(new URLSearchParams({ [dimension]: key }));
        const { count } = await openMeasure(supervisor, { code: 'received', period, filter, after: null });
        expect([dimension, key, count]).toEqual([dimension, key, total]);
      }
    const filter = { area: 'BE', priority: 'high' };
    const { chain, narrowedTo } = await course(mdsLead, period, filter);
    expect(narrowedTo.map(({ value }) => value)).toEqual(['Birmingham East', 'High']);
    expect(chain[0]?.count).toBe(0);
    expect(readFilter(new URLSearchParams({ area: "x' OR 1", priority: '' }))).toEqual({});
  });

  it('cross two at once, each cell being what its rows are, and never kind with nationality', async () => {
    const cross = { of: 'assessed', by: 'outcome', across: 'item' } as const;
    const { rows, columns, total } = await crossed(mdsLead, { ...cross, period, filter: {} });
    expect(total).toBe((await recounted()).assessed.length);
    expect(rows.length * columns.length).toBeGreaterThan(3);
    expect(columns.map(({ label }) => label)).toContain('PCC 1.2.3 and Prepare 1');
    for (const row of rows)
      for (const [index, { key }] of columns.entries()) {
        const filter = { outcome: row.key, item: key };
        const { count } = await openMeasure(supervisor, { code: 'assessed', period, filter, after: null });
        expect([row.key, key, row.cells[index]]).toEqual([row.key, key, count]);
      }
    for (const [by, across, filter] of [
      ['kind', 'nationality', {}],
      ['language', 'kind', {}],
      ['area', 'language', { kind: 'ngo' }],
      ['area', 'area', {}],
    ] as const)
      expect(readCross({ of: null, by, across }, filter).errors).toHaveLength(1);
    expect(readFilter(new URLSearchParams({ kind: 'ngo', language: 'ro', area: 'BE' }))).toEqual({
      language: 'ro',
      area: 'BE',
    });
  });

  it('count of each question the reports that fill it and know, as their answers say', async () => {
    const { questions, reports, victims } = await questionFigures(mdsLead, period);
    const sent = (
      await db.submission.findMany({ include: { submissionContent: true, submissionPeople: true } })
    ).filter(({ submittedAt }) => submittedAt >= new Date('2015-04-30T23:00:00Z'));
    expect(reports).toBe(sent.length);
    const valuesIn = (answers: object, id: string): unknown[] =>
      Object.entries(answers).flatMap(([key, value]: [string, unknown]) => [
        ...(key === id ? [value] : []),
        ...(Array.isArray(value)
          ? value.flatMap((entry) =>
              typeof entry === 'object' && entry !== null ? valuesIn(entry as object, id) : [],
            )
          : []),
      ]);
    const unknown = (value: unknown) =>
      [value].flat().every((each) => ['not_known', 'not_sure', 'unsure'].includes(String(each)));
    for (const { id, filled, notKnown } of questions) {
      const answers = sent.flatMap(({ submissionContent }) => {
        const values = valuesIn(submissionContent?.answers as object, id).filter(
          (value) => !['""', '[]', 'null', '{}'].includes(JSON.stringify(value)),
        );
        return values.length > 0 ? [values] : [];
      });
      expect([id, filled, notKnown]).toEqual([
        id,
        answers.length,
        answers.filter((values) => values.every(unknown)).length,
      ]);
    }
    expect(questions.some(({ filled }) => filled > 0)).toBe(true);
    expect(questions.some(({ notKnown }) => notKnown > 0)).toBe(true);
    expect(victims.map(({ before }) => before)).toEqual([19, 33, 4]);
    const known = sent.filter(({ submissionPeople }) =>
      submissionPeople.some(
        ({ part, nationalities }) => part === 'possible_victim' && nationalities.length > 0,
      ),
    ).length;
    expect(victims[1]?.known).toBe(Math.round((100 * known) / sent.length));
    await expect(questionFigures(fib, period)).rejects.toBeInstanceOf(NotFound);
  });

  it('give the same sample for the same number, which the portal chooses', async () => {
    const drawn = async (draw: number) => {
      const sample = { size: 4, draw };
      const { rows } = await openMeasure(supervisor, { code: 'received', period, after: null, sample });
      return rows?.lines.map(({ reference }) => reference) ?? [];
    };
    const first = await drawn(483_920);
    expect(first).toHaveLength(4);
    expect(await drawn(483_920)).toEqual(first);
    const others = await Promise.all([100_000, 271_828, 999_999].map(drawn));
    expect(others.some((each) => each.join() !== first.join())).toBe(true);
    expect(readSample('4', null).sample).toEqual({ size: 4, draw: null });
    expect(readSample('4', '483920').sample).toEqual({ size: 4, draw: 483_920 });
    for (const [size, draw, field] of [
      ['none', null, 'sample'],
      ['51', null, 'sample'],
      ['4', 'Robin Example', 'draw'],
      ['4', '012345', 'draw'],
    ] as const)
      expect(readSample(size, draw)).toMatchObject({ sample: null, fault: { field } });
    expect(newDraw()).toBeGreaterThan(99_999);
  });

  it('say why a step lost some, and all that it lost', async () => {
    const { chain } = await course(mdsLead, period);
    chain.forEach(({ count, losses }, step) => {
      const next = chain[step + 1]?.count;
      const lost = losses.reduce((all, each) => all + each.count, 0);
      if (next !== undefined) expect(lost).toBe(count - next);
    });
    expect(chain.flatMap(({ losses }) => losses)).toContainEqual({ reason: 'rejected', count: 1 });
  });

  it('count what is open as longer than all that was done', async () => {
    const { pace } = await course(mdsLead, period);
    expect(pace.seen).toMatchObject({ halfWithin: 0, open: 2 });
    expect(pace.answered.halfWithin).toBeNull();
    expect(pace.answered.oldest).toEqual(new Date('2015-11-30T10:00:00Z'));
    expect(pace.answered.late).toBeGreaterThan(0);
  });

  it('name who fell silent and who wrote for the first time', async () => {
    const { silent, firstTime } = await course(mdsLead, period);
    expect(silent.map(({ name, count }) => [name, count])).toEqual([
      ['Example Fire Station Reporting Centres', 2],
    ]);
    expect(firstTime.map(({ name }) => name)).toEqual(['Example Harbour Trust']);
  });

  it('say of which listed communities no report told, in the whole force', async () => {
    await submitted(reporter, {
      canDescribe: ['people'],
      vehicles: [],
      people: [{ id: 'p', personPart: 'possible_victim', personNationality: 'RO' }] as Answers['people'],
    });
    const { communities } = await course(mdsLead, period, { area: 'COV' });
    const people = await db.submissionPerson.findMany({ include: { submission: true } });
    const told = new Set(
      people
        .filter(({ submission }) => submission.submittedAt >= new Date('2015-04-30T23:00:00Z'))
        .flatMap(({ nationalities }) => nationalities),
    );
    const listed = listedCommunities(await currentRules(db)).nationalities;
    expect(communities.nationalities.listed).toBe(listed.length);
    expect(communities.nationalities.silent).toHaveLength(listed.filter((code) => !told.has(code)).length);
    expect(listed.some((code) => told.has(code))).toBe(true);
  });

  it('name what several reports name, of those that the reader may open, and duplicates not again', async () => {
    const marks = async (ctx = fib) =>
      (await repeats(ctx, period)).named
        .filter(({ kind }) => kind === 'vehicle')
        .map(({ name, references }) => [name, references.length]);
    const count = (
      await db.submissionVehicle.groupBy({ by: ['entityId'], _count: { submissionId: true } })
    ).filter(({ entityId, _count }) => entityId !== null && _count.submissionId > 1);
    expect((await marks()).length).toBe(Math.min(20, count.length));
    const vehicles = [{ id: newId(), vehicleVrm: 'ZZ15QQQ' }];
    const [first, second] = [
      await submitted(reporter, { vehicles }),
      await submitted(reporter, { vehicles }),
    ];
    expect(await marks()).toContainEqual(['ZZ15 QQQ', 2]);
    await db.submission.update({ where: { id: first }, data: { restricted: true } });
    await db.submissionAccess.create({
      data: {
        id: newId(),
        submissionId: first,
        accountId: supervisor.actor.accountId,
        addedBy: supervisor.actor.accountId,
        reason: 'It is delicate.',
        addedAt: testNow,
      },
    });
    expect(await marks()).not.toContainEqual(['ZZ15 QQQ', 2]);
    expect(await marks(supervisor)).toContainEqual(['ZZ15 QQQ', 2]);
    await db.submission.update({ where: { id: second }, data: { outcome: 'duplicate' } });
    expect(await marks(supervisor)).not.toContainEqual(['ZZ15 QQQ', 2]);
    for (const ctx of [mdsLead, spocEast])
      await expect(repeats(ctx, period)).rejects.toBeInstanceOf(NotFound);
  });

  it('show rows to nobody who reads no submissions, and nothing to others', async () => {
    expect((await openMeasure(mdsLead, { code: 'received', period, after: null })).rows).toBeNull();
    await expect(openMeasure(mdsLead, { code: 'no measure', period, after: null })).rejects.toBeInstanceOf(
      NotFound,
    );
    for (const ctx of [spocEast, fib]) await expect(course(ctx, period)).rejects.toBeInstanceOf(NotFound);
  });
});
