import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { findListSection } from '../../form/definition.ts';
import { ownDraft } from './drafts.server.ts';
import { forgetUnfinished } from './keep-unfinished.server.ts';
import { NotFinished } from './not-finished.ts';
import { ownReports } from '../own-reports/own-reports.server.ts';
import { removeDraftItem, saveDraftItem } from './save-item.server.ts';
import { savePage } from './save-page.server.ts';
import { saysDangerInDraft } from '../submitting/says-danger.ts';
import { startDraft } from './start-draft.server.ts';
import { submit } from '../submitting/submit.server.ts';
import { keyOf, unfinishedParts } from './unfinished.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const robin = await makeCtx(database, { email: 'robin@harbour-trust.example', clock });
const lee = await makeCtx(database, { email: 'lee@harbour-trust.example', clock });
const { danger, information, source, declaration } = minimalPosts;
const day = 24 * 60 * 60_000;

beforeEach(() => clock.set(testNow));

const drafted = (draftId: Id<'Draft'>) => ownDraft(db, robin, draftId);
const partsOf = async (draftId: Id<'Draft'>) => {
  const { definition, answers, unfinished } = await drafted(draftId);
  return unfinishedParts(definition, answers, unfinished).map(({ part }) => part);
};
const savePerson = (draftId: Id<'Draft'>, itemId: string, posted: Record<string, string | string[]>) =>
  saveDraftItem(robin, { draftId, sectionId: 'people', itemId, posted });

describe('a page that is not finished', () => {
  const pageId = 'information';
  const tooLong = { ...information, whatIsKnown: 'x'.repeat(15_001) };
  const save = (draftId: Id<'Draft'>, posted: Record<string, string | string[]>, expectedVersion?: string) =>
    savePage(robin, { draftId, pageId, posted, expectedVersion });

  it('is kept as it was typed, moves the end of the draft, and is no part of the answers', async () => {
    const draftId = await writtenDraft(robin);
    const { answers } = await drafted(draftId);
    clock.advance(day);
    await expect(save(draftId, tooLong)).rejects.toBeInstanceOf(NotFinished);
    const after = await drafted(draftId);
    expect(after.answers).toEqual(answers);
    expect(after.unfinished['page information']?.posted).toEqual(tooLong);
    expect(after.updatedAt).toEqual(clock.now());
    expect(after.expiresAt.getTime()).toBe(clock.now().getTime() + 28 * day);
    expect(await partsOf(draftId)).toEqual([{ pageId }]);
  });

  it('holds up sending until it is finished', async () => {
    const draftId = await writtenDraft(robin);
    await expect(save(draftId, tooLong)).rejects.toBeInstanceOf(NotFinished);
    await expect(submit(robin, { draftId, declaration })).rejects.toBeInstanceOf(Invalid);
    await save(draftId, information);
    expect(await partsOf(draftId)).toEqual([]);
    await submit(robin, { draftId, declaration });
  });

  it('holds up sending until it is forgotten, and what was saved before is sent', async () => {
    const draftId = await writtenDraft(robin);
    await expect(save(draftId, tooLong)).rejects.toBeInstanceOf(NotFinished);
    await expect(forgetUnfinished(lee, { draftId, parts: [keyOf({ pageId })] })).rejects.toBeInstanceOf(
      NotFound,
    );
    expect(await partsOf(draftId)).toHaveLength(1);
    await forgetUnfinished(robin, { draftId, parts: [keyOf({ pageId })] });
    const { submissionId } = await submit(robin, { draftId, declaration });
    const { answers } = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    expect(answers).toMatchObject({ whatIsKnown: information.whatIsKnown });
  });

  it('is forgotten with others at once, and what was begun since they were shown is not', async () => {
    const draftId = await writtenDraft(robin);
    const [first, later] = [randomUUID(), randomUUID()];
    const begin = (itemId: string) => savePerson(draftId, itemId, { personSurname: 'Testperson' });
    const entry = (itemId: string) => keyOf({ sectionId: 'people', itemId });
    await expect(save(draftId, tooLong)).rejects.toBeInstanceOf(NotFinished);
    await expect(begin(first)).rejects.toBeInstanceOf(NotFinished);
    const shown = [keyOf({ pageId }), entry(first)];
    expect(Object.keys((await drafted(draftId)).unfinished).toSorted()).toEqual(shown.toSorted());
    await expect(begin(later)).rejects.toBeInstanceOf(NotFinished);
    await forgetUnfinished(robin, { draftId, parts: shown });
    const { unfinished } = await drafted(draftId);
    expect(Object.keys(unfinished)).toEqual([entry(later)]);
  });

  it('is not begun by an empty page, and is by one that took out what it held', async () => {
    const { draftId } = await startDraft(robin);
    const saveDanger = (posted: Record<string, string>) =>
      savePage(robin, { draftId, pageId: 'danger', posted });
    await expect(saveDanger({})).rejects.toBeInstanceOf(NotFinished);
    expect(await partsOf(draftId)).toEqual([]);
    await saveDanger(danger);
    await expect(saveDanger({})).rejects.toBeInstanceOf(NotFinished);
    expect(await partsOf(draftId)).toEqual([{ pageId: 'danger' }]);
  });

  it('never holds what names the source, and says where it was typed', async () => {
    const told = { ...source, sourceKind: 'client', sourceIdentity: 'confidential' };
    const draftId = await writtenDraft(robin, { information: { sourceKind: 'client' }, source: told });
    const posted = {
      ...told,
      sourceIdentity: 'nonsense',
      sourceName: 'Zebedee Quillfeather',
      sourceContact: '01632 960 777',
    };
    await expect(savePage(robin, { draftId, pageId: 'source', posted })).rejects.toBeInstanceOf(NotFinished);
    const { unfinished } = await drafted(draftId);
    expect(unfinished['page source']?.again).toEqual(['sourceName', 'sourceContact']);
    const [row] = await db.$queryRaw<
      { all: string }[]
    >`SELECT draft::text AS all FROM draft WHERE id = ${draftId}::uuid`;
    expect(row?.all).toContain('witnessed');
    expect(row?.all).not.toContain('Quillfeather');
    expect(row?.all).not.toContain('960 777');
    expect(await db.sourceRecord.count({ where: { draftId } })).toBe(0);
  });

  it('counts as danger from the moment it says so', async () => {
    const { draftId } = await startDraft(robin);
    const dangerOf = async () =>
      (await ownReports(robin, { before: null })).drafts.find(({ id }) => id === draftId)?.danger;
    for (const [posted, expected] of [
      [{ danger: 'no' }, false],
      [{ danger: 'soon' }, true],
      [{ child: 'in_danger' }, true],
    ] as const) {
      await expect(savePage(robin, { draftId, pageId: 'danger', posted })).rejects.toBeInstanceOf(
        NotFinished,
      );
      expect(saysDangerInDraft(await drafted(draftId))).toBe(expected);
      expect(await dangerOf()).toBe(expected);
    }
  });

  it('is never overwritten unseen by another tab', async () => {
    const draftId = await writtenDraft(robin);
    const expectedVersion = 'the version of a tab that was opened before';
    await expect(save(draftId, tooLong)).rejects.toBeInstanceOf(NotFinished);
    await expect(
      save(draftId, { ...information, whatIsKnown: 'Another text.' }, expectedVersion),
    ).rejects.toBeInstanceOf(Conflict);
    expect((await drafted(draftId)).unfinished['page information']?.posted).toEqual(tooLong);
  });

  it('is not kept where it is too much for one draft, nor with characters that the database refuses', async () => {
    const draftId = await writtenDraft(robin);
    const huge = { ...information, whatIsKnown: 'x'.repeat(2_000_001) };
    const refused = save(draftId, huge);
    await expect(refused).rejects.toBeInstanceOf(Invalid);
    await expect(refused).rejects.not.toBeInstanceOf(NotFinished);
    await expect(save(draftId, { ...tooLong, exploitationOther: 'a\u0000b\ud83d' })).rejects.toBeInstanceOf(
      NotFinished,
    );
    expect((await drafted(draftId)).unfinished['page information']?.posted.exploitationOther).toBe(
      'ab\ufffd',
    );
  });

  it('is asked for no more where its page is not', async () => {
    const draftId = await writtenDraft(robin, { danger: { ...danger, onBehalfOfVictim: 'yes' } });
    const wishes = savePage(robin, {
      draftId,
      pageId: 'victim-wishes',
      posted: { victimSupport: 'A safe place.' },
    });
    await expect(wishes).rejects.toBeInstanceOf(NotFinished);
    expect(await partsOf(draftId)).toEqual([{ pageId: 'victim-wishes' }]);
    await savePage(robin, { draftId, pageId: 'danger', posted: danger, drops: true });
    expect(await partsOf(draftId)).toEqual([]);
  });
});

