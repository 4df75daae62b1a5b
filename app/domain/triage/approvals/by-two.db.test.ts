import { describe, expect, it } from 'vitest';
import { relateSubmissions } from '#app/domain/connections/matching/relate-submissions.server.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { dangerActNow } from '#tests/factories/danger-act.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { claim } from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { highWithoutHolder } from '../../submission/without-holder.server.ts';
import { performAction, type PostedAction } from '../actions/perform-action.server.ts';

/** What the database holds about High whatever the code does: the statements are those of the application's own role. */
const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, supervisor } = await officers(database, clock);
const danger = { danger: 'now', emergencyCall: 'called' } as const;
const at = { expectedVersion: null };

async function high(changes = {}): Promise<Id<'Submission'>> {
  clock.advance(60_000);
  const submissionId = await submitted(reporter, { ...danger, ...changes });
  await claim(fib, submissionId);
  return submissionId;
}
const restricting = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew.' };
const rowOf = (id: string) => db.submission.findUniqueOrThrow({ where: { id } });
const refused = /takes a second person and what was done about the danger/;
const by = (who: typeof fib, input: Omit<PostedAction, 'expectedVersion'>) =>
  performAction(who, { ...at, ...dangerActNow(who), ...input });

describe('the database', () => {
  it('works as the application', async () => {
    const [row] = await db.$queryRaw<{ who: string }[]>`SELECT current_user::text AS who`;
    expect(row?.who).toBe('portal_app');
  });

  it.each([
    ['closed', { status: 'closed', outcome: 'no_further_use' }],
    ['rejected', { status: 'rejected' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['lowered', { priority: 'low' }],
    ['lowered and closed at once', { priority: 'low', status: 'closed', outcome: 'no_further_use' }],
    ['closed as the duplicate of nothing', { status: 'closed', outcome: 'duplicate' }],
    ['opened to others', { restricted: false }],
  ] as const)('lets no High submission be %s by a statement', async (_, data) => {
    const id = await high(restricting);
    await expect(db.submission.update({ where: { id }, data })).rejects.toThrow(
      /takes a second person|no record supports/,
    );
    // Nor with a request written beside it, or one that somebody made without saying what was done.
    const asked = {
      endingAsked: 'reject',
      endingAskedBy: fib.actor.accountId,
      loweringAskedBy: fib.actor.accountId,
      liftingAskedBy: fib.actor.accountId,
    } as const;
    await db.submission.update({ where: { id }, data: asked });
    const freed = { endingAsked: null, endingAskedBy: null, loweringAskedBy: null, liftingAskedBy: null };
    await expect(db.submission.update({ where: { id }, data: { ...data, ...freed } })).rejects.toThrow(
      /takes a second person|no record supports/,
    );
    expect(await rowOf(id)).toMatchObject({ status: 'in_assessment', priority: 'high', restricted: true });
  });

  it('takes no agreement by whoever asked, by nobody’s supervisor, without the act, or to an older version', async () => {
    const id = await high();
    await by(fib, { submissionId: id, action: 'ask_to_reject', comment: 'Another country.' });
    const { version } = await rowOf(id);
    const act = await db.dangerAct.findFirstOrThrow({ where: { submissionId: id } });
    const agreement = (changes: object = {}) =>
      db.agreement.create({
        data: {
          id: newId(),
          submissionId: id,
          submissionVersion: version,
          kind: 'ending',
          askedBy: fib.actor.accountId,
          dangerActId: act.id,
          agreedBy: supervisor.actor.accountId,
          agreedAt: clock.now(),
          ...changes,
        },
      });
    const reject = () =>
      db.submission.update({
        where: { id },
        data: { status: 'rejected', endingAsked: null, endingAskedBy: null, version: { increment: 1 } },
      });
    await expect(agreement({ agreedBy: fib.actor.accountId })).rejects.toThrow(/agreement_of_two/);
    await agreement({ submissionVersion: version - 1 });
    await agreement({ kind: 'lowering' });
    await expect(reject()).rejects.toThrow(refused);
    await expect(db.submission.update({ where: { id }, data: { version: version - 1 } })).rejects.toThrow(
      /only rises/,
    );
    await agreement();
    await reject();
    expect((await rowOf(id)).status).toBe('rejected');
    await expect(db.agreement.deleteMany({})).rejects.toThrow(/permission denied|append-only/);
    await expect(db.dangerAct.updateMany({ data: { done: 'x' } })).rejects.toThrow(
      /permission denied|append-only/,
    );
  });

  it('takes no agreement by somebody who is no supervisor, nor without what was done', async () => {
    for (const changes of [{ agreedBy: fibTwo.actor.accountId }, { dangerActId: null }]) {
      const id = await high();
      await by(fib, { submissionId: id, action: 'ask_to_lower', comment: 'A film set.', lowerTo: 'low' });
      const { version } = await rowOf(id);
      const act = await db.dangerAct.findFirstOrThrow({ where: { submissionId: id } });
      await db.agreement.create({
        data: {
          id: newId(),
          submissionId: id,
          submissionVersion: version,
          kind: 'lowering',
          askedBy: fib.actor.accountId,
          dangerActId: act.id,
          agreedBy: supervisor.actor.accountId,
          agreedAt: clock.now(),
          ...changes,
        },
      });
      await expect(
        db.submission.update({ where: { id }, data: { priority: 'low', loweringAskedBy: null } }),
      ).rejects.toThrow(refused);
    }
  });
});

describe('what was done about the danger', () => {
  it('is kept with who did it, when, and who agreed', async () => {
    const id = await high();
    await by(fib, { submissionId: id, action: 'ask_to_lower', comment: 'A film set.', lowerTo: 'low' });
    await by(supervisor, { submissionId: id, action: 'grant_lowering', comment: 'So it is.' });
    expect((await rowOf(id)).priority).toBe('low');
    expect(
      await db.agreement.findFirstOrThrow({ where: { submissionId: id }, include: { dangerAct: true } }),
    ).toMatchObject({
      kind: 'lowering',
      askedBy: fib.actor.accountId,
      agreedBy: supervisor.actor.accountId,
      dangerAct: {
        done: 'A patrol found her safe.',
        doneBy: 'The response team, 4711',
        doneAt: clock.now(),
        recordedBy: fib.actor.accountId,
      },
    });
  });

  it.each([
    ['in the future', { day: '18', minutes: 23 * 60 + 59 }, 'must be in the past'],
    ['before the report', { day: '17', minutes: 600 }, 'cannot be before the report was sent'],
  ])('is not %s', async (_, { day, minutes }, said) => {
    const id = await high();
    const dangerAt = { day: `2016-01-${day}`, minutes };
    await expect(
      by(fib, { submissionId: id, action: 'ask_to_reject', comment: 'Another country.', dangerAt }),
    ).rejects.toMatchObject({ fieldErrors: { dangerAt: expect.stringContaining(said) as string } });
  });

  it('has to be said where it was raised to High since somebody asked to lift its restriction', async () => {
    clock.advance(60_000);
    const id = await submitted(reporter, restricting);
    await claim(fib, id);
    await by(fib, { submissionId: id, action: 'ask_to_lift', comment: 'Others know.' });
    await by(fib, { submissionId: id, action: 'raise_to_high', comment: 'A knife.' });
    await expect(
      by(supervisor, { submissionId: id, action: 'lift_restriction', comment: 'So they do.' }),
    ).rejects.toThrow(/raised to High or opened again since/);
    expect((await rowOf(id)).restricted).toBe(true);
  });

  it('has to be said of the danger that came since, whatever was said of an earlier one', async () => {
    const id = await high(restricting);
    await by(fib, { submissionId: id, action: 'ask_to_lower', comment: 'A film set.', lowerTo: 'low' });
    await by(supervisor, { submissionId: id, action: 'grant_lowering', comment: 'So it is.' });
    clock.advance(60_000);
    await by(fib, { submissionId: id, action: 'ask_to_lift', comment: 'Others know.' });
    await by(fib, { submissionId: id, action: 'raise_to_high', comment: 'A knife.' });
    const lift = () =>
      by(supervisor, { submissionId: id, action: 'lift_restriction', comment: 'So they do.' });
    await expect(lift()).rejects.toThrow(/raised to High or opened again since/);
    await by(supervisor, { submissionId: id, action: 'refuse_lifting', comment: 'Ask again.' });
    await by(fib, { submissionId: id, action: 'ask_to_lift', comment: 'Others know.' });
    await lift();
    expect((await rowOf(id)).restricted).toBe(false);
  });
});

describe('a duplicate of a High report', () => {
  it('is closed by one person while the original is High and open, and by nobody alone otherwise', async () => {
    const original = await high();
    const id = await high();
    const alone = () => by(fib, { submissionId: id, action: 'close_as_duplicate', comment: 'Thank you.' });
    await expect(alone()).rejects.toThrow('not linked as the duplicate of a report that is High and open');
    const { reference } = await rowOf(original);
    const link = { submissionId: id, reference, kind: 'duplicate_of', reason: 'The same woman.' };
    await relateSubmissions(fib, link);
    await by(fib, { submissionId: original, action: 'ask_to_reject', comment: 'Another country.' });
    await by(supervisor, { submissionId: original, action: 'grant_ending', comment: 'So it is.' });
    await expect(alone()).rejects.toThrow('High and open');
    await expect(
      db.submission.update({ where: { id }, data: { status: 'closed', outcome: 'duplicate' } }),
    ).rejects.toThrow(refused);
    await by(supervisor, { submissionId: original, action: 'reopen', comment: 'It is here.' });
    await alone();
    expect(await rowOf(id)).toMatchObject({ status: 'closed', outcome: 'duplicate', priority: 'high' });
    const told = await db.partnerMessage.findFirstOrThrow({ where: { submissionId: id } });
    expect(told).toMatchObject({ text: 'Thank you.', outcome: 'duplicate' });
    expect((await rowOf(original)).status).toBe('in_assessment');
  });
});

describe('while a second person is awaited', () => {
  const unheld = async (id: string) => {
    const rows = await db.$queryRaw<{ id: Id<'Submission'> }[]>`
      SELECT s.id FROM ${highWithoutHolder(clock.now())} s WHERE s.id = ${id}::uuid`;
    return rows.length > 0;
  };

  it('it counts as held, for an hour, whoever put it down', async () => {
    const id = await high();
    await by(fib, { submissionId: id, action: 'ask_to_reject', comment: 'Another country.' });
    await by(fib, { submissionId: id, action: 'release' });
    expect(await unheld(id)).toBe(false);
    clock.advance(59 * 60_000);
    expect(await unheld(id)).toBe(false);
    clock.advance(60_000);
    expect(await unheld(id)).toBe(true);
  });

  it('and no longer once it is kept open', async () => {
    const id = await high();
    await by(fib, { submissionId: id, action: 'ask_to_reject', comment: 'Another country.' });
    await by(fib, { submissionId: id, action: 'release' });
    await by(supervisor, { submissionId: id, action: 'refuse_ending', comment: 'Ring them first.' });
    expect(await unheld(id)).toBe(true);
  });
});
