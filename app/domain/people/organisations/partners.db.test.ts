import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { jobsFor } from '#tests/factories/jobs.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { inviteMember } from './invite-member.server.ts';
import { organisations } from './organisations.server.ts';
import { ownOrganisation } from '../../desks/own-organisation.server.ts';
import { registerOrganisation } from './register-organisation.server.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const administrator = await as('administrator@police.example');
const lead = await as('lee@harbour-trust.example');
const police = ['fib.officer@police.example', 'mds.lead@police.example', 'auditor@police.example'];
const blank = { day: '', month: '', year: '' };

describe('the register of organisations', () => {
  it('lists organisations by name with their agreements and members', async () => {
    const lines = await organisations(administrator);
    expect(lines).toHaveLength(8);
    expect(lines.map(({ name }) => name)).toEqual(lines.map(({ name }) => name).toSorted());
    expect(lines[3]).toMatchObject({
      name: 'Example Harbour Trust',
      kind: 'ngo',
      networkMember: true,
      agreementReference: 'ISA-EX-001',
      members: 2,
    });
  });

  it('takes a new organisation, tidies its name and records it', async () => {
    const { organisationId } = await registerOrganisation(administrator, {
      name: '  Sample   Shore Refuge ',
      kind: 'ngo',
      networkMember: true,
      agreementReference: ' ISA-EX-100 ',
      agreementReviewOn: { day: '30', month: '9', year: '2016' },
    });
    expect((await organisations(administrator)).find(({ id }) => id === organisationId)).toEqual({
      id: organisationId,
      name: 'Sample Shore Refuge',
      formerNames: [],
      kind: 'ngo',
      networkMember: true,
      status: 'active',
      agreementReference: 'ISA-EX-100',
      agreementReviewOn: new Date('2016-09-30T00:00:00Z'),
      term: { from: null, until: null },
      members: 0,
      dangerNotSent: false,
    });
    const event = await database.db.auditEvent.findFirst({ where: { subjectId: organisationId } });
    expect(event).toMatchObject({
      type: 'organisation.created',
      subjectType: 'organisation',
      data: { kind: 'ngo' },
    });
  });

  it.each([
    ['no name', { name: ' ' }, { name: 'Enter the name of the organisation' }],
    ['a long name', { name: 'x'.repeat(121) }, { name: 'Name must be 120 characters or less' }],
    [
      'a name that is taken',
      { name: 'Example  Harbour Trust' },
      { name: 'There is already an organisation with this name' },
    ],
    ['no kind', { kind: '' }, { kind: 'Select what kind of organisation it is' }],
    [
      'a date that is none',
      { agreementReviewOn: { day: '31', month: '9', year: '2016' } },
      { agreementReviewOn: 'Review date must be a real date, like 30 9 2016' },
    ],
    [
      'a long reference',
      { agreementReference: 'x'.repeat(101) },
      { agreementReference: 'Reference must be 100 characters or less' },
    ],
  ])('refuses %s', async (_what, changes, fieldErrors) => {
    const input = {
      name: 'Specimen Hall',
      kind: 'ngo',
      networkMember: false,
      agreementReference: '',
      agreementReviewOn: blank,
      ...changes,
    };
    await expect(registerOrganisation(administrator, input)).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors,
    });
  });

  it('is the administrator’s alone', async () => {
    const input = {
      name: 'Specimen Hall',
      kind: 'ngo',
      networkMember: false,
      agreementReference: '',
      agreementReviewOn: blank,
    };
    for (const email of [...police, 'lee@harbour-trust.example']) {
      await expect(organisations(await as(email))).rejects.toBeInstanceOf(NotFound);
      await expect(registerOrganisation(await as(email), input)).rejects.toBeInstanceOf(Forbidden);
    }
  });
});

