import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { prepareAction } from '#app/domain/desks/prepare-action.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
});

/** A report that FIB moved to the SPOC of Birmingham East. */
async function moved(): Promise<Id<'Submission'>> {
  const submissionId = await submitted(people.reporter);
  clock.advance(60_000);
  await performAction(people.fib, {
    action: 'reroute',
    submissionId,
    otherQueue: 'spoc-be',
    comment: 'It is about one house.',
    expectedVersion: null,
  });
  clock.advance(60_000);
  return submissionId;
}

const decline = (ctx: Ctx, submissionId: Id<'Submission'>, comment = 'It lies in Coventry.') =>
  performAction(ctx, { action: 'decline_transfer', submissionId, comment, expectedVersion: null });

async function seen(ctx: Ctx, submissionId: Id<'Submission'>) {
  const opened = await openSubmission(ctx, { submissionId });
  if (opened.view !== 'whole') throw new Error('Only its status is shown');
  return opened;
}
const offered = async (ctx: Ctx, submissionId: Id<'Submission'>) =>
  (await seen(ctx, submissionId)).actions.map(({ action }) => action);

describe('a submission that was moved to another queue', () => {
  it('says who moved it and why, and is accepted by claiming it', async () => {
    const submissionId = await moved();
    const opened = await seen(people.spocEast, submissionId);
    expect(opened.transferredFrom).toBe('Force Intelligence Bureau');
    expect(opened.routing.moves.at(-1)?.reason).toBe('It is about one house.');
    expect(opened.actions.map(({ action }) => action)).toEqual([
      'claim',
      'raise_to_high',
      'restrict',
      'decline_transfer',
      'reroute',
    ]);
    await performAction(people.spocEast, {
      submissionId,
      action: 'claim',
      comment: '',
      expectedVersion: null,
    });
    expect((await seen(people.spocEast, submissionId)).transferredFrom).toBeNull();
    expect(await offered(people.spocEast, submissionId)).not.toContain('decline_transfer');
    await expect(decline(people.spocEast, submissionId)).rejects.toThrow(Conflict);
    clock.advance(60_000);
    await performAction(people.spocEast, {
      submissionId,
      action: 'release',
      comment: '',
      expectedVersion: null,
    });
    expect(await offered(people.spocEast, submissionId)).not.toContain('decline_transfer');
  });

  it('goes back with a reason to the queue that it came from, unclaimed, and not to and fro', async () => {
    const submissionId = await moved();
    expect(await prepareAction(people.spocEast, { submissionId, action: 'decline_transfer' })).toMatchObject({
      guidance: 'It goes back to Force Intelligence Bureau, and nobody holds it there until it is claimed.',
      refusal: null,
    });
    await decline(people.spocEast, submissionId);
    const back = await seen(people.fib, submissionId);
    expect(back).toMatchObject({ queue: 'Force Intelligence Bureau', transferredFrom: null });
    expect(back.identity.holder).toBeNull();
    expect(back.routing.moves.at(-1)).toMatchObject({ reason: 'It lies in Coventry.' });
    expect(back.actions.map(({ action }) => action)).not.toContain('decline_transfer');
    await expect(decline(people.fib, submissionId)).rejects.toThrow(Conflict);
    const [event] = await people.fib.db.auditEvent.findMany({
      where: { subjectId: submissionId, type: 'submission.transfer_declined' },
    });
    expect(event?.data).toEqual({ from: 'Birmingham East SPOC', to: 'Force Intelligence Bureau' });
  });

  it('is sent back with a reason only, by the queue that holds it', async () => {
    const submissionId = await moved();
    await expect(decline(people.spocEast, submissionId, ' ')).rejects.toThrow(Invalid);
    await expect(decline(people.fib, submissionId)).rejects.toThrow(Forbidden);
    await expect(decline(people.spocCoventry, submissionId)).rejects.toThrow(NotFound);
    expect((await seen(people.spocEast, submissionId)).queue).toBe('Birmingham East SPOC');
  });

  it('cannot be sent back where a rule put it there', async () => {
    const submissionId = await submitted(people.reporter);
    await expect(decline(people.fib, submissionId)).rejects.toThrow(Conflict);
  });
});
