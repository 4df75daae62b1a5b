import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { jobsFor } from '#tests/factories/jobs.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { accounts, accountsForm, keptAccountsSought } from './accounts.server.ts';
import { changeDetails, readDetails } from './change-details.server.ts';
import { invite, inviteAgain, type InviteInput, invitationChoices } from './invite.server.ts';
import { readAccount } from './read-account.server.ts';
import { setAccountStatus } from '../../admin/set-account-status.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const as = (email: string) => makeCtx(database, { email });
const administrator = await as('administrator@police.example');
const others = [
  'fib.supervisor@police.example',
  'mds.lead@police.example',
  'auditor@police.example',
  'robin@harbour-trust.example',
];
const { organisations, areas } = await invitationChoices(administrator);
const harbour = organisations.find(({ name }) => name === 'Example Harbour Trust')!.id;
const coventry = areas.find(({ name }) => name === 'Coventry')!.id;
const now = new Date('2030-01-01T12:00:00Z');
const openSession = (accountId: Id<'Account'>) =>
  db.session.create({
    data: {
      id: randomUUID(),
      tokenHash: Buffer.from(randomUUID()),
      accountId,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: now,
      absoluteExpiresAt: now,
    },
  });
const openLink = (accountId: Id<'Account'>) =>
  db.invitation.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: Buffer.from(randomUUID()),
      createdAt: now,
      expiresAt: now,
    },
  });
const idOf = async (email: string) => (await db.account.findUniqueOrThrow({ where: { email } })).id;
const reporter = (changes: Partial<InviteInput> = {}): InviteInput => ({
  email: 'new@harbour-trust.example',
  displayName: 'New Example',
  side: 'partner',
  organisationId: harbour,
  roles: [{ role: 'reporter', areaId: null }],
  ...changes,
});
const officer = (changes: Partial<InviteInput> = {}): InviteInput =>
  reporter({
    email: 'new@police.example',
    side: 'police',
    organisationId: null,
    roles: [{ role: 'fib_officer', areaId: null }],
    ...changes,
  });

