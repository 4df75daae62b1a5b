import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { approveItem } from '#app/domain/triage/approvals/approve-item.server.ts';
import { disseminateItem } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import { openApprovals } from '#app/domain/triage/approvals/open-approvals.server.ts';
import { sanitiseItem } from '#app/domain/triage/release/sanitise-item.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { createItem } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { approvalsOverdue } from './urgent-overdue.server.ts';
import { callHighAlert } from './call-alert.server.ts';
import { sweepApprovals } from './sweep-approvals.server.ts';
import { whatWaits } from '../desks/what-waits.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const { reporter, fib, supervisor, spocEast } = await officers(database, clock);
const minute = 60_000;
const permitted: PostedGrade = {
  source: '2',
  assessment: 'A',
  handling: 'P',
  provenance: 'The source was there and saw it.',
  mopiGroup: '2',
};
const codeC: PostedGrade = {
  ...permitted,
  handling: 'C',
  actionCode: 'A3',
  sanitisationCode: 'S2',
  usage: 'Not before Tuesday.',
};

beforeEach(() => clearJobs(db));

/** Claimed by an officer, with one graded item and the first version of its text. */
async function written(posted: PostedGrade, changes = {}) {
  clock.advance(minute);
  const submissionId = await submitted(reporter, changes);
  await performAction(fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  const { itemId } = await createItem(fib, { submissionId, title: 'Van', expectedVersion: null });
  await gradeItem(fib, { itemId, posted, expectedVersion: null });
  await write(itemId, 'A van brings men there on Tuesdays.');
  return { submissionId, itemId };
}
const write = (itemId: Id<'IntelligenceItem'>, text: string, ctx: Ctx = fib) =>
  sanitiseItem(ctx, { itemId, text, checked: null, expectedVersion: null });
const accept = (submissionId: Id<'Submission'>) =>
  performAction(fib, { submissionId, action: 'accept', comment: '', expectedVersion: null });
const approve = (itemId: Id<'IntelligenceItem'>, version: number) =>
  approveItem(supervisor, { itemId, version, confirmed: true, expectedVersion: null });
/** Kinds of the mails to approvers since the last look, and to how many of whom. */
async function mails() {
  const found = (await queuedJobs(db)).filter(
    ({ name, data }) => name === 'send-mail' && String(data['kind']).startsWith('approval'),
  );
  await clearJobs(db);
  return found.map(({ data }) => [data['kind'], data['accountId'] === supervisor.actor.accountId]);
}
const toSupervisor = (found: unknown[][]) => found.filter(([, to]) => to).map(([kind]) => kind);
const ready = async () =>
  (await openApprovals(supervisor)).ready.map(({ itemId, version }) => [itemId, version]);
const waits = async (code: string) => (await whatWaits(supervisor)).find((each) => each.code === code)?.count;

describe('a text that needs a second person', () => {
  it('is announced once for each version, from when its submission is accepted, and listed until it is approved', async () => {
    const { submissionId, itemId } = await written(codeC);
    expect(await mails()).toEqual([]);
    expect(await ready()).not.toContainEqual([itemId, 1]);
    await accept(submissionId);
    expect(toSupervisor(await mails())).toEqual(['approval-waiting']);
    expect(await ready()).toContainEqual([itemId, 1]);
    await write(itemId, 'A van brings men there.');
    expect(toSupervisor(await mails())).toEqual(['approval-waiting']);
    expect(await ready()).toContainEqual([itemId, 2]);
    const before = (await waits('approvals')) ?? 0;
    await approve(itemId, 2);
    expect(await ready()).not.toContainEqual([itemId, 2]);
    expect(await waits('approvals')).toBe(before - 1);
    expect(await mails()).toEqual([]);
  });

  it('is announced where a grade asks for it later, and not where none does', async () => {
    const { submissionId, itemId } = await written(permitted);
    await accept(submissionId);
    expect(await mails()).toEqual([]);
    expect(await ready()).not.toContainEqual([itemId, 1]);
    await gradeItem(fib, { itemId, posted: codeC, expectedVersion: null });
    expect(toSupervisor(await mails())).toEqual(['approval-waiting']);
    expect(await ready()).toContainEqual([itemId, 1]);
  });

  it('is announced to nobody who wrote it, and listed as theirs', async () => {
    const { submissionId, itemId } = await written(codeC);
    await accept(submissionId);
    await performAction(fib, { submissionId, action: 'release', comment: '', expectedVersion: null });
    await performAction(supervisor, { submissionId, action: 'claim', comment: '', expectedVersion: null });
    await mails();
    await write(itemId, 'A van comes.', supervisor);
    expect(toSupervisor(await mails())).toEqual([]);
    const own = (await openApprovals(supervisor)).ready.find((text) => text.itemId === itemId);
    expect(own).toMatchObject({ own: true, version: 2 });
  });

  it('is listed for FIB supervisors only', async () => {
    for (const ctx of [fib, spocEast, reporter])
      await expect(openApprovals(ctx)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('what was sent at once', () => {
  it('is announced at once, and again with the alert and the health check once its time is over', async () => {
    const { submissionId, itemId } = await written(codeC, { danger: 'now', emergencyCall: 'called' });
    await accept(submissionId);
    await mails();
    const sent = await disseminateItem(fib, {
      itemId,
      addressed: { to: 'queue', queueCode: 'spoc-be' },
      conditions: '',
      checked: null,
      expectedVersion: null,
    });
    expect(sent).toMatchObject({ sent: true, secondPerson: 'afterwards' });
    expect(toSupervisor(await mails())).toEqual(['approval-due']);
    expect(await ready()).not.toContainEqual([itemId, 1]);
    expect(await waits('approvalsDue')).toBe(1);
    const sweep = () => sweepApprovals(job, { alertConfigured: true });
    clock.advance(240 * minute);
    await sweep();
    expect(await queuedJobs(db)).toEqual([]);
    expect(await approvalsOverdue(db, clock.now())).toBe(0);
    clock.advance(minute);
    expect(await approvalsOverdue(db, clock.now())).toBe(1);
    await sweep();
    const [alert] = (await queuedJobs(db)).filter(({ name }) => name === 'call-alert');
    expect(alert?.data).toMatchObject({ kind: 'approval_overdue', submissionId });
    expect(toSupervisor(await mails())).toEqual(['approval-due']);
    const calls: unknown[] = [];
    await callHighAlert(job, (message) => Promise.resolve(calls.push(message) > 0), {
      submissionId,
      step: 'approval-overdue',
      kind: 'approval_overdue',
    });
    expect(calls).toEqual([{ kind: 'approval_overdue', step: 'approval-overdue', waiting: 1 }]);
    await approve(itemId, 1);
    expect(await approvalsOverdue(db, clock.now())).toBe(0);
    await sweep();
    expect(await mails()).toEqual([]);
  });
});
