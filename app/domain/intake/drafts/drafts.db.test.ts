import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Forbidden, NotFound } from '../../kernel/failures.ts';
import { itemsOf } from '../../form/answers.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { deleteDraft } from './delete-draft.server.ts';
import { ownDraft } from './drafts.server.ts';
import { expireDrafts } from './expire-drafts.server.ts';
import { NotFinished } from './not-finished.ts';
import { removeDraftItem, saveDraftItem } from './save-item.server.ts';
import { savePage } from './save-page.server.ts';
import { startDraft } from './start-draft.server.ts';
import { mostDrafts, TooManyDrafts } from './too-many-drafts.ts';
import { submit, submissionOfDraft } from '../submitting/submit.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const as = (email: string) => makeCtx(database, { email, clock });
const robin = await as('robin@harbour-trust.example');
const lee = await as('lee@harbour-trust.example');
const sam = await as('sam@lantern-project.example');
const kit = await as('kit@lantern-project.example');
const officer = await as('fib.officer@police.example');
const days = (count: number) => count * 24 * 60 * 60_000;
const { danger, places, vehicles, declaration } = minimalPosts;
const named = {
  source: { ...minimalPosts.source, sourceKind: 'client', sourceName: 'Zebedee Quillfeather' },
};

beforeEach(() => clock.set(testNow));

const savedAnswers = async (draftId: Id<'Draft'>) => (await ownDraft(db, robin, draftId)).answers;

describe('starting a draft', () => {
  it('starts with the current form, the reporter’s organisation and site, and an end in 28 days', async () => {
    const pat = await as('pat@fire-stations.example');
    const { draftId } = await startDraft(pat);
    const account = await db.account.findUniqueOrThrow({ where: { id: pat.actor.accountId } });
    expect(await db.draft.findUnique({ where: { id: draftId } })).toMatchObject({
      accountId: account.id,
      organisationId: account.organisationId,
      siteId: account.siteId,
      formVersion: currentDefinition.version,
      answers: {},
      createdAt: testNow,
      expiresAt: new Date(testNow.getTime() + days(28)),
    });
    expect(account.siteId).not.toBeNull();
  });

  it('is for reporters: neither police nor a lead who writes no reports', async () => {
    for (const other of [officer, kit]) await expect(startDraft(other)).rejects.toBeInstanceOf(Forbidden);
  });

  it('offers the newest untouched one again, so that pressing twice makes one', async () => {
    const uma = await as('uma@community-centres.example');
    const started = await Promise.all([startDraft(uma), startDraft(uma)]);
    expect(new Set(started.map(({ draftId }) => draftId)).size).toBe(1);
    const [{ draftId }] = started;
    clock.advance(days(20));
    expect((await startDraft(uma)).draftId).toBe(draftId);
    expect((await db.draft.findUniqueOrThrow({ where: { id: draftId } })).expiresAt).toEqual(
      new Date(testNow.getTime() + days(48)),
    );
    await savePage(uma, { draftId, pageId: 'danger', posted: danger });
    const next = await startDraft(uma);
    expect(next.draftId).not.toBe(draftId);
    await deleteDraft(uma, next);
    await deleteDraft(uma, { draftId });
  });

  it('stops at so many unsent reports after the danger screening, and never where somebody is in danger', async () => {
    const uma = await as('uma@community-centres.example');
    const answerDanger = async (changes: Record<string, string>) => {
      const { draftId } = await startDraft(uma);
      await savePage(uma, { draftId, pageId: 'danger', posted: { ...danger, ...changes } });
      return draftId;
    };
    const first = await answerDanger({});
    for (let count = 1; count < mostDrafts; count += 1) await answerDanger({});
    await expect(answerDanger({})).rejects.toBeInstanceOf(TooManyDrafts);
    const drafts = await db.draft.count({ where: { accountId: uma.actor.accountId } });
    for (const [question, answer] of [
      ['danger', 'soon'],
      ['danger', 'now'],
      ['child', 'in_danger'],
    ] as const)
      await answerDanger({ [question]: answer });
    expect(await db.draft.count({ where: { accountId: uma.actor.accountId } })).toBe(drafts + 2);
    // What was begun before may be gone on with.
    await savePage(uma, { draftId: first, pageId: 'danger', posted: danger });
    for (const { id } of await db.draft.findMany({ where: { accountId: uma.actor.accountId }, take: 5 }))
      await deleteDraft(uma, { draftId: id });
    await answerDanger({});
  });
});

