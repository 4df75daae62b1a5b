import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { recallDissemination } from '#app/domain/triage/dissemination/recall-dissemination.server.ts';
import { repeats } from '#app/domain/figures/repeats.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  acceptedItem,
  approve,
  claim,
  clean,
  conditional,
  itemSource,
  sentTo,
} from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { crowdedPlaces } from './crowded-places.server.ts';
import { dailyAreas, dailyList } from './daily-list.server.ts';
import { liveDays } from './live-reports.server.ts';
import { patternSheet } from './pattern-sheet.server.ts';
import { quarterlyReport } from './quarterly-report.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;
let east: Id<'Area'>;

const vrm = 'BX51ABC';
const crowded: Answers = {
  canDescribe: ['vehicles', 'people'],
  vehicles: [{ id: 'v', vehicleVrm: vrm }],
  places: [
    {
      id: 'place-1',
      placeKind: 'home',
      placeAddress: '7 Example Row',
      placePostcode: 'B11 4AA',
      placePeopleEstimate: 'about 14',
    },
  ],
  people: [
    { id: 'p', personPart: 'possible_victim', personForename: 'Ilie', personLanguage: 'ro' },
  ] as Answers['people'],
};
const referenceOf = async (id: Id<'Submission'>) =>
  (await db.submission.findUniqueOrThrow({ where: { id } })).reference;

beforeAll(async () => {
  people = await officers(database, clock);
  const area = await db.area.findFirstOrThrow({ where: { queues: { some: { code: 'spoc-be' } } } });
  east = area.id;
});

describe('the daily list of an area', () => {
  const list = (who: Who) => dailyList(people[who], { areaId: east, as: 'page' });
  const references = async (who: Who) => (await list(who)).reports.map(({ reference }) => reference);

  it('has what is new, High, late or due today; to each reader only what they may know is there', async () => {
    clock.set(new Date(testNow.getTime() - 4 * 24 * 60 * 60_000));
    const old = await referenceOf(await submitted(people.reporter));
    clock.set(testNow);
    const fresh = await submitted(people.reporter);
    const high = await referenceOf(await submitted(people.reporter, { danger: 'soon' }));
    expect((await references('supervisor'))[0]).toBe(high);
    expect((await list('supervisor')).reports.map(({ reference, isNew }) => [reference, isNew])).toEqual(
      expect.arrayContaining([
        [old, false],
        [await referenceOf(fresh), true],
      ]),
    );
    expect((await references('areaLead')).sort()).toEqual((await references('supervisor')).sort());
    // What FIB holds and the queue of the area does not watch is none of the SPOC's.
    expect(await references('spocEast')).toEqual([high]);
    await db.submission.update({ where: { id: fresh }, data: { restricted: true } });
    for (const who of ['supervisor', 'areaLead', 'fib'] as const)
      expect(await references(who)).not.toContain(await referenceOf(fresh));
    await expect(list('spocCoventry')).rejects.toThrow(NotFound);
    await expect(list('mdsLead')).rejects.toThrow(NotFound);
    expect((await dailyAreas(people.spocEast)).map(({ id }) => id)).toEqual([east]);
    expect(await dailyAreas(people.mdsLead)).toEqual([]);
  });

  it('has the first words of what was sent to the area, for who reads them, and none under conditions', async () => {
    const { itemId } = await acceptedItem(people.fib, people.reporter);
    const sent = await sentTo(people.fib, itemId, { to: 'queue', queueCode: 'spoc-be' }, '');
    const words = async (who: Who) => (await list(who)).items?.map((item) => item.words) ?? null;
    expect(await words('spocEast')).toEqual([clean]);
    expect(await words('fib')).toEqual([clean]);
    expect(await words('areaLead')).toBeNull();
    const coded = await acceptedItem(people.fib, people.reporter, { posted: conditional });
    await approve(people.supervisor, coded.itemId);
    await sentTo(people.fib, coded.itemId, { to: 'queue', queueCode: 'spoc-be' });
    expect((await words('spocEast'))?.sort()).toEqual([clean, null]);
    await recallDissemination(people.fib, { disseminationId: sent, reason: 'Sent by mistake' });
    expect(await words('spocEast')).toEqual([null]);
    const read = await db.auditEvent.findMany({ where: { type: 'product.read' } });
    expect(read.filter(({ subjectId }) => subjectId === east).length).toBeGreaterThan(3);
    // The report whose text it showed, for who read it: the lead read none, and under conditions nothing was shown.
    const { submissionId } = await db.dissemination.findUniqueOrThrow({ where: { id: sent } });
    expect(
      read.flatMap(({ subjectId, actorId }) => (subjectId === east ? [] : [[subjectId, actorId]])),
    ).toEqual(
      (['spocEast', 'fib', 'spocEast'] as const).map((who) => [submissionId, people[who].actor.accountId]),
    );
  });
});

