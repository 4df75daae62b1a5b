import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { acknowledgeDissemination } from './acknowledge-dissemination.server.ts';
import { type DisseminateInput } from './disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { queuePage } from '#app/domain/desks/queue.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import {
  acceptedItem,
  approve,
  clean,
  itemInHand,
  permitted,
  sanitiseAs,
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
const sanitise = (
  itemId: Id<'IntelligenceItem'>,
  text: string,
  checked: string | null = null,
  ctx = people.fib,
) => sanitiseAs(ctx, itemId, text, checked);
const send = (itemId: Id<'IntelligenceItem'>, more: Partial<DisseminateInput> = {}, ctx = people.fib) =>
  sendAs(ctx, itemId, more);

describe('disseminating', () => {
  it('sends the sanitised text with its conditions and a time to acknowledge, and links the plan', async () => {
    const { itemId, submissionId } = await accepted(permitted);
    const sent = await send(itemId, { conditions: 'Ask the FIB duty desk before acting.' });
    if (!sent.sent) throw new Error('It was not sent');
    const { disseminationId } = sent;
    const opened = await openDissemination(people.spocEast, { disseminationId });
    expect(opened).toMatchObject({
      text: clean,
      conditions: 'Ask the FIB duty desk before acting.',
      recipient: 'Birmingham East SPOC',
      mayAcknowledge: true,
      approvalOutstanding: false,
      grade: { source: '2', assessment: 'A', handling: 'P' },
    });
    expect(opened.acknowledgeBy > clock.now()).toBe(true);
    const links = await people.fib.db.submissionPlanLink.findMany({
      where: { submissionId, ruleCode: 'disseminated-to-area' },
      include: { planItem: true },
    });
    expect(links.map(({ planItem }) => planItem.code).sort()).toEqual([
      'PCC 3.7a.1',
      'PCC 3.7b.1',
      'Protect 1',
    ]);
    await expect(send(itemId)).rejects.toMatchObject({
      fieldErrors: { recipient: 'This version has already gone to this queue' },
    });
    expect(await send(itemId, { addressed: { to: 'queue', queueCode: 'spoc-cov' } })).toMatchObject({
      sent: true,
    });
  });

  it('shows the recipient neither the original, nor who sent it, nor how the source knows', async () => {
    const { itemId, submissionId } = await accepted(permitted);
    const sent = await send(itemId);
    const opened = await openDissemination(people.spocEast, {
      disseminationId: sent.sent ? sent.disseminationId : ('' as Id<'Dissemination'>),
    });
    expect(JSON.stringify(opened)).not.toMatch(/outside the house again|Harbour|Robin|was there and saw/);
    await expect(openItem(people.spocEast, { itemId })).rejects.toThrow(NotFound);
    const events = await people.fib.db.auditEvent.findMany({
      where: { actorId: people.spocEast.actor.accountId, type: 'item.read' },
    });
    expect(events.at(-1)?.data).toEqual({ part: 'sanitised' });
    expect(
      await people.fib.db.auditEvent.count({
        where: { actorId: people.spocEast.actor.accountId, subjectId: submissionId, type: 'submission.read' },
      }),
    ).toBe(0);
  });

  it('holds the conditions against the same checks as the text', async () => {
    const { itemId } = await accepted(permitted);
    const conditions = 'Speak to Pellworth first.';
    const first = await send(itemId, { conditions });
    if (first.sent) throw new Error('It was sent');
    expect(first.warnings.map(({ kind }) => kind)).toContain('sealed_source');
    expect(await send(itemId, { conditions, checked: first.mark })).toMatchObject({ sent: true });
  });

  it('goes to SPOC queues only, by FIB only, after accepting', async () => {
    const { itemId } = await accepted(permitted);
    for (const queueCode of ['', 'fib', 'nowhere'])
      await expect(send(itemId, { addressed: { to: 'queue', queueCode } })).rejects.toMatchObject({
        fieldErrors: { recipient: 'Select who to disseminate this to' },
      });
    await expect(send(itemId, {}, people.fibTwo)).rejects.toThrow(Conflict);
    await expect(send(itemId, {}, people.spocEast)).rejects.toThrow(NotFound);
    const early = await inHand();
    await gradeItem(people.fib, { itemId: early.itemId, posted: permitted, expectedVersion: null });
    await sanitise(early.itemId, clean);
    await expect(send(early.itemId)).rejects.toThrow(Conflict);
  });

  it('reaches the recipient’s list, and a restricted submission only as the item', async () => {
    const { itemId, submissionId } = await accepted(permitted, {
      sourceCouldBeGuessed: 'yes',
      sourceRisk: 'Few people knew.',
    });
    await expect(send(itemId)).rejects.toThrow(Conflict);
    await approve(people.supervisor, itemId);
    const sent = await send(itemId);
    const page = await queuePage(people.spocEast, {
      queueCode: 'spoc-be',
      view: 'disseminated-to-us',
      cursor: null,
    });
    expect(page.disseminations.map(({ id }) => id)).toContain(sent.sent ? sent.disseminationId : '');
    expect(page.disseminations).toHaveLength(page.counts['disseminated-to-us']);
    await expect(openSubmission(people.spocEast, { submissionId })).rejects.toThrow(NotFound);
  });
});

describe('acknowledging', () => {
  it('is for the receiving queue, once', async () => {
    const { itemId } = await accepted(permitted);
    const sent = await send(itemId);
    const disseminationId = sent.sent ? sent.disseminationId : ('' as Id<'Dissemination'>);
    for (const who of ['spocCoventry', 'areaLead', 'mdsLead', 'reporter', 'administrator'] as const) {
      await expect(openDissemination(people[who], { disseminationId }), who).rejects.toThrow(NotFound);
      await expect(acknowledgeDissemination(people[who], { disseminationId }), who).rejects.toThrow(NotFound);
    }
    await expect(acknowledgeDissemination(people.fib, { disseminationId })).rejects.toThrow(Forbidden);
    later();
    const at = clock.now();
    await acknowledgeDissemination(people.spocEast, { disseminationId });
    later();
    await acknowledgeDissemination(people.spocEast, { disseminationId });
    const opened = await openDissemination(people.spocEast, { disseminationId });
    expect(opened).toMatchObject({
      acknowledgedBy: 'Blair Example',
      acknowledgedAt: at,
      mayAcknowledge: false,
    });
    const events = await people.fib.db.auditEvent.count({
      where: { type: 'dissemination.acknowledged', subjectId: disseminationId },
    });
    expect(events).toBe(1);
  });
});