describe('saving pages', () => {
  it('keeps the answers of each page, counts revisions and moves the end on', async () => {
    const { draftId } = await startDraft(robin);
    clock.advance(days(3));
    const saved = await savePage(robin, { draftId, pageId: 'danger', posted: danger });
    expect(saved).toEqual({
      next: expect.objectContaining({ kind: 'page', pageId: 'information' }) as unknown,
      pastGate: true,
      offers: false,
    });
    const draft = await ownDraft(db, robin, draftId);
    expect(draft).toMatchObject({
      answers: danger,
      revision: 1,
      updatedAt: clock.now(),
      expiresAt: new Date(clock.now().getTime() + days(28)),
    });
  });

  it('replaces what a page said before, and drops what follows from it no more', async () => {
    const draftId = await writtenDraft(robin);
    await savePage(robin, { draftId, pageId: 'danger', posted: { ...danger, danger: 'now' } });
    await savePage(robin, {
      draftId,
      pageId: 'emergency',
      posted: { emergencyCall: 'called', emergencyLog: '1234' },
    });
    expect(await savedAnswers(draftId)).toMatchObject({
      danger: 'now',
      emergencyCall: 'called',
      emergencyLog: '1234',
    });
    await expect(savePage(robin, { draftId, pageId: 'danger', posted: danger })).rejects.toMatchObject({
      fieldErrors: { '': expect.stringContaining('deleted: Have you called') as string },
    });
    expect(await savedAnswers(draftId)).toMatchObject({ danger: 'now', emergencyLog: '1234' });
    await savePage(robin, { draftId, pageId: 'danger', posted: danger, drops: true });
    const answers = await savedAnswers(draftId);
    expect(answers).toMatchObject({ danger: 'no', sourceKind: 'self' });
    expect(Object.keys(answers)).not.toContain('emergencyCall');
    expect(Object.keys(answers)).not.toContain('emergencyLog');
  });

  it('warns of no loss where a list holds nothing', async () => {
    const draftId = await writtenDraft(robin);
    const { answers } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    await db.draft.update({
      where: { id: draftId },
      data: { answers: { ...(answers as object), places: [], placesNotKnown: 'not_known' } },
    });
    await savePage(robin, { draftId, pageId: 'danger', posted: danger });
    expect(await savedAnswers(draftId)).not.toHaveProperty('places');
  });

  it('refuses a page with a mistake and leaves the answers as they were', async () => {
    const draftId = await writtenDraft(robin);
    const before = await savedAnswers(draftId);
    await expect(
      savePage(robin, { draftId, pageId: 'danger', posted: { danger: 'perhaps' } }),
    ).rejects.toMatchObject({
      constructor: NotFinished,
      fieldErrors: {
        danger: 'Select one of the answers listed',
        child: 'Select whether a child is involved',
      },
    });
    expect(await savedAnswers(draftId)).toEqual(before);
  });

  it('refuses a page that the form does not have', async () => {
    const { draftId } = await startDraft(robin);
    for (const pageId of ['nonsense', '__proto__', '', 'places'])
      await expect(savePage(robin, { draftId, pageId, posted: {} })).rejects.toBeInstanceOf(NotFound);
  });

  it('keeps any characters a person can type, and no NUL', async () => {
    const draftId = await writtenDraft(robin);
    const whatIsKnown = 'Łódź, 五个, 🚐🏽 "quoted" \\ back\nsecond line %_ \u202e';
    await savePage(robin, {
      draftId,
      pageId: 'information',
      posted: { ...minimalPosts.information, whatIsKnown },
    });
    expect((await savedAnswers(draftId)).whatIsKnown).toContain(
      'Łódź, 五个, 🚐🏽 "quoted" \\ back\nsecond line %_',
    );
    for (const odd of ['one\u0000two', 'half a pair \ud83d', '\udc00'])
      await savePage(robin, {
        draftId,
        pageId: 'information',
        posted: { ...minimalPosts.information, whatIsKnown: `odd ${odd} end` },
      });
    expect((await savedAnswers(draftId)).whatIsKnown).toMatch(/^odd .* end$/);
  });

  it('saves two pages that are sent at the same moment, both', async () => {
    const { draftId } = await startDraft(robin);
    await savePage(robin, { draftId, pageId: 'danger', posted: danger });
    await Promise.all([
      savePage(robin, { draftId, pageId: 'information', posted: minimalPosts.information }),
      savePage(robin, { draftId, pageId: 'source', posted: minimalPosts.source }),
      saveDraftItem(robin, { draftId, sectionId: 'places', itemId: randomUUID(), posted: places }),
      saveDraftItem(robin, { draftId, sectionId: 'vehicles', itemId: randomUUID(), posted: vehicles }),
    ]);
    const answers = await savedAnswers(draftId);
    expect(answers).toMatchObject({ danger: 'no', exploitationTypes: ['labour'], sourceKind: 'self' });
    expect([itemsOf(answers, 'places').length, itemsOf(answers, 'vehicles').length]).toEqual([1, 1]);
  });
});

