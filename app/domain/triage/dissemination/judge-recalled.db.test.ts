import { beforeAll, describe, expect, it } from 'vitest';
import { approvalsOverdue } from '#app/domain/reminders/urgent-overdue.server.ts';
import { whatWaits } from '#app/domain/desks/what-waits.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { endedByTwo } from '#tests/factories/ended-by-two.ts';
import {
  acceptedItem,
  approve,
  clean,
  conditional,
  sanitiseAs,
  sendAs,
  sentTo,
} from '#tests/factories/items-in-hand.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { approveItem } from '../approvals/approve-item.server.ts';
import { openApprovals } from '../approvals/open-approvals.server.ts';
import { openItem } from '../../desks/open-item.server.ts';
import { recallDissemination } from './recall-dissemination.server.ts';

const clock = fixedClock(testNow);
const minute = 60_000;
const database = await testDatabase();
let people: Record<Who, Ctx>;
beforeAll(async () => {
  people = await officers(database, clock);
});

const toEast = { to: 'queue', queueCode: 'spoc-be' } as const;
const recall = (disseminationId: Id<'Dissemination'>) =>
  recallDissemination(people.fib, { disseminationId, reason: 'It was about another house.' });
const judgeWrong = (itemId: Id<'IntelligenceItem'>, reason = 'It tells who cooks there.') =>
  approveItem(people.supervisor, {
    itemId,
    version: 1,
    confirmed: false,
    wrong: { reason },
    expectedVersion: null,
  });
const close = (submissionId: Id<'Submission'>) =>
  endedByTwo([people.fib, people.supervisor], 'answer_and_close', {
    submissionId,
    outcome: 'used',
    comment: '',
    expectedVersion: null,
  });
const lines = async (itemId: string) =>
  (await openApprovals(people.supervisor)).sent.filter((each) => each.itemId === itemId);

/** Sent at once on one officer's word, as it is High. */
async function sentAtOnce() {
  clock.advance(minute);
  const made = await acceptedItem(people.fib, people.reporter, {
    posted: conditional,
    changes: { danger: 'now', emergencyCall: 'called' },
  });
  return { ...made, disseminationId: await sentTo(people.fib, made.itemId, toEast) };
}

describe('what was sent at once and recalled', () => {
  it('still waits for a second person, is counted once late, and holds up closing until then', async () => {
    const { itemId, submissionId, disseminationId } = await sentAtOnce();
    const before = (await whatWaits(people.supervisor)).find(({ code }) => code === 'approvalsDue')?.count;
    await recall(disseminationId);
    expect(await lines(itemId)).toMatchObject([{ version: 1, recalled: true }]);
    const { ready } = await openApprovals(people.supervisor);
    expect(ready.map((each) => each.itemId)).not.toContain(itemId);
    const waits = await whatWaits(people.supervisor);
    expect(waits.find(({ code }) => code === 'approvalsDue')?.count).toBe(before);
    const due = (await lines(itemId))[0]?.approveBy.getTime() ?? 0;
    const overdue = (at: number) => approvalsOverdue(people.fib.db, new Date(at));
    expect((await overdue(due + 1)) - (await overdue(due))).toBe(1);
    await expect(close(submissionId)).rejects.toThrow('still needs a second person');
    await approve(people.supervisor, itemId);
    expect(await lines(itemId)).toEqual([]);
    await close(submissionId);
  });

  it('may be found to have been wrong, with the reason, and is then never approved or sent again', async () => {
    const { itemId, submissionId, disseminationId } = await sentAtOnce();
    await expect(judgeWrong(itemId)).rejects.toThrow('Recall this version');
    await recall(disseminationId);
    await expect(judgeWrong(itemId, ' ')).rejects.toThrow(Invalid);
    await judgeWrong(itemId);
    expect(await lines(itemId)).toEqual([]);
    const { item, needsApproval } = await openItem(people.fib, { itemId });
    expect(needsApproval).toBe(true);
    expect(item.versions[0]).toMatchObject({
      approval: null,
      approvals: [{ approved: false, reason: 'It tells who cooks there.', afterTheFact: true }],
    });
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(Conflict);
    const again = {
      addressed: { to: 'queue', queueCode: 'spoc-cov' } as const,
      conditions: 'Ask FIB first.',
    };
    await expect(sendAs(people.fib, itemId, again)).rejects.toThrow('should not have gone out');
    await sanitiseAs(people.fib, itemId, `${clean} Every week.`);
    expect(await sendAs(people.fib, itemId, again)).toMatchObject({ sent: true, secondPerson: 'afterwards' });
    await approve(people.supervisor, itemId, 2);
    await close(submissionId);
    const [event] = await people.fib.db.auditEvent.findMany({
      where: { type: 'item.release_judged_wrong', subjectId: itemId },
    });
    expect(event?.data).toEqual({ version: 1, afterTheFact: true });
  });
});
