import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import type { OrganisationStatus } from '#app/platform/db/generated/enums.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { pastDanger } from '#tests/factories/past-danger.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import type { Question } from '../form/question.ts';
import { openSubmission } from '../desks/open-submission.server.ts';
import { whatWaits } from '../desks/what-waits.server.ts';
import { draftSites } from '../intake/drafts/draft-sites.server.ts';
import { expireDrafts } from '../intake/drafts/expire-drafts.server.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import {
  openSite,
  addSite,
  changeSite,
  withdrawAccreditation,
} from '../people/organisations/sites.server.ts';
import { changeOwnContacts } from '../people/organisations/own-contacts.server.ts';
import { renameOrganisation } from '../people/organisations/organisation-name.server.ts';
import { readOrganisation } from '../people/organisations/organisation.server.ts';
import { warnAgreements } from '../reminders/warn-agreements.server.ts';
import { performAction } from '../triage/actions/perform-action.server.ts';
import { openOrganisationEnding } from './open-organisation-ending.server.ts';
import { setOrganisationStatus } from './set-organisation-status.server.ts';

const database = await testDatabase();
const { db } = database;
const clock = fixedClock(testNow);
const { reporter, fib, supervisor, administrator } = await officers(database, clock);
const job = makeSystemCtx(database, { clock });
const organisationId = reporter.actor.organisationId!;
const of = { organisationId };
const blank = { day: '', month: '', year: '' };

beforeEach(async () => {
  clock.set(testNow);
  await pastDanger(database.pool);
  await clearJobs(db);
});

const version = async () =>
  (await db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).version;
const shown = async () => ({ ...of, expectedVersion: await version() });
const set = async (to: OrganisationStatus) =>
  setOrganisationStatus(administrator, { ...(await shown()), to, reason: 'As agreed' });
const mails = async () =>
  (await queuedJobs(db)).filter(({ name }) => name === 'send-mail').map(({ data }) => data['kind']);
const lastEvent = (type: string) =>
  db.auditEvent.findFirst({ where: { type, subjectId: organisationId }, orderBy: { id: 'desc' } });
const factsOf = async (submissionId: Id<'Submission'>) => {
  const opened = await openSubmission(fib, { submissionId });
  return opened.view === 'whole' ? opened.facts : null;
};
const draft = async (saysDanger: boolean) => {
  const { draftId } = await startDraft(reporter);
  await db.draft.update({ where: { id: draftId }, data: { saysDanger, revision: 1 } });
  return draftId;
};

