import { beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { acceptedItem, clean, itemSource, sentTo } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { whatWaits } from '../../desks/what-waits.server.ts';
import { acknowledgeDissemination } from './acknowledge-dissemination.server.ts';
import type { Addressed } from './addressed-to.server.ts';
import { answerDissemination, prepareAnswer } from './answer-dissemination.server.ts';
import { markAnswersRead } from './mark-answers-read.server.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { recallDissemination } from './recall-dissemination.server.ts';
import { prepareReply, replyToRecipient } from './reply-to-recipient.server.ts';
import { textLimits } from '../../kernel/text-limits.ts';
import { waitingDisseminations, waitingPageSize } from './waiting-disseminations.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, fibTwo, supervisor, spocEast, spocCoventry, forceSpoc, mdsLead, areaLead, auditor, reporter } =
  people;
const toEast: Addressed = { to: 'queue', queueCode: 'spoc-be' };
const toLead: Addressed = { to: 'mds_lead', reason: 'A group that works across the region.' };

type Said = { result: string; text: string; messageId: Id<'DisseminationMessage'>; confirmed: string };
const answer = (ctx: Ctx, disseminationId: Id<'Dissemination'>, said: Partial<Said> = {}) =>
  answerDissemination(ctx, {
    disseminationId,
    messageId: newId<'DisseminationMessage'>(),
    result: 'acted',
    text: 'Two officers went there.',
    confirmed: '',
    ...said,
  });
const ask = (ctx: Ctx, disseminationId: Id<'Dissemination'>) =>
  answer(ctx, disseminationId, { result: 'question', text: 'May we ask the landlord?' });
const reply = (
  ctx: Ctx,
  disseminationId: Id<'Dissemination'>,
  shownCount: number,
  text = 'Not before Friday.',
  checked?: string,
) =>
  replyToRecipient(ctx, {
    disseminationId,
    messageId: newId<'DisseminationMessage'>(),
    text,
    checked: checked ?? null,
    shownCount,
  });
const markRead = (ctx: Ctx, disseminationId: Id<'Dissemination'>, shownCount: number) =>
  markAnswersRead(ctx, { disseminationId, shownCount });

async function sent(to: Addressed = toEast, recipient: Ctx = spocEast) {
  const { itemId } = await acceptedItem(fib, reporter);
  const disseminationId = await sentTo(fib, itemId, to);
  await acknowledgeDissemination(recipient, { disseminationId });
  return { itemId, disseminationId };
}

const thread = async (ctx: Ctx, disseminationId: Id<'Dissemination'>) =>
  (await openDissemination(ctx, { disseminationId })).messages.map(({ kind, text }) => [kind, text]);
const unread = async () => (await whatWaits(fib)).find(({ code }) => code === 'recipientAnswers')?.count;
const unreadLines = async () =>
  (await waitingDisseminations(fib, { view: 'answers', cursor: null })).lines.map(({ id, asks }) => [
    id,
    asks,
  ]);
const mails = async () =>
  (await queuedJobs(db)).filter(({ data }) => String(data['kind']).startsWith('fib-replied'));

beforeEach(async () => {
  clock.advance(60_000);
  await clearJobs(db);
  await db.rateLimit.deleteMany();
  await db.dissemination.updateMany({ data: { unreadSince: null } });
});

describe('what a recipient says came of an item', () => {
  it('is kept as often as it is said, and read by FIB with the item', async () => {
    const { itemId, disseminationId } = await sent();
    await answer(spocEast, disseminationId);
    await answer(spocEast, disseminationId, { result: 'daily_meeting', text: 'For the force meeting too.' });
    const said = [
      ['acted', 'Two officers went there.'],
      ['daily_meeting', 'For the force meeting too.'],
    ];
    expect(await thread(spocEast, disseminationId)).toEqual(said);
    expect(await thread(fib, disseminationId)).toEqual(said);
    const { item } = await openItem(fibTwo, { itemId });
    expect(item.disseminations[0]).toMatchObject({
      unreadSince: clock.now(),
      messages: [
        { number: 1, kind: 'acted', by: spocEast.actor.displayName, at: clock.now() },
        { number: 2 },
      ],
    });
  });

  it('is in the trail by its kind, without its words', async () => {
    const { disseminationId } = await sent();
    await answer(spocEast, disseminationId);
    const event = await db.auditEvent.findFirstOrThrow({
      where: { type: 'dissemination.answered', subjectId: disseminationId },
    });
    expect(event.data).toEqual({ queue: 'spoc-be', result: 'acted' });
  });

  it('is one when the form is sent twice', async () => {
    const { disseminationId } = await sent();
    const messageId = newId<'DisseminationMessage'>();
    await answer(spocEast, disseminationId, { messageId });
    await answer(spocEast, disseminationId, { messageId });
    expect(await thread(spocEast, disseminationId)).toHaveLength(1);
  });

  it('needs one of the results and a text of a reasonable length', async () => {
    const { disseminationId } = await sent();
    await expect(answer(spocEast, disseminationId, { result: 'reply', text: ' ' })).rejects.toMatchObject({
      fieldErrors: { result: 'Select what you have to say', text: 'Enter what came of it, or your question' },
    });
    const text = 'x'.repeat(textLimits.conditions + 1);
    await expect(answer(spocEast, disseminationId, { text })).rejects.toThrow(Invalid);
    expect(await thread(spocEast, disseminationId)).toEqual([]);
  });

  it('comes after the item was acknowledged', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    const disseminationId = await sentTo(fib, itemId, toEast);
    await expect(answer(spocEast, disseminationId)).rejects.toThrow(Conflict);
    await expect(prepareAnswer(spocEast, { disseminationId })).rejects.toThrow(Conflict);
    expect((await openDissemination(spocEast, { disseminationId })).mayAnswer).toBe(false);
  });

  it('is the recipients’ alone to say', async () => {
    const { disseminationId } = await sent();
    for (const ctx of [spocCoventry, forceSpoc, mdsLead, areaLead, auditor, reporter])
      await expect(answer(ctx, disseminationId)).rejects.toThrow(NotFound);
    await expect(answer(fib, disseminationId)).rejects.toThrow(Forbidden);
    const significant = await sent(toLead, mdsLead);
    await answer(mdsLead, significant.disseminationId, { result: 'tasking' });
    await expect(answer(spocEast, significant.disseminationId)).rejects.toThrow(NotFound);
    expect(await thread(fib, significant.disseminationId)).toHaveLength(1);
  });

  it('ends with a recall, after which only FIB reads it and marks it as read', async () => {
    const { disseminationId } = await sent();
    await ask(spocEast, disseminationId);
    await recallDissemination(fib, { disseminationId, reason: 'It was about another house.' });
    await expect(answer(spocEast, disseminationId)).rejects.toThrow(Conflict);
    await expect(reply(fib, disseminationId, 1)).rejects.toThrow(Conflict);
    expect(await openDissemination(spocEast, { disseminationId })).toMatchObject({
      messages: [],
      mayAnswer: false,
      text: null,
    });
    expect(await openDissemination(fib, { disseminationId })).toMatchObject({
      messages: [{ kind: 'question' }],
      mayReply: false,
      mayMarkRead: true,
    });
    expect(await unreadLines()).toEqual([[disseminationId, false]]);
    await markRead(fib, disseminationId, 1);
    expect(await unread()).toBe(0);
  });
});