describe('saving people, places and vehicles', () => {
  it('adds an item once however often it is sent, changes it and removes it', async () => {
    const draftId = await writtenDraft(robin);
    const itemId = randomUUID();
    const save = (posted: Record<string, string>) =>
      saveDraftItem(robin, { draftId, sectionId: 'places', itemId, posted });
    await save({ placeKind: 'work', placePostcode: 'b1 1aa' });
    await save({ placeKind: 'work', placePostcode: 'b1 1aa' });
    expect(itemsOf(await savedAnswers(draftId), 'places')).toHaveLength(2);
    await save({ placeKind: 'held', placeTown: 'Example town' });
    expect(itemsOf(await savedAnswers(draftId), 'places')[1]).toEqual({
      id: itemId,
      placeKind: 'held',
      placeTown: 'Example town',
    });
    await removeDraftItem(robin, { draftId, sectionId: 'places', itemId });
    await removeDraftItem(robin, { draftId, sectionId: 'places', itemId });
    expect(itemsOf(await savedAnswers(draftId), 'places')).toHaveLength(1);
  });

  it('takes "not known" instead of items, and items instead of "not known"', async () => {
    const { draftId } = await startDraft(robin);
    const save = (posted: Record<string, string | string[]>) =>
      saveDraftItem(robin, { draftId, sectionId: 'places', itemId: randomUUID(), posted });
    await save({ placesNotKnown: ['not_known'] });
    expect(await savedAnswers(draftId)).toEqual({ placesNotKnown: ['not_known'] });
    await save(places);
    const answers = await savedAnswers(draftId);
    expect(itemsOf(answers, 'places')).toHaveLength(1);
    expect(Object.keys(answers)).not.toContain('placesNotKnown');
  });

  it('stops at the most that the section takes', async () => {
    const { draftId } = await startDraft(robin);
    const save = () =>
      saveDraftItem(robin, { draftId, sectionId: 'places', itemId: randomUUID(), posted: places });
    for (let count = 0; count < 20; count += 1) await save();
    await expect(save()).rejects.toMatchObject({
      fieldErrors: { '': expect.stringContaining('up to 20') as unknown },
    });
    expect(itemsOf(await savedAnswers(draftId), 'places')).toHaveLength(20);
  });

  it('refuses ids and sections that are none', async () => {
    const draftId = await writtenDraft(robin);
    const save = (sectionId: string, itemId: string) =>
      saveDraftItem(robin, { draftId, sectionId, itemId, posted: places });
    await expect(save('places', '-'.repeat(36))).rejects.toBeInstanceOf(NotFound);
    await expect(save('places', '__proto__')).rejects.toBeInstanceOf(NotFound);
    await expect(save('danger', randomUUID())).rejects.toBeInstanceOf(NotFound);
    await expect(save('__proto__', randomUUID())).rejects.toBeInstanceOf(NotFound);
    await expect(
      removeDraftItem(robin, { draftId, sectionId: 'nonsense', itemId: randomUUID() }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe('a draft is its writer’s alone', async () => {
  const draftId = await writtenDraft(robin, named);
  const itemId = randomUUID();
  const steps: [string, (ctx: Ctx, id: string) => Promise<unknown>][] = [
    ['read', (ctx, id) => ownDraft(db, ctx, id as Id<'Draft'>)],
    [
      'save a page of',
      (ctx, id) => savePage(ctx, { draftId: id as Id<'Draft'>, pageId: 'danger', posted: danger }),
    ],
    [
      'add a place to',
      (ctx, id) =>
        saveDraftItem(ctx, { draftId: id as Id<'Draft'>, sectionId: 'places', itemId, posted: places }),
    ],
    [
      'remove a place from',
      (ctx, id) => removeDraftItem(ctx, { draftId: id as Id<'Draft'>, sectionId: 'places', itemId }),
    ],
    ['delete', (ctx, id) => deleteDraft(ctx, { draftId: id as Id<'Draft'> })],
    ['send', (ctx, id) => submit(ctx, { draftId: id as Id<'Draft'>, declaration })],
  ];

  it.each(steps)('nobody else may %s it, a colleague of the same organisation neither', async (_, step) => {
    // An officer writes reports too, for partners who ring: this one is not theirs.
    for (const other of [lee, sam, officer])
      await expect(step(other, draftId)).rejects.toBeInstanceOf(NotFound);
    for (const other of [kit, await as('administrator@police.example')])
      await expect(step(other, draftId)).rejects.toBeInstanceOf(Forbidden);
    expect(await db.draft.count({ where: { id: draftId } })).toBe(1);
  });

  it.each(steps)('what is no draft cannot be found: %s', async (_, step) => {
    await expect(step(robin, randomUUID())).rejects.toBeInstanceOf(NotFound);
  });

  it('nobody learns by its id what became of it', async () => {
    const sent = await writtenDraft(robin);
    const { submissionId } = await submit(robin, { draftId: sent, declaration });
    expect(await submissionOfDraft(robin, { draftId: sent })).toBe(submissionId);
    expect(await submissionOfDraft(lee, { draftId: sent })).toBeNull();
    await expect(submit(lee, { draftId: sent, declaration })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('a draft that goes', () => {
  const sourceRecords = (draftId: string) => db.sourceRecord.count({ where: { draftId } });

  it('takes its sealed source record along when its writer deletes it', async () => {
    const draftId = await writtenDraft(robin, named);
    expect(await sourceRecords(draftId)).toBe(1);
    await deleteDraft(robin, { draftId });
    expect([await db.draft.count({ where: { id: draftId } }), await sourceRecords(draftId)]).toEqual([0, 0]);
    expect(
      await db.auditEvent.findFirst({ where: { type: 'draft.deleted', subjectId: draftId } }),
    ).toMatchObject({
      data: { why: 'by_hand' },
      actorId: robin.actor.accountId,
    });
  });

  it('goes by itself once its time is over, with its sealed source record, and not before', async () => {
    const draftId = await writtenDraft(robin, named);
    const other = await writtenDraft(sam, named);
    const { submissionId } = await submit(sam, { draftId: other, declaration });
    const job = makeSystemCtx(database, { clock });
    clock.advance(days(28));
    await expireDrafts(job);
    expect([await db.draft.count({ where: { id: draftId } }), await sourceRecords(draftId)]).toEqual([1, 1]);
    clock.advance(1);
    await expireDrafts(job);
    expect([await db.draft.count({ where: { id: draftId } }), await sourceRecords(draftId)]).toEqual([0, 0]);
    expect(await db.sourceRecord.count({ where: { submissionId } })).toBe(1);
    expect(
      await db.auditEvent.findFirst({ where: { type: 'draft.deleted', subjectId: draftId } }),
    ).toMatchObject({
      data: { why: 'expired' },
      actorId: null,
      actorLabel: 'Job test',
    });
  });

  it('goes in one run however many have run out', async () => {
    const { draftId } = await startDraft(robin);
    const row = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    await db.draft.createMany({
      data: Array.from({ length: 450 }, () => ({ ...row, answers: {}, unfinished: {}, id: randomUUID() })),
    });
    clock.advance(days(40));
    await expireDrafts(makeSystemCtx(database, { clock }));
    expect(await db.draft.count({ where: { expiresAt: { lt: clock.now() } } })).toBe(0);
  });
});
