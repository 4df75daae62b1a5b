import { beforeEach, expect, it } from 'vitest';
import { type Id, newId } from '#app/domain/kernel/id.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Ctx } from '../kernel/context.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { addNote } from '../triage/actions/notes.server.ts';
import { sendMail } from '../notify/send-mail.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, fibTwo, supervisor, spocEast } = await officers(database, clock);

beforeEach(() => clearJobs(db));

const held = async (by: Ctx) => {
  const submissionId = await submitted(reporter);
  await performAction(by, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  clock.advance(60_000);
  await clearJobs(db);
  return submissionId;
};
const mailed = async (kind: string) =>
  (await queuedJobs(db))
    .map(({ data }) => data as { kind?: string; accountId: string })
    .filter((data) => data.kind === kind)
    .map(({ accountId }) => accountId);
const written = (submissionId: Id<'Submission'>) => ({
  submissionId,
  comment: 'Read again.',
  expectedVersion: null,
});
const note = (submissionId: Id<'Submission'>) => ({
  submissionId,
  noteId: newId<'SubmissionNote'>(),
  text: 'The council knows.',
});

it.each([
  [
    'raises',
    (ctx: Ctx, id: Id<'Submission'>) => performAction(ctx, { ...written(id), action: 'raise_to_high' }),
  ],
  [
    'restricts',
    (ctx: Ctx, id: Id<'Submission'>) => performAction(ctx, { ...written(id), action: 'restrict' }),
  ],
  ['writes a note on', (ctx: Ctx, id: Id<'Submission'>) => addNote(ctx, note(id))],
] as const)(
  'the holder is told when somebody else %s what they hold, and not of their own doing',
  async (_, change) => {
    const id = await held(fib);
    await change(fibTwo, id);
    expect(await mailed('held-changed')).toEqual([fib.actor.accountId]);
    const own = await held(fib);
    await change(fib, own);
    expect(await mailed('held-changed')).toEqual([]);
  },
);

it('a transfer is told to the people of the queue but whoever made it, and to whoever held it', async () => {
  const id = await held(fib);
  const move = { ...written(id), otherQueue: 'spoc-be' };
  await performAction(supervisor, { ...move, action: 'reroute' });
  expect(await mailed('moved-here')).toEqual([spocEast.actor.accountId]);
  expect(await mailed('held-changed')).toEqual([fib.actor.accountId]);
  clock.advance(60_000);
  await clearJobs(db);
  await performAction(spocEast, { ...written(id), action: 'decline_transfer' });
  const told = await mailed('moved-here');
  expect(told).toEqual(expect.arrayContaining([fib.actor.accountId, supervisor.actor.accountId]));
  expect(told).not.toContain(spocEast.actor.accountId);
});

it.each([
  ['moved-here', 'https://portal.example/queues'],
  ['held-changed', 'https://portal.example/queues/mine'],
] as const)('the message %s names nothing', async (kind, address) => {
  const submissionId = await held(fib);
  const { reference } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const sent: { subject: string; text: string }[] = [];
  const mailer = {
    send: (message: { subject: string; text: string }) => Promise.resolve(void sent.push(message)),
  };
  const post = {
    mailer,
    force: 'Invented Constabulary',
    portalUrl: 'https://portal.example',
    addressOf,
  } as unknown as Parameters<typeof sendMail>[1];
  const job = makeSystemCtx(database, { clock });
  await sendMail(job, post, { kind, accountId: fib.actor.accountId, submissionId });
  expect(sent[0]?.text.match(/https:\S+/g)).toEqual([address]);
  expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${submissionId}|${reference}`));
});
