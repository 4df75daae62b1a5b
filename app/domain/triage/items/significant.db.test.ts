import { beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { acceptedItem, itemSource, clean, conditional, sentTo } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Answers } from '../../form/answers.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { whatWaits } from '../../desks/what-waits.server.ts';
import { acknowledgeDissemination } from '../dissemination/acknowledge-dissemination.server.ts';
import type { Addressed } from '../dissemination/addressed-to.server.ts';
import { approveItem } from '../approvals/approve-item.server.ts';
import { disseminateItem } from '../dissemination/disseminate-item.server.ts';
import { openDissemination } from '../dissemination/open-dissemination.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { openSubmission } from '../../desks/open-submission.server.ts';
import { recallDissemination } from '../dissemination/recall-dissemination.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { significantItems, significantPageSize } from './significant-items.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const people = await officers(database, clock);
const { fib, supervisor, spocEast, mdsLead, areaLead, auditor, reporter } = people;
const toLead: Addressed = { to: 'mds_lead', reason: 'A group that works across the region.' };
const expectedVersion = null;

/** What was queued besides the receipts of reports. */
const mails = async () => (await queuedJobs(db)).filter(({ data }) => data['kind'] !== 'received');

beforeEach(async () => {
  clock.advance(60_000);
  await clearJobs(db);
});

const significant = async () => {
  const { itemId, submissionId } = await acceptedItem(fib, reporter);
  return { itemId, submissionId, disseminationId: await sentTo(fib, itemId, toLead) };
};
const listed = async (cursor: string | null = null) => significantItems(mdsLead, { cursor });
const waits = async () => (await whatWaits(mdsLead)).find(({ code }) => code === 'significant')?.count;

describe('a significant item', () => {
  it('reaches the MDS lead sanitised, with a mail that says nothing of it', async () => {
    const { disseminationId, itemId } = await significant();
    expect(await mails()).toMatchObject([
      { name: 'send-mail', data: { kind: 'significant-item', accountId: mdsLead.actor.accountId } },
    ]);
    const item = await openDissemination(mdsLead, { disseminationId });
    expect(item).toMatchObject({
      kind: 'mds_lead',
      text: clean,
      reason: 'A group that works across the region.',
      conditions: 'For intelligence only. Ask FIB before acting.',
      mayAcknowledge: true,
      mayRecall: false,
      sheet: false,
      mayRecord: null,
    });
    expect(JSON.stringify(item)).not.toMatch(/was there and saw it|Harbour|again on Tuesday/);
    await expect(openItem(mdsLead, { itemId })).rejects.toThrow(NotFound);
    expect(
      await db.auditEvent.count({
        where: { type: 'item.read', subjectId: disseminationId, actorId: mdsLead.actor.accountId },
      }),
    ).toBe(1);
  });

  it('needs a reason, is checked for the source, and goes once in a version', async () => {
    const { itemId } = await acceptedItem(fib, reporter);
    const send = (reason: string) =>
      disseminateItem(fib, {
        itemId,
        addressed: { to: 'mds_lead', reason },
        conditions: '',
        checked: null,
        expectedVersion,
      });
    await expect(send(' ')).rejects.toMatchObject({ fieldErrors: { reason: 'Enter why it is significant' } });
    expect(await send(`${itemSource.name} has seen the group.`)).toMatchObject({ sent: false });
    expect(await send('A group.')).toMatchObject({ sent: true });
    await expect(send('A group.')).rejects.toThrow(Invalid);
  });

  it('needs a second person like any other', async () => {
    const { itemId } = await acceptedItem(fib, reporter, { posted: conditional });
    await expect(sentTo(fib, itemId, toLead)).rejects.toThrow(Conflict);
    await approveItem(supervisor, { itemId, version: 1, confirmed: true, expectedVersion });
    await sentTo(fib, itemId, toLead);
  });

  it('is the lead’s alone to read and to acknowledge', async () => {
    const { disseminationId, submissionId } = await significant();
    for (const ctx of [spocEast, areaLead, auditor]) {
      await expect(openDissemination(ctx, { disseminationId })).rejects.toThrow(NotFound);
      await expect(acknowledgeDissemination(ctx, { disseminationId })).rejects.toThrow(NotFound);
      await expect(significantItems(ctx, { cursor: null })).rejects.toThrow(NotFound);
    }
    await expect(openSubmission(mdsLead, { submissionId })).rejects.toThrow(NotFound);
    const before = (await waits()) ?? 0;
    await acknowledgeDissemination(mdsLead, { disseminationId });
    expect(await waits()).toBe(before - 1);
    expect(await openDissemination(mdsLead, { disseminationId })).toMatchObject({
      mayAcknowledge: false,
      acknowledgedBy: mdsLead.actor.displayName,
    });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { type: 'dissemination.acknowledged', subjectId: disseminationId },
    });
    expect(event.data).toEqual({ recipient: 'mds_lead' });
  });

  it('is linked from a High submission, of which the lead knows', async () => {
    const { itemId, submissionId } = await acceptedItem(fib, reporter, { changes: { danger: 'soon' } });
    const disseminationId = await sentTo(fib, itemId, toLead);
    const opened = await openSubmission(mdsLead, { submissionId });
    expect(opened).toMatchObject({ view: 'status', disseminations: [{ id: disseminationId }] });
  });

  it('is gone once it was recalled, and the lead is told', async () => {
    const { disseminationId } = await significant();
    await clearJobs(db);
    const before = (await waits()) ?? 0;
    expect(await recallDissemination(fib, { disseminationId, reason: 'Another group.' })).toEqual({
      toTell: false,
    });
    expect(await mails()).toMatchObject([
      { data: { kind: 'significant-recalled', accountId: mdsLead.actor.accountId } },
    ]);
    const seen = await openDissemination(mdsLead, { disseminationId });
    expect(seen).toMatchObject({ text: null, conditions: null, reason: null, mayAcknowledge: false });
    expect(JSON.stringify(seen)).not.toContain('Another group');
    expect(await waits()).toBe(before - 1);
    await expect(acknowledgeDissemination(mdsLead, { disseminationId })).rejects.toThrow(Conflict);
  });

  it('does not settle where a report of several areas belongs, as a queue or another force does', async () => {
    const places = ['B11 4AA', 'CV1 2AA'].map((placePostcode, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      placeKind: 'home',
      placePostcode,
    }));
    const changes: Answers = { places };
    const other: Addressed = {
      to: 'outside',
      recipient: 'other_force',
      body: 'Fells Constabulary',
      post: 'Desk',
      reason: 'It is theirs.',
    };
    const made = await acceptedItem(fib, reporter, { changes });
    await sentTo(fib, made.itemId, toLead);
    await sentTo(fib, made.itemId, { ...other, recipient: 'other_agency', body: 'Example Inspectorate' });
    const close = () =>
      performAction(fib, {
        action: 'answer_and_close',
        submissionId: made.submissionId,
        outcome: 'used',
        comment: '',
        expectedVersion,
      });
    await expect(close()).rejects.toMatchObject({
      fieldErrors: { outcome: expect.stringContaining('No area has it yet') as string },
    });
    await sentTo(fib, made.itemId, other);
    await close();
  });
});

