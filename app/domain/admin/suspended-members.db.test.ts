import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { unguarded } from '#tests/factories/past-danger.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { tellPartner } from '../notify/tell-partner.server.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { openMember } from './open-member.server.ts';
import { setAccountStatus } from './set-account-status.server.ts';

const database = await testDatabase();
const { db, pool } = database;
await addPeople(db);
// The organisation has one lead, who writes no reports, and two reporters.
await db.account.update({ where: { email: 'lee@harbour-trust.example' }, data: { status: 'suspended' } });
const as = (email: string) => makeCtx(database, { email });
const [lead, reporter, colleague, administrator] = [
  await as(people.lead),
  await as(people.reporter),
  await as(people.colleague),
  await as(people.administrator),
];
const organisationId = lead.actor.organisationId as Id<'Organisation'>;
const leaver = reporter.actor.accountId;
const set = async (ctx: typeof lead, accountId: Id<'Account'>, to: 'suspended' | 'active', handTo = '') =>
  setAccountStatus(ctx, { ...(await shownAccount(db, accountId)), to, reason: 'Has left', handTo });
const cover = (agreementCover: boolean) =>
  db.organisation.update({ where: { id: organisationId }, data: { agreementCover } });
const told = async () =>
  (await queuedJobs(db))
    .filter(({ name }) => name === 'send-mail')
    .map(({ data }) => data as { kind: string; accountId: string })
    .toSorted((one, other) => one.kind.localeCompare(other.kind));

beforeAll(() => cover(true));

describe('a partner’s lead', () => {
  it('suspends and restores a member, whose sessions end at once', async () => {
    const now = new Date();
    await db.session.create({
      data: {
        id: randomUUID(),
        tokenHash: Buffer.from(randomUUID()),
        accountId: leaver,
        createdAt: now,
        lastSeenAt: now,
        idleExpiresAt: now,
        absoluteExpiresAt: now,
      },
    });
    expect(await set(lead, leaver, 'suspended')).toBe('suspended');
    expect(await db.session.count({ where: { accountId: leaver, revokedAt: null } })).toBe(0);
    expect(await openMember(lead, { accountId: leaver })).toMatchObject({
      status: 'suspended',
      mayRestore: true,
    });
    expect(await set(lead, leaver, 'active')).toBe('active');
  });

  it('lifts no suspension that the police made', async () => {
    await set(administrator, leaver, 'suspended');
    expect((await openMember(lead, { accountId: leaver })).mayRestore).toBe(false);
    await expect(set(lead, leaver, 'active')).rejects.toBeInstanceOf(Conflict);
    await set(administrator, leaver, 'active');
  });

  it('reaches nobody of another organisation, nor of the police, nor themselves', async () => {
    const others = [people.elsewhere, people.officer];
    for (const email of others) {
      const { id } = await db.account.findUniqueOrThrow({ where: { email } });
      await expect(set(lead, id, 'suspended')).rejects.toBeInstanceOf(NotFound);
      await expect(openMember(lead, { accountId: id })).rejects.toBeInstanceOf(NotFound);
    }
    await expect(set(lead, lead.actor.accountId, 'suspended')).rejects.toBeInstanceOf(Invalid);
    await expect(set(colleague, leaver, 'suspended')).rejects.toBeInstanceOf(Forbidden);
    await expect(openMember(colleague, { accountId: leaver })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('what waits for a member who is suspended', () => {
  const danger = async () => {
    const { draftId } = await startDraft(reporter);
    await db.draft.update({ where: { id: draftId }, data: { saysDanger: true } });
    return draftId;
  };

  it('goes to the colleague who is named, and what says danger to the leads at once', async () => {
    const draftId = await danger();
    expect(await openMember(lead, { accountId: leaver })).toMatchObject({
      notSent: { count: 1, danger: 1 },
      colleagues: [{ displayName: colleague.actor.displayName }],
    });
    await clearJobs(db);
    await set(lead, leaver, 'suspended', colleague.actor.accountId);
    expect((await db.draft.findUniqueOrThrow({ where: { id: draftId } })).accountId).toBe(
      colleague.actor.accountId,
    );
    expect(await told()).toMatchObject([
      { kind: 'draft-in-danger-of-partner', accountId: lead.actor.accountId },
      { kind: 'drafts-given', accountId: colleague.actor.accountId },
    ]);
    expect(await db.auditEvent.findFirst({ where: { type: 'draft.given' } })).toMatchObject({
      subjectId: draftId,
      data: { from: leaver, to: colleague.actor.accountId },
    });
    await set(lead, leaver, 'active');
  });

  it('stays closed to others where the agreement lets nobody stand in', async () => {
    await cover(false);
    const draftId = await danger();
    expect((await openMember(lead, { accountId: leaver })).colleagues).toEqual([]);
    await expect(set(lead, leaver, 'suspended', colleague.actor.accountId)).rejects.toMatchObject({
      fieldErrors: { handTo: 'Select a colleague who can take it on' },
    });
    await clearJobs(db);
    await set(lead, leaver, 'suspended');
    expect((await db.draft.findUniqueOrThrow({ where: { id: draftId } })).accountId).toBe(leaver);
    expect(await told()).toMatchObject([
      { kind: 'draft-in-danger-of-partner', accountId: lead.actor.accountId },
    ]);
    await set(lead, leaver, 'active');
    await cover(true);
  });

  it('and questions of the police, then and later, are told to those who see the report', async () => {
    const submissionId = await submitted(reporter);
    await unguarded(pool, `UPDATE submission SET status = 'clarification' WHERE id = $1`, [submissionId]);
    await clearJobs(db);
    await set(lead, leaver, 'suspended');
    const both = [colleague.actor.accountId, lead.actor.accountId].toSorted();
    expect((await told()).map(({ accountId }) => accountId).toSorted()).toEqual(both);
    await clearJobs(db);
    await transaction(db, (tx) => tellPartner(tx, 'answer-waiting', submissionId));
    expect((await told()).map(({ accountId }) => accountId).toSorted()).toEqual(both);
  });
});