describe('the name of an organisation', () => {
  it('changes, and the one that it had is kept and belongs to nobody else', async () => {
    const before = (await readOrganisation(administrator, of)).name;
    const first = await shown();
    const report = await submitted(reporter);
    await renameOrganisation(administrator, { ...first, name: ' Example  Quay Trust ' });
    expect(await readOrganisation(administrator, of)).toMatchObject({
      name: 'Example Quay Trust',
      formerNames: [{ name: before, until: testNow }],
      version: first.expectedVersion + 1,
    });
    expect((await lastEvent('organisation.renamed'))?.data).toEqual({
      from: before,
      to: 'Example Quay Trust',
    });
    expect((await factsOf(report))?.organisation).toBe('Example Quay Trust');
    await expect(renameOrganisation(administrator, { ...first, name: 'Old page' })).rejects.toBeInstanceOf(
      Conflict,
    );
    const other = await db.organisation.findFirstOrThrow({ where: { id: { not: organisationId } } });
    for (const name of [before, 'Example Quay Trust', '', 'x'.repeat(121)])
      await expect(
        renameOrganisation(administrator, { organisationId: other.id, expectedVersion: other.version, name }),
      ).rejects.toBeInstanceOf(Invalid);
    await renameOrganisation(administrator, { ...(await shown()), name: before });
    await expect(renameOrganisation(supervisor, { ...first, name: 'Other' })).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});

describe('an organisation’s own numbers and addresses', () => {
  it('are kept as they were typed, each once, and the trail says which came and went', async () => {
    const first = await shown();
    const change = (ownContacts: string, by = administrator) =>
      changeOwnContacts(by, { ...first, ownContacts });
    await change('0121 496 0123\r\n\n +44 121 496 0123 \n12  Invented Street, B4 7ZZ');
    const { ownContacts } = await readOrganisation(administrator, of);
    expect(ownContacts).toEqual(['0121 496 0123', '12 Invented Street, B4 7ZZ']);
    await expect(change('')).rejects.toBeInstanceOf(Conflict);
    await changeOwnContacts(administrator, { ...(await shown()), ownContacts: '0121 496 0123' });
    expect((await lastEvent('organisation.own_contacts_changed'))?.data).toEqual({
      added: [],
      removed: ['12 Invented Street, B4 7ZZ'],
    });
    for (const wrong of ['hello', `${'x'.repeat(200)}@example.org`, '@gmail.com'])
      await expect(change(`0121 496 0123\n${wrong}`)).rejects.toBeInstanceOf(Invalid);
    const many = Array.from({ length: 41 }, (_, number) => `office${number}@example.org`).join('\n');
    await expect(change(many)).rejects.toBeInstanceOf(Invalid);
    await expect(change('', supervisor)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('an organisation that is suspended', () => {
  it('is signed out, loses nothing, and is restored as it was', async () => {
    const report = await submitted(reporter);
    const draftId = await draft(false);
    const danger = await draft(true);
    const invited = await db.account.create({
      data: {
        id: randomUUID() as typeof reporter.actor.accountId,
        email: 'invited@harbour-trust.example',
        displayName: 'Invited Example',
        side: 'partner',
        organisationId,
        status: 'invited',
        createdAt: testNow,
        accountRoles: { create: { id: randomUUID(), role: 'reporter' } },
        invitations: {
          create: { id: randomUUID(), tokenHash: Buffer.from('one'), createdAt: testNow, expiresAt: testNow },
        },
      },
    });
    const { holds } = await openOrganisationEnding(administrator, of);
    expect(holds).toMatchObject({ invited: 1, drafts: 2, danger: 1, asked: 0, entered: 0 });
    expect(holds.owed).toBeGreaterThanOrEqual(1);
    await expect(openOrganisationEnding(supervisor, of)).rejects.toBeInstanceOf(NotFound);
    const before = await shown();
    await set('suspended');
    await expect(
      setOrganisationStatus(administrator, { ...before, to: 'closed', reason: 'Old page' }),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await db.session.count({ where: { account: of, revokedAt: null } })).toBe(0);
    expect(await db.invitation.count({ where: { accountId: invited.id, usedAt: null } })).toBe(0);
    expect((await mails()).filter((kind) => kind === 'organisation-suspended')).toHaveLength(holds.active);
    expect(await mails()).toEqual(expect.arrayContaining(['draft-in-danger', 'danger-not-sent']));
    const waits = (await whatWaits(supervisor)).find(({ code }) => code === 'dangerNotSent');
    expect(waits).toMatchObject({ count: 1, urgent: true });
    expect(await factsOf(report)).toMatchObject({
      organisationStatus: 'suspended',
      sentBy: { gone: true },
      insteadOfSender: { read: [], know: [] },
    });

    clock.set(new Date(testNow.getTime() + 400 * 86_400_000));
    await expireDrafts(job);
    expect(await db.draft.count({ where: { id: { in: [draftId, danger] } } })).toBe(2);
    await clearJobs(db);
    await set('active');
    expect(
      (await db.draft.findUniqueOrThrow({ where: { id: draftId } })).expiresAt.getTime(),
    ).toBeGreaterThan(clock.now().getTime());
    expect((await queuedJobs(db, invited.id)).map(({ name }) => name)).toEqual(['send-invitation']);
    expect(await mails()).toContain('organisation-restored');
    expect((await lastEvent('organisation.restored'))?.data).toEqual({
      reason: 'As agreed',
      from: 'suspended',
    });
    await db.draft.deleteMany({ where: of });
  });

  it('is suspended and closed by administrators alone, with a reason', async () => {
    const input = { ...(await shown()), to: 'suspended' } as const;
    await expect(setOrganisationStatus(supervisor, { ...input, reason: 'x' })).rejects.toBeInstanceOf(
      Forbidden,
    );
    for (const reason of [' ', 'x'.repeat(501)])
      await expect(setOrganisationStatus(administrator, { ...input, reason })).rejects.toBeInstanceOf(
        Invalid,
      );
    await expect(
      setOrganisationStatus(administrator, { ...input, to: 'active', reason: 'x' }),
    ).rejects.toBeInstanceOf(Conflict);
  });
});

describe('an agreement', () => {
  const ends = (day: string) =>
    db.organisation.update({ where: { id: organisationId }, data: { agreementUntil: new Date(day) } });
  const told = async (day: string) => {
    await clearJobs(db);
    clock.set(new Date(`${day}T08:00:00Z`));
    await warnAgreements(job);
    await warnAgreements(job);
    return new Set(await mails());
  };

  it('is warned of 60, 30 and 7 days before it ends and once it has, each once, and reports go on', async () => {
    await ends('2016-06-30');
    expect(await told('2016-04-30')).toEqual(new Set());
    expect(await told('2016-05-01')).toEqual(new Set(['agreement-ends']));
    expect(await queuedJobs(db)).toHaveLength(2);
    expect(await told('2016-05-02')).toEqual(new Set());
    expect(await told('2016-05-31')).toEqual(new Set(['agreement-ends']));
    expect(await told('2016-06-23')).toEqual(new Set(['agreement-ends']));
    expect(await told('2016-06-30')).toEqual(new Set());
    expect((await whatWaits(administrator)).find(({ code }) => code === 'agreementsEnding')?.count).toBe(1);
    expect(await told('2016-07-01')).toEqual(new Set(['agreement-ended', 'agreement-ended-for-police']));
    const ended = (await whatWaits(supervisor)).find(({ code }) => code === 'agreementsEnded');
    expect(ended).toMatchObject({ count: 1, urgent: true });
    const report = await submitted(reporter);
    expect((await factsOf(report))?.agreementEnded).toEqual(new Date('2016-06-30'));
    // One that ends on another day is told of anew, and of one that was written down late the last step alone.
    await ends('2016-07-10');
    expect(await told('2016-07-02')).toEqual(new Set(['agreement-ends']));
    expect(await db.agreementNotice.findMany({ where: { endsOn: new Date('2016-07-10') } })).toMatchObject([
      { days: 30 },
    ]);
    await db.organisation.update({ where: { id: organisationId }, data: { agreementUntil: null } });
  });
});

describe('a site', () => {
  const written = { name: 'Quay side', areaId: '', from: blank, until: blank, by: '' };
  const stateOf = async (name: string) =>
    (await readOrganisation(administrator, of)).sites.find((site) => site.name === name);

  it('is added, accredited by somebody until a day, and loses that when it is withdrawn or over', async () => {
    await addSite(administrator, { ...(await shown()), ...written });
    const siteId = (await db.organisationSite.findFirstOrThrow({ where: { name: 'Quay side' } })).id;
    expect(await stateOf('Quay side')).toMatchObject({ state: 'never' });
    const accredited = {
      ...written,
      siteId,
      from: { day: '1', month: '1', year: '2016' },
      until: { day: '31', month: '12', year: '2016' },
      by: 'Alex Example, partnership manager',
    };
    const old = await shown();
    await changeSite(administrator, { ...old, ...accredited });
    await expect(changeSite(administrator, { ...old, ...accredited, by: 'Old page' })).rejects.toBeInstanceOf(
      Conflict,
    );
    expect(await stateOf('Quay side')).toMatchObject({ state: 'accredited', accreditedBy: accredited.by });
    expect((await lastEvent('organisation.site_changed'))?.data).toMatchObject({ site: 'Quay side' });
    await withdrawAccreditation(administrator, {
      ...(await shown()),
      siteId,
      reason: 'Nobody is trained there now',
    });
    expect(await stateOf('Quay side')).toMatchObject({ state: 'withdrawn' });
    // Whoever writes a report can choose it all the same, and is told.
    const question = { kind: 'site' } as Question;
    expect(await draftSites(db, { clock }, of, [question])).toContainEqual({
      id: siteId,
      name: 'Quay side',
      notAccredited: true,
    });
    await expect(
      withdrawAccreditation(administrator, { ...(await shown()), siteId, reason: 'Twice' }),
    ).rejects.toBeInstanceOf(Conflict);
    await changeSite(administrator, {
      ...(await shown()),
      ...accredited,
      from: { day: '10', month: '1', year: '2016' },
    });
    expect(await stateOf('Quay side')).toMatchObject({ state: 'accredited' });
    clock.set(new Date('2017-01-01T12:00:00Z'));
    expect(await stateOf('Quay side')).toMatchObject({ state: 'ended' });
    await expect(openSite(supervisor, { ...of, siteId })).rejects.toBeInstanceOf(NotFound);
    expect(await openSite(administrator, { ...of, siteId: null })).toMatchObject({ site: null });
  });

  it.each([
    ['no name', { name: ' ' }, ['name']],
    ['the name of another', { name: 'Quay side' }, ['name']],
    ['an area that is none', { areaId: 'x' }, ['areaId']],
    ['nobody who accredited it', { from: { day: '1', month: '1', year: '2016' } }, ['by']],
    ['an end and no beginning', { until: { day: '1', month: '1', year: '2016' }, by: 'A' }, ['from']],
    [
      'an end before its beginning',
      {
        from: { day: '2', month: '1', year: '2016' },
        until: { day: '1', month: '1', year: '2016' },
        by: 'A',
      },
      ['until'],
    ],
  ])('is not added with %s', async (_, wrong, fields) => {
    const refusal = await addSite(administrator, {
      ...(await shown()),
      ...written,
      name: 'Other',
      ...wrong,
    }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys((refusal as Invalid).fieldErrors)).toEqual(fields);
  });
});

describe('an organisation that is closed', () => {
  it('has no people any more and no question waits for it, and may be opened again without them', async () => {
    // It has sites since the tests above, of which a report names one.
    const { id: reportingSite } = await db.organisationSite.findFirstOrThrow({ where: of });
    const id = await submitted(reporter, { reportingSite });
    const act = { submissionId: id, message: '', expectedVersion: null };
    await performAction(fib, { ...act, action: 'claim', comment: '' });
    await performAction(fib, { ...act, action: 'ask_partner', comment: 'Which door was it?' });
    const draftId = await draft(true);
    await clearJobs(db);
    const active = await db.account.count({ where: { ...of, status: 'active' } });
    await set('closed');
    expect(await db.account.count({ where: { ...of, status: { not: 'suspended' } } })).toBe(0);
    expect((await mails()).filter((kind) => kind === 'organisation-closed')).toHaveLength(active);
    expect(await db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'in_assessment',
      claimedBy: fib.actor.accountId,
    });
    expect((await factsOf(id))?.organisationStatus).toBe('closed');
    clock.set(new Date(testNow.getTime() + 400 * 86_400_000));
    await expireDrafts(job);
    expect(await db.draft.count({ where: { id: draftId } })).toBe(0);
    await set('active');
    expect(await db.account.count({ where: { ...of, status: { not: 'suspended' } } })).toBe(0);
    expect((await lastEvent('organisation.restored'))?.data).toEqual({ reason: 'As agreed', from: 'closed' });
  });
});