describe('the list of significant items', () => {
  it('has what waits first, newest first, in pages that miss nothing and repeat nothing', async () => {
    const more = significantPageSize + 2;
    const { itemId } = await acceptedItem(fib, reporter);
    const { id: grade } = await db.itemGrade.findFirstOrThrow({ where: { itemId } });
    const rows = await db.sanitisedText.findMany({ where: { itemId } });
    // Versions of one item, so that each can go to the lead.
    for (let version = 2; version <= more; version += 1)
      await db.sanitisedText.create({
        data: {
          ...rows[0],
          id: crypto.randomUUID(),
          itemId,
          version,
          text: 'Example',
          writtenBy: fib.actor.accountId,
          writtenAt: clock.now(),
          warningsAccepted: [],
        },
      });
    const submissionId = (await db.intelligenceItem.findUniqueOrThrow({ where: { id: itemId } }))
      .submissionId;
    for (const [index, text] of (await db.sanitisedText.findMany({ where: { itemId } })).entries()) {
      const done = index % 2 === 0;
      await db.dissemination.create({
        data: {
          id: crypto.randomUUID(),
          itemId,
          submissionId,
          sanitisedTextId: text.id,
          itemGradeId: grade,
          recipientKind: 'mds_lead',
          reason: 'Example',
          disseminatedBy: fib.actor.accountId,
          // Several at one moment: then the id decides.
          disseminatedAt: new Date(clock.now().getTime() - Math.floor(index / 3) * 60_000),
          acknowledgeBy: clock.now(),
          ...(done
            ? { acknowledgedBy: mdsLead.actor.accountId, acknowledgedAt: clock.now() }
            : { awaits: 'acknowledgement' }),
        },
      });
    }
    const all = await db.dissemination.findMany({ where: { recipientKind: 'mds_lead' } });
    const first = await listed();
    expect(first.lines).toHaveLength(significantPageSize);
    const read = [...first.lines];
    for (let { next } = first; next !== null;) {
      const page = await listed(next);
      expect(page.later).toBe(true);
      read.push(...page.lines);
      next = page.next;
    }
    expect(read.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    const waiting = read.filter(({ acknowledgedAt, recalledAt }) => !acknowledgedAt && !recalledAt);
    expect(read.slice(0, waiting.length)).toEqual(waiting);
    for (const part of [waiting, read.slice(waiting.length)]) {
      const times = part.map(({ sentAt }) => sentAt.getTime());
      expect(times).toEqual([...times].sort((one, other) => other - one));
    }
  });
});
