import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { acceptedItem, sentTo } from '#tests/factories/items-in-hand.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { localTimeOf } from '../../kernel/local-time.ts';
import { openDissemination } from './open-dissemination.server.ts';
import { recallDissemination } from './recall-dissemination.server.ts';
import {
  correctOutsideStep,
  prepareOutsideStep,
  recordOutsideStep,
  type WrittenStep,
} from './record-outside-step.server.ts';
import { waitingDisseminations } from './waiting-disseminations.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { fib, fibTwo, spocEast, reporter } = await officers(database, clock);
const minute = 60_000;

beforeEach(() => clock.advance(10 * minute));

const written = (disseminationId: Id<'Dissemination'>, step: string, at = clock.now()): WrittenStep => {
  return {
    disseminationId,
    step,
    means: 'secure_mail',
    with: 'Duty desk',
    at: localTimeOf(at),
    note: 'By the usual box.',
  };
};
async function passed(): Promise<Id<'Dissemination'>> {
  const { itemId } = await acceptedItem(fib, reporter);
  const disseminationId = await sentTo(fib, itemId, {
    to: 'outside',
    recipient: 'other_force',
    body: 'Fells Constabulary',
    post: 'Duty intelligence officer',
    reason: 'The house is in their area.',
  });
  clock.advance(60 * minute);
  await recordOutsideStep(fib, written(disseminationId, 'passed'));
  return disseminationId;
}
const stepsOf = async (disseminationId: Id<'Dissemination'>) =>
  (await openDissemination(fib, { disseminationId })).steps;
const current = async (disseminationId: Id<'Dissemination'>, step = 'passed') =>
  (await stepsOf(disseminationId)).find((each) => each.step === step)?.id ?? '';
const correct = async (
  disseminationId: Id<'Dissemination'>,
  changes: Partial<Parameters<typeof correctOutsideStep>[1]> = {},
  ctx: Ctx = fibTwo,
) =>
  correctOutsideStep(ctx, {
    ...written(disseminationId, 'passed'),
    corrects: await current(disseminationId),
    reason: 'It went by hand.',
    ...changes,
  });

describe('what was recorded wrongly of a recipient outside the force', () => {
  it('is recorded anew with the reason, and the wrong entry stays in sight', async () => {
    const disseminationId = await passed();
    const prepared = await prepareOutsideStep(fibTwo, { disseminationId, step: 'passed' });
    expect(prepared.recorded).toMatchObject({ means: 'secure_mail', withPost: 'Duty desk', wrong: [] });
    await correct(disseminationId, { means: 'by_hand', with: 'Intelligence desk', note: '' });
    await correct(disseminationId, { means: 'meeting', reason: 'At the meeting, not at the desk.' }, fib);
    expect(await stepsOf(disseminationId)).toMatchObject([
      {
        step: 'passed',
        means: 'meeting',
        recordedBy: fib.actor.displayName,
        reason: 'At the meeting, not at the desk.',
        wrong: [
          { means: 'by_hand', withPost: 'Intelligence desk', note: null, reason: 'It went by hand.' },
          { means: 'secure_mail', recordedBy: fib.actor.displayName, reason: null },
        ],
      },
    ]);
    const trail = await db.auditEvent.findMany({
      where: { type: 'dissemination.step_corrected', subjectId: disseminationId },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ data }) => data)).toEqual([
      { recipient: 'other_force', step: 'passed', means: 'by_hand' },
      { recipient: 'other_force', step: 'passed', means: 'meeting' },
    ]);
  });

  it('leaves what is due as it is, also after a recall', async () => {
    const disseminationId = await passed();
    const row = () => db.dissemination.findUniqueOrThrow({ where: { id: disseminationId } });
    await correct(disseminationId);
    expect(await row()).toMatchObject({ awaits: 'acknowledgement', acknowledgedAt: null });
    await recordOutsideStep(fib, written(disseminationId, 'acknowledged'));
    const before = await row();
    await correct(disseminationId, {
      ...written(disseminationId, 'acknowledged'),
      corrects: await current(disseminationId, 'acknowledged'),
      with: 'Their inspector',
    });
    expect(await row()).toEqual(before);
    await recallDissemination(fib, { disseminationId, reason: 'Another house.' });
    await correct(disseminationId);
    expect(await row()).toMatchObject({ awaits: 'telling' });
    expect((await waitingDisseminations(fib, { view: 'to-tell', cursor: null })).lines).toContainEqual(
      expect.objectContaining({ id: disseminationId }),
    );
  });

  it('is refused without a reason, out of its order in time, and where nothing was recorded', async () => {
    const disseminationId = await passed();
    const at = clock.now();
    clock.advance(60 * minute);
    await recordOutsideStep(fib, written(disseminationId, 'acknowledged', at));
    const faults = async (changes: Parameters<typeof correct>[1]) => {
      const refusal: unknown = await correct(disseminationId, changes).catch((failure: unknown) => failure);
      expect(refusal).toBeInstanceOf(Invalid);
      return Object.keys((refusal as Invalid).fieldErrors);
    };
    expect(await faults({ reason: ' ' })).toEqual(['reason', 'at']);
    expect(await faults({ ...written(disseminationId, 'passed', at), reason: ' ' })).toEqual(['reason']);
    // It cannot have been passed on after they acknowledged it.
    expect(await faults({})).toEqual(['at']);
    expect(await faults({ ...written(disseminationId, 'passed', at), with: ' ' })).toEqual(['with']);
    await expect(
      correct(disseminationId, { ...written(disseminationId, 'told_of_recall') }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(correct(disseminationId, {}, spocEast)).rejects.toBeInstanceOf(NotFound);
  });

  it('is not corrected twice from one page', async () => {
    const disseminationId = await passed();
    const corrects = await current(disseminationId);
    await correct(disseminationId, { corrects });
    await expect(correct(disseminationId, { corrects })).rejects.toBeInstanceOf(Conflict);
    const seen = { corrects: await current(disseminationId) };
    const again = await Promise.allSettled([
      correct(disseminationId, seen, fib),
      correct(disseminationId, seen, fibTwo),
    ]);
    expect(again.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.disseminationStep.count({ where: { disseminationId } })).toBe(3);
  });
});