describe('what FIB has not read', () => {
  it('is counted and listed until somebody of FIB marks it as read', async () => {
    const { disseminationId } = await sent();
    expect(await unread()).toBe(0);
    await answer(spocEast, disseminationId);
    await answer(spocEast, disseminationId);
    expect(await unread()).toBe(1);
    expect(await unreadLines()).toEqual([[disseminationId, false]]);
    await expect(markRead(spocEast, disseminationId, 2)).rejects.toThrow(Forbidden);
    await expect(markRead(spocCoventry, disseminationId, 2)).rejects.toThrow(NotFound);
    await expect(markRead(fib, disseminationId, 1)).rejects.toThrow(Conflict);
    await markRead(supervisor, disseminationId, 2);
    await markRead(fib, disseminationId, 2);
    expect(await unread()).toBe(0);
    const marked = { type: 'dissemination.answers_read', subjectId: disseminationId };
    expect(await db.auditEvent.count({ where: marked })).toBe(1);
  });

  it('is listed by how long it waits, over pages', async () => {
    const { disseminationId } = await sent();
    const row = await db.dissemination.findUniqueOrThrow({ where: { id: disseminationId } });
    const ids = [disseminationId];
    for (let n = 1; n <= waitingPageSize; n += 1) {
      const id = newId<'Dissemination'>();
      ids.push(id);
      await db.dissemination.create({
        data: {
          ...row,
          id,
          recipientKind: 'other_agency',
          queueId: null,
          reference: `TEST-${n}`,
          recipientBody: 'Example body',
          recipientPost: `Desk ${n}`,
          reason: 'They inspect the site.',
          // The time to acknowledge runs the other way.
          acknowledgeBy: new Date(row.acknowledgeBy.getTime() - n * 60_000),
          unreadSince: new Date(row.disseminatedAt.getTime() + n * 60_000),
        },
      });
    }
    await db.dissemination.update({
      where: { id: disseminationId },
      data: { unreadSince: row.disseminatedAt },
    });
    const first = await waitingDisseminations(fib, { view: 'answers', cursor: null });
    const second = await waitingDisseminations(fib, { view: 'answers', cursor: first.next });
    expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(ids);
    expect(second.lines).toHaveLength(1);
  });
});