describe('the list of accounts', () => {
  it('goes by address, with organisation and roles in words', async () => {
    const ofAll = accountsForm.parse({ name: 'example' });
    const first = await accounts(administrator, { sought: ofAll, after: null });
    const second = await accounts(administrator, { sought: ofAll, after: first.next });
    const lines = [...first.accounts, ...second.accounts];
    expect(lines.map(({ email }) => email)).toEqual(lines.map(({ email }) => email).toSorted());
    expect(lines.find(({ email }) => email === 'spoc.coventry@police.example')).toMatchObject({
      organisation: null,
      roles: [{ label: 'SPOC', area: 'Coventry' }],
    });
    expect(lines.find(({ email }) => email === 'robin@harbour-trust.example')).toMatchObject({
      organisation: 'Example Harbour Trust',
      roles: [{ label: 'Reporter', area: null }],
    });
  });

  it('gives each account once, a page at a time', async () => {
    await db.account.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        id: randomUUID(),
        email: `person${index}@many.example`,
        displayName: 'Person Example',
        side: 'police',
        status: 'invited',
        createdAt: new Date(),
      })),
    });
    const first = await accounts(administrator, { sought: null, after: null });
    const second = await accounts(administrator, { sought: null, after: first.next });
    expect(first.accounts).toHaveLength(25);
    const rest = [];
    for (let { next } = second; next !== null;) {
      const page = await accounts(administrator, { sought: null, after: next });
      rest.push(...page.accounts);
      ({ next } = page);
    }
    const all = [...first.accounts, ...second.accounts, ...rest].map(({ id }) => id);
    expect([all.length, new Set(all).size]).toEqual(Array(2).fill(await db.account.count()));
    const many = accountsForm.parse({ name: '@MANY.example' });
    const narrowed = await accounts(administrator, { sought: many, after: null });
    const further = await accounts(administrator, { sought: many, after: narrowed.next });
    expect(
      [...narrowed.accounts, ...further.accounts].every(({ email }) => email.endsWith('@many.example')),
    ).toBe(true);
    await db.account.deleteMany({ where: { email: { endsWith: '@many.example' } } });
  });

  it.each([
    ['part of a name', { name: 'ROBIN' }, ['robin@harbour-trust.example']],
    ['part of an address', { name: 'spoc.cov' }, ['spoc.coventry@police.example']],
    ['a name nobody has', { name: 'Robin_Example%' }, []],
    [
      'the organisation and the name',
      { name: 'robin', of: harbour, status: 'active' },
      ['robin@harbour-trust.example'],
    ],
    ['another side', { name: 'robin', of: 'police' }, []],
    ['another status', { name: 'robin', status: 'suspended' }, []],
    [
      'nothing that there is',
      { name: 'robin', of: '1=1', status: 'nobody' },
      ['robin@harbour-trust.example'],
    ],
  ])('is narrowed by %s', async (_, posted, found) => {
    const sought = accountsForm.parse(posted);
    expect(keptAccountsSought.parse(sought)).toEqual(sought);
    const { accounts: lines } = await accounts(administrator, { sought, after: null });
    expect(lines.map(({ email }) => email)).toEqual(found);
  });

  it('opens one account', async () => {
    const view = await readAccount(administrator, { accountId: await idOf('pat@fire-stations.example') });
    expect(view).toMatchObject({
      displayName: 'Pat Example',
      organisation: 'Example Fire Station Reporting Centres',
      site: 'Example Fire Station East',
      status: 'active',
      own: false,
      lastSignedInAt: null,
      invitationEndsAt: null,
    });
    expect((await readAccount(administrator, { accountId: administrator.actor.accountId })).own).toBe(true);
    await expect(readAccount(administrator, { accountId: newId<'Account'>() })).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  it('is the administrator’s alone', async () => {
    for (const email of others) {
      const other = await as(email);
      await expect(accounts(other, { sought: null, after: null })).rejects.toBeInstanceOf(NotFound);
      await expect(readAccount(other, { accountId: other.actor.accountId })).rejects.toBeInstanceOf(NotFound);
      await expect(invitationChoices(other)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('inviting', () => {
  it('makes an account that cannot sign in yet, sends the invitation and records it', async () => {
    const { accountId } = await invite(administrator, reporter({ email: ' New@Harbour-Trust.example ' }));
    expect(await readAccount(administrator, { accountId })).toMatchObject({
      email: 'new@harbour-trust.example',
      status: 'invited',
      roles: [{ label: 'Reporter', area: null }],
    });
    expect(await jobsFor(database, accountId)).toEqual(['send-invitation']);
    expect(await db.auditEvent.findFirst({ where: { subjectId: accountId } })).toMatchObject({
      type: 'account.invited',
      data: { roles: ['reporter'] },
    });
  });

  it('asks for the roles of police, with an area where they are limited to one', async () => {
    const limited = await invite(
      administrator,
      officer({ email: 'spoc.new@police.example', roles: [{ role: 'spoc', areaId: coventry }] }),
    );
    expect(await readAccount(administrator, limited)).toMatchObject({
      roles: [],
      request: { roles: [{ label: 'SPOC', area: 'Coventry' }], refused: false },
    });
    expect(await jobsFor(database, limited.accountId)).toEqual([]);
  });

  it.each<[string, InviteInput, Record<string, string>]>([
    [
      'an address that is none',
      reporter({ email: 'a@b' }),
      { email: 'Enter an email address in the correct format, like name@example.com' },
    ],
    [
      'an address that is taken',
      reporter({ email: 'LEE@harbour-trust.example' }),
      { email: 'There is already an account with this email address' },
    ],
    [
      'police at an address that is not of the force’s own mail',
      officer({ email: 'new@police.example.attacker.example' }),
      { email: 'Enter an address of the force’s own mail, which ends in @police.example' },
    ],
    ['no name', reporter({ displayName: ' ' }), { displayName: 'Enter the person’s name' }],
    [
      'a name that is too long',
      reporter({ displayName: 'x'.repeat(101) }),
      { displayName: 'Name must be 100 characters or less' },
    ],
    [
      'no side',
      reporter({ side: '' }),
      { side: 'Select whether the account is for a partner or for police' },
    ],
    ['no organisation', reporter({ organisationId: null }), { organisationId: 'Select the organisation' }],
    [
      'an organisation that is not there',
      reporter({ organisationId: newId<'Organisation'>() }),
      { organisationId: 'Select an organisation that is active' },
    ],
    [
      'an organisation that is no id',
      reporter({ organisationId: 'x' }),
      { organisationId: 'Select an organisation that is active' },
    ],
    [
      'police in an organisation',
      officer({ organisationId: harbour }),
      { organisationId: 'Police accounts belong to no organisation' },
    ],
    ['no role', reporter({ roles: [] }), { roles: 'Select at least one role' }],
    [
      'a police role for a partner',
      reporter({ roles: [{ role: 'fib_officer', areaId: null }] }),
      { roles: 'Select roles that belong to this kind of account' },
    ],
    [
      'an area for a role of the whole force',
      officer({ roles: [{ role: 'mds_lead', areaId: coventry }] }),
      { roles: 'Only SPOCs and area leads are limited to an area' },
    ],
    [
      'an area lead without an area',
      officer({ roles: [{ role: 'area_lead', areaId: null }] }),
      { areaId: 'Select the area of the area lead' },
    ],
    [
      'an area that is not there',
      officer({ roles: [{ role: 'spoc', areaId: newId<'Area'>() }] }),
      { areaId: 'Select an area of the force' },
    ],
    [
      'an area that is no id',
      officer({ roles: [{ role: 'spoc', areaId: 'x' }] }),
      { areaId: 'Select an area of the force' },
    ],
  ])('refuses %s', async (_what, input, fieldErrors) => {
    const before = await db.account.count();
    await expect(invite(administrator, input)).rejects.toMatchObject({ constructor: Invalid, fieldErrors });
    expect(await db.account.count()).toBe(before);
  });

  it('refuses an organisation that is suspended', async () => {
    await db.organisation.update({ where: { id: harbour }, data: { status: 'suspended' } });
    await expect(
      invite(administrator, reporter({ email: 'other@harbour-trust.example' })),
    ).rejects.toMatchObject({ fieldErrors: { organisationId: 'Select an organisation that is active' } });
    await db.organisation.update({ where: { id: harbour }, data: { status: 'active' } });
  });

  it('is for administrators, and for partner leads in their own organisation', async () => {
    const lead = await as('kit@lantern-project.example');
    await expect(invite(lead, reporter({ email: 'one@lantern-project.example' }))).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(invite(lead, officer({ email: 'two@lantern-project.example' }))).rejects.toBeInstanceOf(
      Forbidden,
    );
    const own = reporter({
      email: 'three@lantern-project.example',
      organisationId: lead.actor.organisationId,
    });
    expect((await readAccount(administrator, await invite(lead, own))).organisation).toBe(
      'Sample Lantern Project',
    );
    for (const email of others)
      await expect(invite(await as(email), reporter())).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('inviting again', () => {
  it('sends another invitation to an account that is not active yet', async () => {
    const invited = await invite(administrator, reporter({ email: 'again@harbour-trust.example' }));
    await inviteAgain(administrator, await shownAccount(db, invited.accountId));
    expect(await jobsFor(database, invited.accountId)).toEqual(['send-invitation', 'send-invitation']);
  });

  it('is refused for an active account, an unknown one and by anyone else', async () => {
    const active = await shownAccount(db, await idOf('robin@harbour-trust.example'));
    for (const shown of [active, { accountId: newId<'Account'>(), expectedVersion: 1 }])
      await expect(inviteAgain(administrator, shown)).rejects.toBeInstanceOf(NotFound);
    for (const email of others)
      await expect(inviteAgain(await as(email), active)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('correcting an account', () => {
  const corrected = { displayName: 'Corrected Example', siteId: '' };

  it('ends the links of an invitation that went astray and invites the right address', async () => {
    const { accountId } = await invite(administrator, reporter({ email: 'typo@harbour-trust.example' }));
    await openLink(accountId);
    const shown = await shownAccount(db, accountId);
    const email = 'right.address@harbour-trust.example';
    expect(await changeDetails(administrator, { ...shown, ...corrected, email })).toBe('invited');
    expect(await db.invitation.count({ where: { accountId, usedAt: null } })).toBe(0);
    expect(await jobsFor(database, accountId)).toEqual(['send-invitation', 'send-invitation']);
    expect(await readAccount(administrator, { accountId })).toMatchObject({ email, status: 'invited' });
    expect(
      await db.auditEvent.findFirst({ where: { subjectId: accountId, type: 'account.changed' } }),
    ).toMatchObject({ data: { fields: ['displayName', 'email'] } });
  });

  it('signs out whoever has a new address, and tells the old and the new one', async () => {
    const before = await db.account.findUniqueOrThrow({ where: { email: 'pat@fire-stations.example' } });
    await openSession(before.id);
    const email = 'pat.married@fire-stations.example';
    const shown = await shownAccount(db, before.id);
    const siteId = before.siteId!;
    expect(await changeDetails(administrator, { ...shown, ...corrected, siteId, email })).toBe('changed');
    expect(await db.session.count({ where: { accountId: before.id, revokedAt: null } })).toBe(0);
    const { rows } = await pool.query<{ to: string }>(
      `SELECT data->>'to' AS to FROM pgboss.job WHERE name = 'tell-address-changed'`,
    );
    expect(rows.map(({ to }) => to).toSorted()).toEqual([email, before.email]);
  });

  it('leaves everybody signed in where the address stays', async () => {
    const { id, email } = await db.account.findUniqueOrThrow({
      where: { email: 'lee@harbour-trust.example' },
    });
    await openSession(id);
    await changeDetails(administrator, { ...(await shownAccount(db, id)), ...corrected, email });
    expect(await db.session.count({ where: { accountId: id, revokedAt: null } })).toBe(1);
  });

  it('refuses what it cannot take, and anyone else', async () => {
    const accountId = await idOf('auditor@police.example');
    const shown = await shownAccount(db, accountId);
    const other = { email: 'auditor@gmail.example', displayName: ' ', siteId: newId<'OrganisationSite'>() };
    await expect(changeDetails(administrator, { ...shown, ...other })).rejects.toMatchObject({
      fieldErrors: {
        email: 'Enter an address of the force’s own mail, which ends in @police.example',
        displayName: 'Enter the person’s name',
        siteId: 'Select a site of the person’s organisation',
      },
    });
    await expect(
      changeDetails(administrator, { ...shown, ...corrected, email: 'MDS.lead@police.example' }),
    ).rejects.toMatchObject({
      fieldErrors: { email: 'There is already an account with this email address' },
    });
    for (const address of others) {
      const ctx = await as(address);
      await expect(changeDetails(ctx, { ...shown, ...other })).rejects.toBeInstanceOf(Forbidden);
      await expect(readDetails(ctx, { accountId })).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('a form of an older page', () => {
  it('changes nothing, whatever it asks for', async () => {
    const { accountId } = await invite(administrator, reporter({ email: 'older@harbour-trust.example' }));
    const shown = await shownAccount(db, accountId);
    const details = { displayName: 'Older Example', email: 'older.still@harbour-trust.example', siteId: '' };
    await changeDetails(administrator, { ...shown, ...details });
    const events = await db.auditEvent.count();
    const asked = [
      inviteAgain(administrator, shown),
      changeDetails(administrator, { ...shown, ...details, email: 'older@harbour-trust.example' }),
      setAccountStatus(administrator, { ...shown, to: 'suspended', reason: 'Seen before it changed' }),
    ];
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ status: 'rejected', reason: { kind: 'conflict' } });
    expect(await db.auditEvent.count()).toBe(events);
  });
});

describe('suspending and restoring', () => {
  it('ends the sessions at once, keeps the reason, and gives the account back', async () => {
    const accountId = await idOf('sam@lantern-project.example');
    await openSession(accountId);
    const ctx = await makeCtx(database, { email: 'administrator@police.example', realTime: fixedClock(now) });
    const shown = await shownAccount(db, accountId);
    await setAccountStatus(ctx, { ...shown, to: 'suspended', reason: ' Has left the organisation ' });
    expect(await db.session.findFirst({ where: { accountId } })).toMatchObject({ revokedAt: now });
    expect(await readAccount(ctx, { accountId })).toMatchObject({ status: 'suspended', lastSignedInAt: now });
    const suspended = await shownAccount(db, accountId);
    await setAccountStatus(ctx, { ...suspended, to: 'active', reason: 'Came back' });
    expect((await readAccount(ctx, { accountId })).status).toBe('active');
    const events = await db.auditEvent.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['account.suspended', { reason: 'Has left the organisation' }],
      ['account.restored', { reason: 'Came back' }],
    ]);
  });

  it('withdraws an invitation: no link of it works, and restoring sends another', async () => {
    const { accountId } = await invite(administrator, reporter({ email: 'astray@harbour-trust.example' }));
    await openLink(accountId);
    const shown = await shownAccount(db, accountId);
    const withdraws = { to: 'suspended', reason: 'Wrong person' } as const;
    expect(await setAccountStatus(administrator, { ...shown, ...withdraws })).toBe('withdrawn');
    expect(await db.invitation.count({ where: { accountId, usedAt: null } })).toBe(0);
    expect((await readAccount(administrator, { accountId })).status).toBe('withdrawn');
    const again = { ...(await shownAccount(db, accountId)), to: 'active', reason: 'The right one' } as const;
    expect(await setAccountStatus(administrator, again)).toBe('invited');
    expect(await jobsFor(database, accountId)).toEqual(['send-invitation', 'send-invitation']);
    const events = await db.auditEvent.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual([
      'account.invited',
      'account.invitation_withdrawn',
      'account.restored',
    ]);
  });

  it.each([
    ['no reason', ' ', 'Enter the reason'],
    ['a long reason', 'x'.repeat(501), 'Reason must be 500 characters or less'],
  ])('refuses %s', async (_what, reason, message) => {
    const shown = await shownAccount(db, await idOf('jo@bridge-charity.example'));
    await expect(
      setAccountStatus(administrator, { ...shown, to: 'suspended', reason }),
    ).rejects.toMatchObject({ constructor: Invalid, fieldErrors: { reason: message } });
  });

  it('refuses the own account, so that an administrator remains', async () => {
    const { accountId } = administrator.actor;
    await expect(
      setAccountStatus(administrator, {
        accountId,
        expectedVersion: 1,
        to: 'suspended',
        reason: 'By mistake',
      }),
    ).rejects.toMatchObject({ fieldErrors: { reason: 'You cannot suspend your own account' } });
  });

  it('refuses what no longer applies, what is not there, and anyone else', async () => {
    const shown = await shownAccount(db, await idOf('jo@bridge-charity.example'));
    await expect(
      setAccountStatus(administrator, { ...shown, to: 'active', reason: 'Not suspended' }),
    ).rejects.toBeInstanceOf(Conflict);
    const unknown = { accountId: newId<'Account'>(), expectedVersion: 1 };
    await expect(
      setAccountStatus(administrator, { ...unknown, to: 'suspended', reason: 'Unknown' }),
    ).rejects.toBeInstanceOf(NotFound);
    for (const email of others) {
      await expect(
        setAccountStatus(await as(email), { ...shown, to: 'suspended', reason: 'Not mine' }),
      ).rejects.toBeInstanceOf(Forbidden);
    }
  });
});
