import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { openOwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { endReport, type PostedEnd } from '#app/domain/triage/actions/end-report.server.ts';
import { performAction } from '#app/domain/triage/actions/perform-action.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { prepareAction } from '#app/domain/desks/prepare-action.server.ts';
import { prepareEnd } from '#app/domain/desks/prepare-end.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { createItem } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
});

async function claimed(): Promise<Id<'Submission'>> {
  const submissionId = await submitted(people.reporter);
  await performAction(people.fib, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  clock.advance(60_000);
  return submissionId;
}
const referenceOf = async (id: string) =>
  (await people.fib.db.submission.findUniqueOrThrow({ where: { id } })).reference;
async function whole(submissionId: Id<'Submission'>) {
  const opened = await openSubmission(people.fib, { submissionId });
  if (opened.view !== 'whole') throw new Error('Only its status is shown');
  return opened;
}

describe('closing without an item', () => {
  const close = (submissionId: Id<'Submission'>, changes: Partial<PostedEnd> = {}) =>
    endReport(people.fib, {
      submissionId,
      end: 'no_further_use',
      whyNoItem: 'An ordinary delivery: the shop confirms it.',
      message: '',
      expectedVersion: null,
      ...changes,
    });

  it('keeps the reason with police and gives the partner the outcome', async () => {
    const submissionId = await claimed();
    await close(submissionId);
    const opened = await whole(submissionId);
    expect(opened.status).toBe('closed');
    expect(opened.history[0]).toMatchObject({
      action: 'close_without_item',
      comment: 'An ordinary delivery: the shop confirms it.',
      data: { outcome: 'no_further_use' },
    });
    const report = JSON.stringify(await openOwnReport(people.reporter, { submissionId }));
    expect(report).toContain('we will not be using it further');
    expect(report).not.toContain('ordinary delivery');
  });

  it('takes a reason and one of the outcomes that rest on no item', async () => {
    const submissionId = await claimed();
    await expect(close(submissionId, { end: 'used', whyNoItem: ' ' })).rejects.toMatchObject({
      fieldErrors: { end: 'Select an outcome', whyNoItem: 'Enter why no intelligence item comes of it' },
    });
  });

  it('says what is wrong with the message at the message', async () => {
    const submissionId = await claimed();
    const message = 'Please find out more about the driver.';
    const unsaid = close(submissionId, { message });
    await expect(unsaid).rejects.toMatchObject({
      fieldErrors: { message: expect.stringContaining('already knows') as unknown },
    });
    await expect(unsaid).rejects.not.toHaveProperty('fieldErrors.whyNoItem');
    await expect(close(submissionId, { message: 'x'.repeat(4001), end: 'used' })).rejects.toMatchObject({
      fieldErrors: { message: 'Message must be 4,000 characters or less', end: 'Select an outcome' },
    });
    await close(submissionId, { message, confirmed: message });
  });

  it('is not for a report of which an item was made', async () => {
    const submissionId = await claimed();
    await createItem(people.fib, { submissionId, title: 'Van', expectedVersion: null });
    await expect(close(submissionId)).rejects.toThrow(Conflict);
    expect((await whole(submissionId)).actions.map(({ action }) => action)).not.toContain(
      'close_without_item',
    );
  });

  it('asks a duplicate for its original', async () => {
    const [submissionId, original] = [await claimed(), await submitted(people.reporter)];
    const { gates } = await prepareEnd(people.fib, { submissionId });
    expect(gates.map(({ code, met }) => [code, met])).toEqual([
      ['information', true],
      ['contact', true],
      ['tasks', true],
      ['matches', true],
      ['passed_on', false],
      ['duplicate', false],
    ]);
    await expect(close(submissionId, { end: 'duplicate' })).rejects.toMatchObject({
      fieldErrors: { end: 'Link this report to the one that it duplicates first' },
    });
    await relateSubmissions(people.fib, {
      submissionId,
      reference: await referenceOf(original),
      kind: 'duplicate_of',
      reason: 'The same van on the same day.',
    });
    await close(submissionId, { end: 'duplicate' });
    expect(JSON.stringify(await openOwnReport(people.reporter, { submissionId }))).toContain(
      await referenceOf(original),
    );
  });
});

describe('setting the area by hand', () => {
  const set = (submissionId: Id<'Submission'>, areaCode: string, ctx = people.fib) =>
    performAction(ctx, {
      action: 'set_area',
      submissionId,
      area: areaCode,
      comment: 'The street is named in the text.',
      expectedVersion: null,
    });

  it('places what routing could not, in the same queue, with the reason in the history and the trail', async () => {
    const submissionId = await claimed();
    await people.fib.db.submission.update({ where: { id: submissionId }, data: { areaId: null } });
    await set(submissionId, 'COV');
    const opened = await whole(submissionId);
    expect(opened.identity.area).toBe('Coventry');
    expect(opened.queue).toBe('Force Intelligence Bureau');
    expect(opened.history[0]).toMatchObject({
      action: 'set_area',
      comment: 'The street is named in the text.',
      data: { area: 'Coventry' },
    });
    const event = await people.fib.db.auditEvent.findFirstOrThrow({
      where: { type: 'submission.area_set', subjectId: submissionId },
    });
    expect(event.data).toEqual({ from: null, to: 'COV' });
    const { gates } = await prepareAction(people.fib, { submissionId, action: 'set_area' });
    expect(gates).toEqual([]);
  });

  it('offers every other area, and refuses the same and an unknown one', async () => {
    const submissionId = await claimed();
    const { areas } = await prepareAction(people.fib, { submissionId, action: 'set_area' });
    expect(areas).toHaveLength(9);
    expect(areas.map(({ code }) => code)).not.toContain('BE');
    for (const code of ['BE', 'XXX', ''])
      await expect(set(submissionId, code)).rejects.toMatchObject({
        fieldErrors: { area: expect.any(String) as unknown },
      });
  });

  it('offers first where its postcode may lie, with its shares', async () => {
    const submissionId = await claimed();
    const candidates = [
      { area: 'BWC', share: 0.637 },
      { area: 'BS', share: 0.263 },
      { force: 'Warwickshire Police', share: 0.1 },
    ];
    await people.fib.db.submission.update({ where: { id: submissionId }, data: { candidates } });
    const { areas } = await prepareAction(people.fib, { submissionId, action: 'set_area' });
    expect(areas.slice(0, 3).map(({ code, share }) => [code, share])).toEqual([
      ['BWC', 0.637],
      ['BS', 0.263],
      [expect.any(String), null],
    ]);
  });

  it('is for whoever has claimed it', async () => {
    const submissionId = await submitted(people.reporter);
    await expect(set(submissionId, 'COV')).rejects.toThrow(Conflict);
    await expect(set(submissionId, 'COV', people.spocCoventry)).rejects.toThrow(NotFound);
  });
});
