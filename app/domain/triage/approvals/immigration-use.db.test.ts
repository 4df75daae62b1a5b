import { expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { publishFormVersions } from '#app/domain/form/publish-form-versions.server.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { asOwner } from '#tests/factories/as-owner.ts';
import { testDatabase } from '#tests/factories/database.ts';
import {
  acceptedItem,
  approve,
  clean,
  conditional,
  permitted,
  sentTo,
} from '#tests/factories/items-in-hand.ts';
import { officers } from '#tests/factories/officers.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden } from '../../kernel/failures.ts';
import { prepareAction } from '../../desks/prepare-action.server.ts';
import { ownOrganisation } from '../../desks/own-organisation.server.ts';
import { performAction } from '../actions/perform-action.server.ts';
import type { Addressed } from '../dissemination/addressed-to.server.ts';
import { disseminateItem } from '../dissemination/disseminate-item.server.ts';
import { recallDissemination } from '../dissemination/recall-dissemination.server.ts';
import { gradeItem } from '../items/grade-item.server.ts';
import { openApprovals } from './open-approvals.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { fib, fibTwo, supervisor, reporter } = await officers(database, clock);
const lead = await makeCtx(database, { email: 'lee@harbour-trust.example', clock });
const at = { expectedVersion: null };

const there: Addressed = {
  to: 'outside',
  recipient: 'immigration_enforcement',
  body: 'Immigration Enforcement, West Midlands',
  post: 'Intelligence desk',
  reason: 'The court asked for it.',
};
const send = (ctx: Ctx, itemId: Id<'IntelligenceItem'>, addressed: Addressed = there) =>
  disseminateItem(ctx, { itemId, addressed, conditions: 'Ask FIB first.', checked: null, ...at });
const decide = (ctx: Ctx, submissionId: Id<'Submission'>, agrees = true, fields = {}) =>
  performAction(ctx, {
    submissionId,
    action: agrees ? 'grant_immigration_use' : 'refuse_immigration_use',
    comment: 'Looked at.',
    ...at,
    ...fields,
  });
async function asked(officer = fib) {
  clock.advance(60_000);
  const made = await acceptedItem(officer, reporter);
  expect(await send(officer, made.itemId)).toEqual({ sent: 'asked', submissionId: made.submissionId });
  return made;
}
const counted = async () =>
  (await ownOrganisation(lead, { before: null })).immigrationUses.map(({ count }) => count);
const sentFrom = (itemId: Id<'IntelligenceItem'>) => db.dissemination.findMany({ where: { itemId } });

it('goes to immigration enforcement on nobody’s word alone', async () => {
  const { itemId, submissionId } = await asked();
  for (const who of [fib, fibTwo]) await expect(decide(who, submissionId)).rejects.toThrow(Forbidden);
  // A supervisor who asks decides no more than anybody else.
  const own = await asked(supervisor);
  await expect(decide(supervisor, own.submissionId)).rejects.toThrow(Forbidden);
  // Nor is it another agency by another name.
  const renamed = { ...there, recipient: 'other_agency', body: 'UK Visas and Immigration' };
  await expect(send(fib, itemId, renamed)).rejects.toMatchObject({
    fieldErrors: { 'other_agency-body': 'Select immigration enforcement for this: a second person decides' },
  });
  await expect(send(fib, itemId)).rejects.toThrow('Somebody has asked already');

  // Whatever the code does, the database lets none out, nor anybody set the count.
  const elsewhere = await sentTo(fib, itemId, { to: 'queue', queueCode: 'spoc-be' });
  const like = await db.dissemination.findUniqueOrThrow({ where: { id: elsewhere } });
  const forced = () =>
    db.dissemination.create({
      data: {
        ...like,
        id: newId<'Dissemination'>(),
        queueId: null,
        recipientKind: 'immigration_enforcement',
        recipientBody: 'x',
        recipientPost: 'x',
        reference: 'x',
        conditions: 'x',
        reason: 'x',
        awaits: 'passing',
      },
    });
  await expect(forced()).rejects.toThrow('takes a second person');
  const { version } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const agreement = (changes: object) =>
    db.agreement.create({
      data: {
        id: newId<'Agreement'>(),
        submissionId,
        submissionVersion: version - 1,
        kind: 'immigration_use',
        askedBy: fib.actor.accountId,
        agreedBy: supervisor.actor.accountId,
        agreedAt: clock.now(),
        ...changes,
      },
    });
  await agreement({ kind: 'lowering' });
  await agreement({ submissionVersion: version - 2 });
  await expect(forced()).rejects.toThrow('takes a second person');
  await expect(agreement({ agreedBy: fib.actor.accountId })).rejects.toThrow('agreement_of_two');
  await agreement({ agreedBy: fibTwo.actor.accountId });
  await expect(forced()).rejects.toThrow('takes a second person');
  expect(await db.immigrationUse.count()).toBe(0);
  const organisationId = reporter.actor.organisationId ?? newId<'Organisation'>();
  await expect(
    db.immigrationUse.create({ data: { disseminationId: elsewhere, organisationId, firstMonth: '2016-01' } }),
  ).rejects.toThrow('permission denied');
});

it('goes there as it was asked once a supervisor agrees, and once only', async () => {
  await clearJobs(db);
  const { itemId, submissionId } = await asked();
  expect(await sentFrom(itemId)).toEqual([]);
  expect((await openApprovals(supervisor)).requests).toContainEqual(
    expect.objectContaining({ submissionId, kind: 'immigration_use', own: false }),
  );
  const { asked: request, use } = await prepareAction(supervisor, {
    submissionId,
    action: 'grant_immigration_use',
  });
  expect(request).toMatchObject({ reason: there.reason, use: { item: 1, body: there.body } });
  expect(use?.item.versions[0]?.text).toBe(clean);
  await decide(supervisor, submissionId);
  expect(await sentFrom(itemId)).toMatchObject([
    {
      recipientKind: 'immigration_enforcement',
      recipientBody: there.body,
      recipientPost: there.post,
      conditions: 'Ask FIB first.',
      disseminatedBy: fib.actor.accountId,
      awaits: 'passing',
    },
  ]);
  const told = (await queuedJobs(db)).map(({ data }) => [data['kind'], data['accountId']]);
  expect(told).toContainEqual(['request-waiting', supervisor.actor.accountId]);
  expect(told).toContainEqual(['request-decided', fib.actor.accountId]);
  await expect(decide(supervisor, submissionId)).rejects.toThrow(Conflict);
  await expect(send(fib, itemId)).rejects.toMatchObject({
    fieldErrors: { recipient: 'This version has already gone to this recipient' },
  });
});

it('does not go there where the supervisor refuses, or where it has changed since it was asked', async () => {
  const { itemId, submissionId } = await asked();
  await gradeItem(fib, { itemId, posted: { ...permitted, provenance: 'Said anew.' }, ...at });
  await expect(decide(supervisor, submissionId)).rejects.toThrow('has changed since this was asked');
  await decide(supervisor, submissionId, false);
  expect(await sentFrom(itemId)).toEqual([]);
  // It may be asked anew.
  expect(await send(fib, itemId)).toMatchObject({ sent: 'asked' });
});

it('is counted for its partner in the quarter of the agreement, zero included, recalled or disposed of since', async () => {
  const before = await db.immigrationUse.count();
  const { itemId, submissionId } = await asked();
  await decide(supervisor, submissionId);
  const [sent] = await sentFrom(itemId);
  // The quarter is not over.
  expect(await counted()).toEqual([0, 0, 0, 0]);
  await recallDissemination(supervisor, { disseminationId: sent?.id ?? newId(), reason: 'A mistake.' });
  const left = await asOwner(database.pool, async (client) => {
    await client.query('SELECT delete_submission($1)', [submissionId]);
    return (await client.query('SELECT * FROM immigration_use')).rowCount;
  });
  expect(left).toBe(before + 1);
  clock.advance(90 * 24 * 3_600_000);
  expect(await counted()).toEqual([before + 1, 0, 0, 0]);
});

it('goes there against the condition of its partner only with the reason why that is overridden', async () => {
  const pack = await readForcePack('prisma/packs/west-midlands-2015');
  const agreed = { on: '2016-01-01', with: 'Partners', by: 'MDS lead', inForceFrom: '2016-01-01' };
  await transaction(db, (tx) =>
    publishFormVersions(
      tx,
      { ...pack, formAgreements: [...pack.formAgreements, { version: 5, ...agreed }] },
      clock.now(),
    ),
  );
  clock.advance(60_000);
  const changes = {
    shareWith: 'no_limit',
    ringBeforeActing: 'no',
    immigrationCondition: 'not_for_immigration',
  };
  const made = await acceptedItem(fib, reporter, { posted: conditional, changes });
  const { submissionId, itemId } = made;
  await approve(supervisor, itemId);
  await send(fib, itemId);
  const { use } = await prepareAction(supervisor, { submissionId, action: 'grant_immigration_use' });
  expect(use?.cautions.limits).toMatchObject({ notForImmigration: true, limit: null });
  await expect(decide(supervisor, submissionId)).rejects.toMatchObject({
    fieldErrors: { override: 'Enter why the partner’s condition is overridden' },
  });
  expect(await sentFrom(itemId)).toEqual([]);
  await decide(supervisor, submissionId, true, { override: 'A court ordered it.' });
  expect(await sentFrom(itemId)).toHaveLength(1);
  const said = await db.submissionEvent.findFirst({
    where: { submissionId, action: 'grant_immigration_use' },
  });
  expect(said).toMatchObject({
    comment: expect.stringContaining('A court ordered it.') as string,
    data: { item: 1, version: 1, overridden: true },
  });
});
