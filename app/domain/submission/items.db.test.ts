import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { cautiousConfidence } from '#app/domain/kernel/confidence.ts';
import { type DisseminateInput } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import {
  accept,
  acceptedItem,
  claim,
  conditional,
  createItem,
  itemInHand,
  permitted,
  sendAs,
} from '#tests/factories/items-in-hand.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
});

const later = () => clock.advance(60_000);
const inHand = (changes = {}) => {
  clock.advance(60_000);
  return itemInHand(people.fib, people.reporter, changes);
};
const accepted = (posted: PostedGrade, changes = {}) => {
  clock.advance(60_000);
  return acceptedItem(people.fib, people.reporter, { posted, changes });
};
const send = (itemId: Id<'IntelligenceItem'>, more: Partial<DisseminateInput> = {}, ctx = people.fib) =>
  sendAs(ctx, itemId, more);

describe('adding an item', () => {
  it('numbers the items of a submission, and raises its version', async () => {
    const { submissionId, itemId } = await inHand();
    const { version, item } = await openItem(people.fib, { itemId });
    expect(item.number).toBe(1);
    const second = await createItem(people.fib, { submissionId, title: 'House', expectedVersion: version });
    expect((await openItem(people.fib, { itemId: second.itemId })).item.number).toBe(2);
    await expect(
      createItem(people.fib, { submissionId, title: 'Men', expectedVersion: version }),
    ).rejects.toThrow(Conflict);
  });

  it('is for whoever has claimed it', async () => {
    later();
    const submissionId = await submitted(people.reporter);
    const input = { submissionId, title: 'Van', expectedVersion: null };
    await expect(createItem(people.fib, input)).rejects.toThrow(Conflict);
    await claim(people.fib, submissionId);
    await expect(createItem(people.fibTwo, input)).rejects.toThrow(Conflict);
    await expect(createItem(people.spocEast, input)).rejects.toThrow(NotFound);
    await expect(createItem(people.administrator, input)).rejects.toThrow(NotFound);
    await expect(createItem(people.fib, { ...input, title: ' ' })).rejects.toThrow(Invalid);
  });
});

describe('grading', () => {
  it('keeps every grade, derives the confidence and proposes the review date', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const once = await openItem(people.fib, { itemId });
    expect(once.item.grade).toMatchObject({
      source: '2',
      assessment: 'A',
      handling: 'P',
      confidence: 'medium',
    });
    expect(once.item).toMatchObject({ mopiGroup: 2, reviewOn: '2026-01-18' });
    const again = { ...conditional, reviewOn: { day: '1', month: '2', year: '2020' } };
    await gradeItem(people.fib, { itemId, posted: again, expectedVersion: once.version });
    const { item } = await openItem(people.fib, { itemId });
    expect(item.grade).toMatchObject({ number: 2, handling: 'C', actionCode: 'A3' });
    expect(item.earlierGrades).toHaveLength(1);
    expect(item.reviewOn).toBe('2020-02-01');
  });

  it('derives the confidence from the force’s table of the moment, and leaves given grades theirs', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const { db } = people.fib;
    const pack = await db.forcePack.findFirstOrThrow();
    const content = { ...(pack.content as object), confidence: { ...cautiousConfidence, '2A': 'high' } };
    await db.forcePack.update({
      where: { code: pack.code },
      data: { content, contentHash: 'another table' },
    });
    expect((await openItem(people.fib, { itemId })).confidence['2A']).toBe('high');
    expect((await openItem(people.fib, { itemId })).item.grade?.confidence).toBe('medium');
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const { item } = await openItem(people.fib, { itemId });
    expect([item.grade, ...item.earlierGrades].map((grade) => grade?.confidence)).toEqual(['high', 'medium']);
    await db.forcePack.update({
      where: { code: pack.code },
      data: { content: pack.content!, contentHash: pack.contentHash },
    });
  });

  it('keeps the 5x5x5 grade of an item of its time with the grade, and shows it to recipients', async () => {
    const { itemId } = await accepted({ ...permitted, fiveByFive: 'b 21' });
    expect((await openItem(people.fib, { itemId })).item.grade).toMatchObject({ fiveByFive: 'B21' });
    const sent = await send(itemId);
    const opened = await openDissemination(people.spocEast, {
      disseminationId: sent.sent ? sent.disseminationId : ('' as Id<'Dissemination'>),
    });
    expect(opened.fiveByFive).toMatchObject({ grade: 'B21', pack: { lastDay: '2016-12-31' } });
  });

  it('refuses a 5x5x5 grade that is none, or that the handling contradicts', async () => {
    const { itemId } = await inHand();
    for (const [fiveByFive, field] of [
      ['B29', 'fiveByFive'],
      ['B24', 'handling'],
    ] as const)
      await expect(
        gradeItem(people.fib, { itemId, posted: { ...permitted, fiveByFive }, expectedVersion: null }),
      ).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) as string } });
    const { db } = people.fib;
    const { submissionId } = await db.intelligenceItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(await db.itemGrade.count({ where: { item: { submissionId } } })).toBe(0);
  });

  it('says everything that is wrong at once, each at its field', async () => {
    const { itemId } = await inHand();
    const posted = {
      source: '3',
      handling: 'C',
      reviewOn: { day: '31', month: '2', year: '2020' },
    };
    await expect(gradeItem(people.fib, { itemId, posted, expectedVersion: null })).rejects.toMatchObject({
      fieldErrors: {
        assessment: 'Select how the source knows this',
        actionCode: 'Select the action code',
        sanitisationCode: 'Select the sanitisation code',
        reason: 'Enter why the source is not reliable',
        provenance: 'Enter how the source came to know this',
        mopiGroup: 'Select the MoPI group',
        reviewOn: 'Review date must be a real date',
      },
    });
  });

  it('is reviewed no later than its MoPI group allows', async () => {
    const { itemId } = await inHand();
    const posted = (year: string) => ({
      ...permitted,
      mopiGroup: '3',
      reviewOn: { day: '18', month: '1', year },
    });
    for (const year of ['2023', '9999'])
      await expect(
        gradeItem(people.fib, { itemId, posted: posted(year), expectedVersion: null }),
      ).rejects.toMatchObject({
        fieldErrors: { reviewOn: 'Review date must be within 6 years for MoPI group 3' },
      });
    await gradeItem(people.fib, { itemId, posted: posted('2022'), expectedVersion: null });
    expect((await openItem(people.fib, { itemId })).item.reviewOn).toBe('2022-01-18');
  });

  it('proposes from the partner’s answers and chooses nothing', async () => {
    const { itemId } = await inHand();
    const { item, proposal } = await openItem(people.fib, { itemId });
    expect(item.grade).toBeNull();
    expect(proposal).toMatchObject({ source: '2', assessment: 'A', handling: 'P' });
  });

  it('comes before accepting', async () => {
    const { submissionId, itemId } = await inHand();
    await expect(accept(people.fib, submissionId)).rejects.toMatchObject({
      fieldErrors: { grade: 'Grade every item first' },
    });
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    await accept(people.fib, submissionId);
    expect((await openItem(people.fib, { itemId })).status).toBe('accepted');
  });
});