describe('a question of a recipient', () => {
  it('waits for a reply, which its recipients read and are told of without content', async () => {
    const { disseminationId } = await sent();
    await ask(spocEast, disseminationId);
    expect(await unreadLines()).toEqual([[disseminationId, true]]);
    await expect(markRead(fib, disseminationId, 1)).rejects.toThrow(Conflict);
    expect(await openDissemination(fib, { disseminationId })).toMatchObject({
      mayReply: true,
      mayMarkRead: false,
    });
    expect(await reply(fibTwo, disseminationId, 1)).toEqual({ sent: true });
    expect(await unread()).toBe(0);
    expect(await thread(spocEast, disseminationId)).toEqual([
      ['question', 'May we ask the landlord?'],
      ['reply', 'Not before Friday.'],
    ]);
    expect(await mails()).toMatchObject([
      { data: { kind: 'fib-replied', accountId: spocEast.actor.accountId } },
    ]);
    expect(JSON.stringify(await mails())).not.toContain('Friday');
    await ask(spocEast, disseminationId);
    expect(await unreadLines()).toEqual([[disseminationId, true]]);
  });

  it('that may ask the partner to find out more is sent only as it was confirmed, and the trail says so', async () => {
    const { disseminationId } = await sent();
    const text = 'Can the partner find out the name of the girl?';
    const asked = { result: 'question', text };
    const refused = { fieldErrors: { confirmed: expect.stringContaining('find out more') as string } };
    await expect(answer(spocEast, disseminationId, asked)).rejects.toMatchObject(refused);
    await expect(
      answer(spocEast, disseminationId, { ...asked, confirmed: 'Another question' }),
    ).rejects.toMatchObject(refused);
    await answer(spocEast, disseminationId, { ...asked, confirmed: text });
    await answer(spocEast, disseminationId, { text: 'We will find out who drives it.' });
    const trail = await db.auditEvent.findMany({
      where: { subjectId: disseminationId, type: 'partner.written_despite_warning' },
    });
    expect(trail.map(({ data }) => data)).toEqual([{ warnings: ['find_out'] }]);
  });

  it('of the MDS lead is replied to the MDS lead', async () => {
    const { disseminationId } = await sent(toLead, mdsLead);
    await ask(mdsLead, disseminationId);
    await reply(fib, disseminationId, 1);
    expect(await mails()).toMatchObject([
      { data: { kind: 'fib-replied-to-lead', accountId: mdsLead.actor.accountId } },
    ]);
    expect(await thread(mdsLead, disseminationId)).toHaveLength(2);
  });

  it('is replied to by FIB alone, once somebody has written', async () => {
    const { disseminationId } = await sent();
    await expect(reply(fib, disseminationId, 0)).rejects.toThrow(Conflict);
    await expect(prepareReply(fib, { disseminationId })).rejects.toThrow(Conflict);
    await ask(spocEast, disseminationId);
    await expect(reply(spocEast, disseminationId, 1)).rejects.toThrow(Forbidden);
    await expect(prepareReply(spocEast, { disseminationId })).rejects.toThrow(Forbidden);
    for (const ctx of [spocCoventry, mdsLead, areaLead, auditor, reporter])
      await expect(reply(ctx, disseminationId, 1)).rejects.toThrow(NotFound);
  });

  it('gets no reply that passes over what was written meanwhile', async () => {
    const { disseminationId } = await sent();
    await ask(spocEast, disseminationId);
    await ask(spocEast, disseminationId);
    await expect(reply(fib, disseminationId, 1)).rejects.toThrow(Conflict);
    expect(await unread()).toBe(1);
    await expect(reply(fib, disseminationId, 2, ' ')).rejects.toThrow(Invalid);
    const twice = {
      disseminationId,
      messageId: newId<'DisseminationMessage'>(),
      text: 'Yes.',
      checked: null,
      shownCount: 2,
    };
    await replyToRecipient(fib, twice);
    await replyToRecipient(fib, twice);
    expect(await thread(fib, disseminationId)).toHaveLength(3);
  });

  it('gets no reply that points to the source, unless its writer has looked at that', async () => {
    const { disseminationId } = await sent();
    await ask(spocEast, disseminationId);
    const text = `Speak to ${itemSource.name} first.`;
    const held = await reply(fib, disseminationId, 1, text);
    expect(held).toMatchObject({ sent: false, warnings: [{ passage: 'Ana' }, { passage: 'Pellworth' }] });
    expect(await thread(spocEast, disseminationId)).toHaveLength(1);
    expect(await unread()).toBe(1);
    expect(await mails()).toEqual([]);
    const mark = held.sent ? '' : held.mark;
    expect(await reply(fib, disseminationId, 1, 'Robin Example knows.', mark)).toMatchObject({ sent: false });
    expect(await reply(fib, disseminationId, 1, text, mark)).toEqual({ sent: true });
  });

  it('shows its recipients nothing of the report', async () => {
    const { disseminationId } = await sent();
    await ask(spocEast, disseminationId);
    await reply(fib, disseminationId, 1);
    const item = await openDissemination(spocEast, { disseminationId });
    expect(item.text).toBe(clean);
    expect(item.unreadSince).toBeNull();
    expect(JSON.stringify(item)).not.toMatch(/was there and saw it|Harbour|again on Tuesday|Pellworth/);
  });
});