describe('a lead’s own organisation', () => {
  it('shows its members and sites, and nobody else’s', async () => {
    const own = await ownOrganisation(lead, { before: null });
    expect(own.name).toBe('Example Harbour Trust');
    expect(
      own.members.map(({ email, status, roles }) => ({ email, status, roles: roles.toSorted() })),
    ).toEqual([
      { email: 'lee@harbour-trust.example', status: 'active', roles: ['partner_lead', 'reporter'] },
      { email: 'robin@harbour-trust.example', status: 'active', roles: ['reporter'] },
    ]);
    expect(own.sites).toEqual([]);
    const centres = await ownOrganisation(await as('val@fire-stations.example'), { before: null });
    expect(centres.sites.map(({ name, area }) => `${name}: ${area}`)).toEqual([
      'Example Fire Station Coventry: Coventry',
      'Example Fire Station East: Birmingham East',
      'Example Fire Station South: Birmingham South',
    ]);
  });

  it('shows that its reports exist and their neutral status, and nothing they say', async () => {
    const id = await submitted(await as('robin@harbour-trust.example'), {
      danger: 'soon',
      ownReference: 'EX/2016/1',
    });
    await submitted(await as('sam@lantern-project.example'));
    const { accountId: claimedBy } = (await as('fib.officer@police.example')).actor;
    const accepted = { status: 'accepted', claimedBy, claimedAt: new Date() } as const;
    await database.db.submission.update({ where: { id }, data: accepted });
    const { reference } = await database.db.submission.findUniqueOrThrow({ where: { id } });
    const listed = {
      id: null,
      reference,
      partnerReference: null,
      submittedAt: new Date('2016-01-18T09:00:00Z'),
      status: 'being_reviewed',
      outcome: null,
      sentBy: null,
    };
    expect(await ownOrganisation(lead, { before: null })).toMatchObject({ sent: [listed], older: null });

    // Who sent it, and who has a question to answer, as far as the agreement goes.
    const asked = () => database.db.submission.update({ where: { id }, data: { status: 'clarification' } });
    const { statusChangedAt: oldest } = await asked();
    const awaited = async () => (await ownOrganisation(lead, { before: null })).awaited;
    expect(await awaited()).toEqual([{ name: null, count: 1, oldest }]);
    const { organisationId } = lead.actor;
    const agree = (data: { agreementAuthors?: boolean; agreementCover?: boolean }) =>
      database.db.organisation.update({ where: { id: organisationId ?? '' }, data });
    await agree({ agreementAuthors: true });
    expect(await awaited()).toEqual([{ name: 'Robin Example', count: 1, oldest }]);
    expect((await ownOrganisation(lead, { before: null, status: 'more_needed' })).sent).toEqual([
      { ...listed, status: 'more_needed', sentBy: 'Robin Example' },
    ]);
    expect((await ownOrganisation(lead, { before: null, status: 'received' })).sent).toEqual([]);
    await agree({ agreementAuthors: false, agreementCover: true });
    expect((await ownOrganisation(lead, { before: null })).sent).toMatchObject([
      { id, partnerReference: 'EX/2016/1', sentBy: 'Robin Example' },
    ]);
    await agree({ agreementCover: false });
  });

  it('gives older reports a page at a time, each once', async () => {
    for (let minute = 0; minute < 26; minute += 1) {
      const clock = fixedClock(new Date(Date.UTC(2016, 0, 10, 12, Math.floor(minute / 2))));
      await submitted(await makeCtx(database, { email: 'eli@community-centres.example', clock }));
    }
    const centres = await as('eli@community-centres.example');
    const first = await ownOrganisation(centres, { before: null });
    const second = await ownOrganisation(centres, { before: first.older });
    expect([first.sent.length, second.sent.length, second.older]).toEqual([25, 1, null]);
    expect(new Set([...first.sent, ...second.sent].map(({ reference }) => reference)).size).toBe(26);
    expect((await ownOrganisation(centres, { before: 'nonsense' })).sent).toHaveLength(25);
  });

  it('records that the list was looked at', async () => {
    await ownOrganisation(lead, { before: null });
    const event = await database.db.auditEvent.findFirst({
      where: { type: 'submission.listed' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({
      actorId: lead.actor.accountId,
      subjectId: lead.actor.organisationId,
      data: { queue: 'own organisation', view: 'status' },
    });
  });

  it('says what came of its reports by closed quarters, in counts of five or more', async () => {
    const clock = fixedClock(new Date('2015-08-05T12:00:00Z'));
    const eli = await makeCtx(database, { email: 'eli@community-centres.example', clock });
    for (let count = 0; count < 6; count += 1) await submitted(eli);
    const { quarters } = await ownOrganisation(await as('eli@community-centres.example'), { before: null });
    expect(quarters).toEqual([{ firstMonth: '2015-07', sent: 6, used: null }]);
  });

  it('takes a new member as a reporter, who is sent an invitation', async () => {
    const { accountId } = await inviteMember(lead, {
      email: ' Ash@Harbour-Trust.example ',
      displayName: 'Ash Example',
    });
    const { members } = await ownOrganisation(lead, { before: null });
    expect(members.find(({ id }) => id === accountId)).toMatchObject({
      email: 'ash@harbour-trust.example',
      status: 'invited',
      roles: ['reporter'],
    });
    expect(await jobsFor(database, accountId)).toEqual(['send-invitation']);
  });

  it('refuses an address that is taken or is none', async () => {
    const taken = inviteMember(lead, { email: 'SAM@lantern-project.example', displayName: 'Sam Sample' });
    await expect(taken).rejects.toMatchObject({
      fieldErrors: { email: 'There is already an account with this email address' },
    });
    await expect(inviteMember(lead, { email: 'nobody', displayName: '' })).rejects.toMatchObject({
      fieldErrors: {
        email: 'Enter an email address in the correct format, like name@example.com',
        displayName: 'Enter the person’s name',
      },
    });
  });

  it('is for partner leads only', async () => {
    for (const email of [...police, 'administrator@police.example', 'robin@harbour-trust.example']) {
      const other = await as(email);
      await expect(ownOrganisation(other, { before: null })).rejects.toBeInstanceOf(NotFound);
      await expect(
        inviteMember(other, { email: 'x@example.example', displayName: 'X Example' }),
      ).rejects.toBeInstanceOf(Forbidden);
    }
  });
});