describe('an entry that is not finished', () => {
  const unclear = { personPart: '', personSurname: 'Testperson' };

  it('is kept beside the entries, and becomes one when it is finished', async () => {
    const draftId = await writtenDraft(robin);
    const itemId = randomUUID();
    await expect(savePerson(draftId, itemId, unclear)).rejects.toBeInstanceOf(NotFinished);
    expect((await drafted(draftId)).answers).not.toHaveProperty('people');
    expect(await partsOf(draftId)).toEqual([{ sectionId: 'people', itemId }]);
    await savePerson(draftId, itemId, { ...unclear, personPart: 'witness' });
    expect(await partsOf(draftId)).toEqual([]);
    expect((await drafted(draftId)).answers).toMatchObject({ people: [{ id: itemId }] });
  });

  it('goes with its entry', async () => {
    const draftId = await writtenDraft(robin);
    const itemId = randomUUID();
    await savePerson(draftId, itemId, { ...unclear, personPart: 'witness' });
    await expect(savePerson(draftId, itemId, unclear)).rejects.toBeInstanceOf(NotFinished);
    await removeDraftItem(robin, { draftId, sectionId: 'people', itemId });
    expect(await partsOf(draftId)).toEqual([]);
  });

  it('counts among the entries that a list may hold', async () => {
    const draftId = await writtenDraft(robin);
    const { definition } = await drafted(draftId);
    const max = findListSection(definition, 'people')?.max ?? 0;
    const outcomes: string[] = [];
    for (let each = 0; each <= max; each += 1)
      outcomes.push(
        await savePerson(draftId, randomUUID(), unclear).then(
          () => 'saved',
          (failure: unknown) => (failure instanceof Invalid ? failure.name : 'failed'),
        ),
      );
    expect(outcomes).toEqual([...Array.from({ length: max }, () => 'NotFinished'), 'Invalid']);
  });
});
