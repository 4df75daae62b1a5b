import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { jobsFor } from '#tests/factories/jobs.ts';
import { makePublicCtx, makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { shownAccount } from '#tests/factories/shown-account.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { setAccountStatus } from '../../admin/set-account-status.server.ts';
import type { Role } from '../../kernel/actor.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { changeDetails } from '../accounts/change-details.server.ts';
import { invite } from '../accounts/invite.server.ts';
import { resolveSession } from '../accounts/session.server.ts';
import { changeRoles, readRoles } from '../../admin/change-roles.server.ts';
import { approveRolesOnServer, decideRoles, rolesForTheServer } from './decide-roles.server.ts';
import { readRoleRequest, roleRequests } from './role-requests.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const command = makeSystemCtx(database, {});
const idOf = async (email: string) => (await db.account.findUniqueOrThrow({ where: { email } })).id;
const addAccount = async (email: string, role: Role, status: 'active' | 'suspended' = 'active') => {
  const id = newId<'Account'>();
  await db.account.create({
    data: {
      id,
      email,
      displayName: 'Added Example',
      side: 'police',
      status,
      passwordHash: 'x',
      createdAt: new Date(),
    },
  });
  await db.accountRole.create({ data: { id: randomUUID(), accountId: id, role, source: 'demonstration' } });
  return id;
};
await addAccount('second.administrator@police.example', 'administrator');
const first = await makeCtx(database, { email: 'administrator@police.example' });
const second = await makeCtx(database, { email: 'second.administrator@police.example' });
const others = ['fib.supervisor@police.example', 'auditor@police.example', 'kit@lantern-project.example'];

let count = 0;
const inviteOfficer = async () => {
  const email = `officer.${(count += 1)}@police.example`;
  const roles = [{ role: 'fib_officer' as const, areaId: null }];
  const side = { side: 'police', organisationId: null } as const;
  return { email, ...(await invite(first, { email, displayName: 'Officer Example', ...side, roles })) };
};
const openRequest = (accountId: Id<'Account'>) =>
  db.roleRequest.findFirstOrThrow({ where: { accountId, decision: null } });
const held = async (accountId: Id<'Account'>) =>
  (await db.accountRole.findMany({ where: { accountId }, orderBy: { role: 'asc' } })).map(({ role }) => role);
const shownRequest = async (accountId: Id<'Account'>) => {
  const { id } = await openRequest(accountId);
  const { expectedVersion } = await shownAccount(db, accountId);
  return { requestId: id, expectedVersion, reason: '' };
};
const change = async (ctx: typeof first, accountId: Id<'Account'>, ...roles: Role[]) =>
  changeRoles(ctx, {
    ...(await shownAccount(db, accountId)),
    roles: roles.map((role) => ({ role, areaId: null })),
  });

describe('roles of the police at an invitation', () => {
  it('are given by a second administrator, who lets the invitation go', async () => {
    const { accountId } = await inviteOfficer();
    expect([await held(accountId), await jobsFor(database, accountId)]).toEqual([[], []]);
    expect(await jobsFor(database, second.actor.accountId)).toContain('send-mail');
    const request = await shownRequest(accountId);
    expect(await readRoleRequest(second, request)).toMatchObject({
      displayName: 'Officer Example',
      held: [],
      roles: [{ label: 'FIB officer', area: null }],
      askedBy: first.actor.displayName,
      own: false,
      decided: null,
    });
    await decideRoles(second, { ...request, decision: 'approved' });
    expect([await held(accountId), await jobsFor(database, accountId)]).toEqual([
      ['fib_officer'],
      ['send-invitation'],
    ]);
    const events = await db.auditEvent.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } });
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([
      ['account.invited', first.actor.accountId],
      ['account.roles_asked', first.actor.accountId],
      ['account.roles_decided', second.actor.accountId],
    ]);
  });

  it('are refused with a reason, or withdrawn by whoever asked, and decided once', async () => {
    const { accountId } = await inviteOfficer();
    const refused = await shownRequest(accountId);
    await expect(decideRoles(second, { ...refused, decision: 'refused' })).rejects.toMatchObject({
      fieldErrors: { reason: 'Enter why it is refused' },
    });
    await decideRoles(second, { ...refused, decision: 'refused', reason: 'Not known here' });
    expect((await readRoleRequest(first, refused)).decided).toMatchObject({
      decision: 'refused',
      by: second.actor.displayName,
      reason: 'Not known here',
    });
    const { expectedVersion } = await shownAccount(db, accountId);
    await expect(
      decideRoles(second, { ...refused, expectedVersion, decision: 'approved' }),
    ).rejects.toBeInstanceOf(Conflict);
    await change(first, accountId, 'fib_officer');
    await decideRoles(first, { ...(await shownRequest(accountId)), decision: 'withdrawn' });
    expect(await held(accountId)).toEqual([]);
  });

  it('are decided by nobody who asked or gets them, in the use case and in the database', async () => {
    const { accountId } = await inviteOfficer();
    const request = await shownRequest(accountId);
    await expect(decideRoles(first, { ...request, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    await expect(decideRoles(second, { ...request, decision: 'withdrawn' })).rejects.toBeInstanceOf(
      Forbidden,
    );
    const approvedBy = (decider: string) =>
      pool.query(
        `UPDATE role_request SET decision = 'approved', decided_at = now(), decided_by = $2 WHERE id = $1`,
        [request.requestId, decider],
      );
    await expect(approvedBy(first.actor.accountId)).rejects.toThrow('role_request_by_two');
    await expect(approvedBy(accountId)).rejects.toThrow('role_request_by_two');
    await expect(
      pool.query('UPDATE role_request SET asked_by = $2 WHERE id = $1', [
        request.requestId,
        second.actor.accountId,
      ]),
    ).rejects.toThrow('decided once');
  });

  it('are not decided at an address that was not shown, and asked for anew at another one', async () => {
    const { accountId } = await inviteOfficer();
    const request = await shownRequest(accountId);
    const moved = { displayName: 'Officer Example', email: `moved.${count}@police.example`, siteId: '' };
    await changeDetails(second, { ...(await shownAccount(db, accountId)), ...moved });
    await expect(decideRoles(second, { ...request, decision: 'approved' })).rejects.toBeInstanceOf(Conflict);
    // Whoever moved it has asked now, so they are not the second person.
    const anew = await shownRequest(accountId);
    await expect(decideRoles(second, { ...anew, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    await decideRoles(first, { ...anew, decision: 'approved' });
    expect(await held(accountId)).toEqual(['fib_officer']);
    const again = { ...moved, email: `moved.again.${count}@police.example` };
    expect(await changeDetails(first, { ...(await shownAccount(db, accountId)), ...again })).toBe(
      'roles-asked',
    );
    expect(await held(accountId)).toEqual([]);
    expect((await openRequest(accountId)).askedBy).toBe(first.actor.accountId);
  });
});

describe('changing roles', () => {
  it('takes away at once, with the sessions, and asks for what is added', async () => {
    const accountId = await addAccount('mover@police.example', 'fib_officer');
    const token = newToken();
    const end = new Date('2100-01-01T00:00:00Z');
    await db.session.create({
      data: {
        id: randomUUID(),
        tokenHash: hashToken(token),
        accountId,
        createdAt: new Date(),
        lastSeenAt: new Date(),
        idleExpiresAt: end,
        absoluteExpiresAt: end,
      },
    });
    const rolesOfSession = async () =>
      (await resolveSession(makePublicCtx(database, {}), token))?.roles.map(({ role }) => role);
    expect(await rolesOfSession()).toEqual(['fib_officer']);
    expect(await change(first, accountId, 'mds_lead')).toBe('roles-asked');
    expect([await rolesOfSession(), await held(accountId)]).toEqual([undefined, []]);
    await decideRoles(second, { ...(await shownRequest(accountId)), decision: 'approved' });
    expect(await held(accountId)).toEqual(['mds_lead']);
    expect(await jobsFor(database, accountId)).toEqual(['send-invitation']);
    const events = await db.auditEvent.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['account.roles_asked', { roles: ['mds_lead'] }],
      ['account.roles_changed', { roles: [] }],
      ['account.roles_decided', { decision: 'approved', roles: ['mds_lead'] }],
    ]);
  });

  it('widens a role to another area by two as well', async () => {
    const accountId = await idOf('spoc.coventry@police.example');
    const { areas, held: now } = await readRoles(first, { accountId });
    const other = areas.find(({ id }) => id !== now[0]?.areaId)!;
    const roles = [...now, { role: 'spoc' as const, areaId: other.id }];
    await changeRoles(first, { ...(await shownAccount(db, accountId)), roles });
    expect(await readRoles(second, { accountId })).toMatchObject({
      held: now,
      askedLines: [{ label: 'SPOC', area: other.name }],
    });
  });

  it('gives a partner’s roles at once, and no role of the police', async () => {
    const accountId = await idOf('robin@harbour-trust.example');
    expect(await change(first, accountId, 'reporter', 'partner_lead')).toBe('roles');
    expect(await held(accountId)).toEqual(['reporter', 'partner_lead']);
    await expect(change(first, accountId, 'fib_officer')).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors: { roles: 'Select roles that belong to this kind of account' },
    });
  });

  it('leaves an administrator, and is theirs alone', async () => {
    await expect(change(first, first.actor.accountId, 'auditor')).rejects.toMatchObject({
      fieldErrors: { roles: 'You cannot take your own role of administrator, so that one always remains' },
    });
    const { accountId } = await inviteOfficer();
    const request = await shownRequest(accountId);
    for (const email of others) {
      const ctx = await makeCtx(database, { email });
      await expect(change(ctx, accountId, 'fib_officer')).rejects.toBeInstanceOf(Forbidden);
      await expect(decideRoles(ctx, { ...request, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
      await expect(readRoles(ctx, { accountId })).rejects.toBeInstanceOf(NotFound);
      await expect(readRoleRequest(ctx, request)).rejects.toBeInstanceOf(NotFound);
      await expect(roleRequests(ctx, { after: null })).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('another address of an account in use', () => {
  const details = async (accountId: Id<'Account'>, email: string) => ({
    ...(await shownAccount(db, accountId)),
    displayName: 'Moved Example',
    email,
    siteId: '',
  });
  const addressOf = async (accountId: Id<'Account'>) =>
    (await db.account.findUniqueOrThrow({ where: { id: accountId } })).email;
  const tellings = async () =>
    (
      await pool.query<{ to: string }>(
        `SELECT data->>'to' AS to FROM pgboss.job WHERE name = 'tell-address-changed'`,
      )
    ).rows.map(({ to }) => to);

  it('waits for a second administrator, and holds when they agree', async () => {
    const accountId = await addAccount('before@police.example', 'auditor');
    expect(await changeDetails(first, await details(accountId, 'after@police.example'))).toBe(
      'address-asked',
    );
    expect([await addressOf(accountId), await tellings()]).toEqual(['before@police.example', []]);
    // Roles that are asked for meanwhile join it in one request.
    await change(first, accountId, 'auditor', 'mds_lead');
    const request = await shownRequest(accountId);
    expect(await readRoleRequest(second, request)).toMatchObject({
      newEmail: 'after@police.example',
      roles: [{ label: 'MDS lead' }],
    });
    await expect(decideRoles(first, { ...request, decision: 'approved' })).rejects.toBeInstanceOf(Forbidden);
    await decideRoles(second, { ...request, decision: 'approved' });
    expect([await addressOf(accountId), await held(accountId)]).toEqual([
      'after@police.example',
      ['mds_lead', 'auditor'],
    ]);
    expect((await tellings()).toSorted()).toEqual(['after@police.example', 'before@police.example']);
  });

  it('is refused in words where another account has it meanwhile', async () => {
    const accountId = await addAccount('one@police.example', 'auditor');
    await changeDetails(first, await details(accountId, 'wanted@police.example'));
    await addAccount('wanted@police.example', 'auditor');
    const request = await shownRequest(accountId);
    await expect(decideRoles(second, { ...request, decision: 'approved' })).rejects.toMatchObject({
      kind: 'conflict',
      message: 'Another account has this address now, so nothing was done. Refuse the request',
    });
    expect(await addressOf(accountId)).toBe('one@police.example');
  });

  it('goes to one of two who want the same at the same moment, and the other reads why not', async () => {
    const invited = await Promise.all([inviteOfficer(), inviteOfficer()]);
    const asked = await Promise.all(
      invited.map(({ accountId }) => details(accountId, 'the.same@police.example')),
    );
    const answers = await Promise.allSettled(asked.map((input) => changeDetails(first, input)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { fieldErrors: { email: 'There is already an account with this email address' } },
    });
  });
});

describe('the database', () => {
  it('refuses a role of the police that nobody approved and that says not whence it comes', async () => {
    const accountId = await addAccount('bare@police.example', 'auditor');
    const give = (role: Role) => db.accountRole.create({ data: { id: randomUUID(), accountId, role } });
    await expect(give('fib_supervisor')).rejects.toThrow('a role of the police takes an approved request');
    await change(first, accountId, 'auditor', 'fib_supervisor');
    await expect(give('fib_supervisor')).rejects.toThrow('a role of the police takes an approved request');
    await decideRoles(second, { ...(await shownRequest(accountId)), decision: 'approved' });
    expect(await held(accountId)).toContain('fib_supervisor');
  });
});

describe('the list of requests', () => {
  it('gives each once, the oldest first, a page at a time', async () => {
    const waiting = await db.roleRequest.count({ where: { decision: null } });
    for (let index = 0; index < 51; index += 1) await inviteOfficer();
    const page = await roleRequests(second, { after: null });
    const rest = await roleRequests(second, { after: page.next });
    const all = [...page.requests, ...rest.requests];
    expect([page.requests.length, rest.next]).toEqual([50, null]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(waiting + 51);
    expect(all.map(({ askedAt }) => askedAt)).toEqual(
      all.map(({ askedAt }) => askedAt).toSorted((a, b) => +a - +b),
    );
  });
});

describe('the command on the server', () => {
  it('is the second person only where no other administrator is active', async () => {
    const { accountId, email } = await inviteOfficer();
    await expect(approveRolesOnServer(command, email)).rejects.toBeInstanceOf(Invalid);
    expect(await rolesForTheServer(command)).toEqual([]);
    const shown = await shownAccount(db, second.actor.accountId);
    await setAccountStatus(first, { ...shown, to: 'suspended', reason: 'Left' });
    expect((await rolesForTheServer(command)).map((waiting) => waiting.email)).toContain(email);
    expect(await approveRolesOnServer(command, email.toUpperCase())).toMatchObject({
      email,
      roles: [{ label: 'FIB officer', area: null }],
    });
    expect(await held(accountId)).toEqual(['fib_officer']);
    expect(await db.roleRequest.findFirst({ where: { accountId } })).toMatchObject({
      decision: 'approved',
      decidedBy: null,
    });
    const event = await db.auditEvent.findFirst({
      where: { subjectId: accountId, type: 'account.roles_decided' },
    });
    expect(event).toMatchObject({ actorId: null, actorLabel: command.system });
  });
});