describe('the pattern sheet', () => {
  it('has what two live reports name, from reports that FIB may read, and no word of a sealed source', async () => {
    const names = async (who: Who) =>
      (await patternSheet(people[who], { as: 'page' })).patterns.map(({ name }) => name);
    expect(await names('fib')).not.toContain('BX51 ABC');
    const first = await submitted(people.reporter, crowded);
    expect(await names('fib')).not.toContain('BX51 ABC');
    const second = await submitted(people.reporter, crowded);
    expect(await names('fib')).toEqual(
      expect.arrayContaining(['BX51 ABC', expect.stringContaining('7 Example Row')]),
    );
    const sheet = await patternSheet(people.fib, { as: 'pdf' });
    expect(sheet.patterns.find(({ name }) => name === 'BX51 ABC')?.references.sort()).toEqual(
      [await referenceOf(first), await referenceOf(second)].sort(),
    );
    expect(JSON.stringify(sheet.patterns.map(({ what, name, areas }) => [what, name, areas]))).not.toMatch(
      new RegExp(`${itemSource.name}|999|Harbour`, 'i'),
    );
    for (const who of ['spocEast', 'mdsLead', 'areaLead'] as const)
      await expect(patternSheet(people[who], { as: 'page' })).rejects.toThrow(NotFound);
    // Each report of which it says something has that in its trail, once however often it is named.
    const readings = await db.auditEvent.findMany({ where: { type: 'product.read', subjectId: first } });
    expect(readings.map(({ data }) => data).filter((data) => JSON.stringify(data).includes('pdf'))).toEqual([
      { product: 'pattern sheet', as: 'pdf' },
    ]);
    // What the figures say of the same reports is the same, and a duplicate counts in neither.
    const counted = (named: { name: string; references: string[] }[]) =>
      named.map(({ name, references }) => [name, references.length]);
    const both = async () => {
      const figures = await repeats(people.fib, { first: '2016-01', last: '2016-01' });
      const made = await patternSheet(people.fib, { as: 'page' });
      expect(counted(figures.named)).toEqual(counted(made.patterns));
      return counted(made.patterns);
    };
    expect(await both()).toContainEqual(['BX51 ABC', 2]);
    await db.submission.update({ where: { id: second }, data: { outcome: 'duplicate' } });
    expect(await both()).not.toContainEqual(['BX51 ABC', 2]);
    await db.submission.update({ where: { id: second }, data: { outcome: null } });
    // One that is on an access list of others names nothing here.
    await db.submission.update({ where: { id: second }, data: { restricted: true } });
    await db.submissionAccess.create({
      data: {
        id: crypto.randomUUID(),
        submissionId: second,
        accountId: people.fibTwo.actor.accountId,
        addedAt: testNow,
        addedBy: people.supervisor.actor.accountId,
        reason: 'Works on it',
      },
    });
    expect(await names('fib')).not.toContain('BX51 ABC');
    expect(await names('fibTwo')).toContain('BX51 ABC');
  });
});

describe('the list of places with many people', () => {
  it('says where, how many and which languages, of what the reader may open, and never who reported', async () => {
    const mine = await crowdedPlaces(people.fib, { as: 'page' });
    expect(mine.places[0]).toMatchObject({ people: 14, languages: ['Romanian'] });
    expect(mine.places[0]?.place).toContain('7 Example Row');
    expect(JSON.stringify(mine)).not.toMatch(/harbour/i);
    expect((await crowdedPlaces(people.spocCoventry, { as: 'page' })).places).toEqual([]);
    await expect(crowdedPlaces(people.mdsLead, { as: 'page' })).rejects.toThrow(NotFound);
  });

  it('lets go of what ended long ago', async () => {
    const ended = await submitted(people.reporter, crowded);
    await claim(people.fib, ended);
    await performAction(people.fib, {
      submissionId: ended,
      action: 'reject',
      comment: 'Nothing for police.',
      expectedVersion: null,
    });
    const listed = async () =>
      (await crowdedPlaces(people.fib, { as: 'page' })).places.map(({ reference }) => reference);
    expect(await listed()).toContain(await referenceOf(ended));
    clock.advance((liveDays + 1) * 24 * 60 * 60_000);
    const later = await listed();
    clock.set(testNow);
    expect(later).not.toContain(await referenceOf(ended));
    // What is still open stays, and what is restricted to others was never there.
    expect(later).toHaveLength(1);
  });
});

describe('the quarterly report', () => {
  it('has each item with its status, reason and new evidence, and the published figures alone', async () => {
    const report = await quarterlyReport(people.mdsLead, { as: 'page' });
    expect(report.quarter).toBe('2015-10');
    expect(report.items.length).toBeGreaterThan(20);
    const [item] = report.items;
    const row = await db.planItem.findFirstOrThrow({ where: { code: item?.code ?? '' } });
    const by = people.mdsLead.actor.accountId;
    await db.planItemStatus.create({
      data: {
        id: crypto.randomUUID(),
        planItemId: row.id,
        number: 1,
        status: 'at_risk',
        note: 'One centre closed.',
        setBy: by,
        setAt: testNow,
      },
    });
    const entry = (text: string, more: object) => ({
      id: crypto.randomUUID(),
      planItemId: row.id,
      position: 900,
      text,
      authorId: by,
      recordedAt: testNow,
      ...more,
    });
    const wrong = entry('Twelve were trained.', {});
    await db.planEvidence.create({ data: wrong });
    await db.planEvidence.create({
      data: entry('Two were trained.', { supersedesId: wrong.id, whyWrong: 'Miscounted.' }),
    });
    await db.planEvidence.create({
      data: entry('Long ago.', { recordedAt: new Date('2015-06-01T09:00:00Z') }),
    });
    const again = await quarterlyReport(people.mdsLead, { as: 'pdf' });
    expect(again.items[0]).toMatchObject({
      status: 'at_risk',
      statusNote: { text: 'One centre closed.' },
      evidence: [{ text: 'Two were trained.' }],
    });
    await expect(quarterlyReport(people.areaLead, { as: 'page' })).rejects.toThrow(NotFound);
  });
});
