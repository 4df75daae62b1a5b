import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import { prepareExport } from '#app/domain/connections/exports/ask-export.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  accept,
  clean,
  conditional,
  itemInHand,
  permitted,
  sanitiseAs,
  sendAs,
} from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import type { Ctx } from '../../kernel/context.ts';
import { gradeItem } from '../items/grade-item.server.ts';
import { openDissemination } from '../dissemination/open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
});

const inspectors = {
  shareWith: 'named_agencies',
  shareAgencies: 'The labour inspectors and nobody else',
  ringBeforeActing: 'yes',
} satisfies Answers;
const missing = 'Enter why it may be shared without conditions although the partner set a limit';
const reason = 'The partner was called and agrees.';

const inHand = (changes: Answers = inspectors) => {
  clock.advance(60_000);
  return itemInHand(people.fib, people.reporter, changes);
};
const grade = (itemId: Id<'IntelligenceItem'>, posted = permitted) =>
  gradeItem(people.fib, { itemId, posted, expectedVersion: null });

describe('what could put somebody at risk', () => {
  it('stands in the partner’s words wherever text is let out, and not before its recipients', async () => {
    const risk = { sourceCouldBeGuessed: 'unsure', sourceRisk: 'Only the girl knew.' };
    const { itemId, submissionId } = await inHand(risk);
    const opened = await openItem(people.fib, { itemId });
    expect(opened.risk.map(({ answer }) => answer.join())).toEqual(['I am not sure', 'Only the girl knew.']);
    const { cautions } = await prepareExport(people.fib, { submissionId });
    expect(cautions.risk).toEqual(opened.risk);
  });
});

describe('the limits that a partner set on sharing', () => {
  it('are shown where the item is sent, and not to its recipients', async () => {
    const { itemId, submissionId } = await inHand();
    await grade(itemId, { ...permitted, limitReason: reason });
    await sanitiseAs(people.fib, itemId, clean);
    await accept(people.fib, submissionId);
    const { limits, item } = await openItem(people.fib, { itemId });
    expect(limits).toMatchObject({ agencies: inspectors.shareAgencies, callFirst: true });
    expect(item.grade?.limitReason).toBe(reason);
    const sent = await sendAs(people.fib, itemId);
    if (!sent.sent) throw new Error('It was not sent');
    const seen = await openDissemination(people.spocEast, { disseminationId: sent.disseminationId });
    expect(JSON.stringify(seen)).not.toMatch(/labour inspectors|was called and agrees/);
  });

  it('ask for a reason when the item is graded as free to share, and only then', async () => {
    const { itemId } = await inHand();
    await expect(grade(itemId)).rejects.toMatchObject({ fieldErrors: { limitReason: missing } });
    await expect(grade(itemId, { ...permitted, limitReason: 'x'.repeat(2001) })).rejects.toMatchObject({
      fieldErrors: { limitReason: 'The reason must be 2,000 characters or less' },
    });
    await grade(itemId, conditional);
    expect((await openItem(people.fib, { itemId })).item.grade?.limitReason).toBeNull();
    const free = await inHand({});
    await grade(free.itemId, { ...permitted, limitReason: reason });
    expect((await openItem(people.fib, { itemId: free.itemId })).item.grade?.limitReason).toBeNull();
  });

  it('ask for it when it is sent, where a grade of before this was asked has none', async () => {
    const { itemId, submissionId } = await inHand({});
    await grade(itemId);
    await sanitiseAs(people.fib, itemId, clean);
    await accept(people.fib, submissionId);
    const { answers } = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    expect(answers).toMatchObject({ shareWith: 'no_limit' });
    expect(await sendAs(people.fib, itemId)).toMatchObject({ sent: true });

    const limited = await inHand();
    await grade(limited.itemId, { ...permitted, limitReason: reason });
    await sanitiseAs(people.fib, limited.itemId, clean);
    await accept(people.fib, limited.submissionId);
    await withoutReason(limited.itemId);
    await expect(sendAs(people.fib, limited.itemId)).rejects.toMatchObject({
      fieldErrors: { limitReason: missing },
    });
    const sent = await sendAs(people.fib, limited.itemId, { limitReason: ` ${reason} ` });
    const row = await db.dissemination.findUniqueOrThrow({
      where: { id: sent.sent ? sent.disseminationId : '' },
    });
    expect(row.limitReason).toBe(reason);
  });
});

/** A second grade as the tables held them before the reason was asked for. */
async function withoutReason(itemId: string): Promise<void> {
  const before = await db.itemGrade.findFirstOrThrow({ where: { itemId } });
  await db.itemGrade.create({
    data: { ...before, id: randomUUID(), number: before.number + 1, limitReason: null },
  });
}
