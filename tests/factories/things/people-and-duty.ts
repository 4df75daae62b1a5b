import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '#app/platform/crypto/token.ts';
import { currentForce } from '#app/domain/force/current-force.server.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import type { Params } from './reports.ts';

export async function openInvitation(portal: TestPortal): Promise<Params> {
  const token = newToken();
  const accountId = randomUUID();
  const now = new Date();
  const invitedBy = await portal.db.account.findUniqueOrThrow({ where: { email: people.administrator } });
  await portal.db.account.create({
    data: {
      id: accountId,
      email: `${accountId}@police.example`,
      displayName: 'Invited Example',
      side: 'police',
      status: 'invited',
      createdAt: now,
    },
  });
  await portal.db.invitation.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: hashToken(token),
      createdBy: invitedBy.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000 * 60),
    },
  });
  return { token };
}

/** A role of the police that another administrator than the matrix's asked for. */
export async function askedRole({ db }: TestPortal): Promise<Params> {
  const [requestId, accountId, askedBy] = [randomUUID(), randomUUID(), randomUUID()];
  const account = { side: 'police', status: 'active', createdAt: new Date() } as const;
  for (const id of [accountId, askedBy])
    await db.account.create({
      data: { id, email: `${id}@police.example`, displayName: 'Asked Example', ...account },
    });
  await db.roleRequest.create({ data: { id: requestId, accountId, askedBy, askedAt: new Date() } });
  await db.roleRequestRole.create({ data: { id: randomUUID(), requestId, role: 'auditor' } });
  return { requestId };
}

/** Times that the supervisor asked for, as they are already, so that nothing else changes by their approval. */
export async function settingChange({ db }: TestPortal): Promise<Params> {
  const { code, clocks } = await currentForce(db, { packHash: null });
  const { _max } = await db.forceSetting.aggregate({ _max: { version: true }, where: { part: 'clocks' } });
  const asker = await db.account.findUniqueOrThrow({ where: { email: people.supervisor } });
  const { id } = await db.forceSetting.create({
    data: {
      id: randomUUID(),
      forceCode: code,
      part: 'clocks',
      version: (_max.version ?? 0) + 1,
      content: clocks,
      fromDay: new Date('2016-01-18'),
      askedBy: asker.id,
      askedAt: new Date(),
    },
  });
  return { changeId: id };
}

/** A link for a new password of an account that nobody else uses. */
export async function openPasswordReset(portal: TestPortal): Promise<Params> {
  const token = newToken();
  const accountId = randomUUID();
  const now = new Date();
  await portal.db.account.create({
    data: {
      id: accountId,
      email: `${accountId}@police.example`,
      displayName: 'Forgetful Example',
      side: 'police',
      status: 'active',
      createdAt: now,
    },
  });
  await portal.db.passwordReset.create({
    data: {
      id: randomUUID(),
      accountId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000 * 30),
    },
  });
  return { token };
}

/** A duty and an absence to come: a year on, so that they bear on no other row. */
export async function comingDuty({ db }: TestPortal): Promise<Params> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email: people.supervisor } });
  const [entryId, absenceId] = [randomUUID(), randomUUID()];
  const entered = { enteredBy: accountId, enteredAt: new Date() };
  const day = (after: number) =>
    new Date(Date.UTC(2100, 0, 1 + after) + Math.floor(Math.random() * 1e6) * 60_000);
  await db.dutyListEntry.create({
    data: { id: entryId, accountId, position: 'deputy', validFrom: day(0), validTo: null, ...entered },
  });
  const absentFrom = day(0);
  await db.dutyAbsence.create({
    data: {
      id: absenceId,
      accountId,
      absentFrom,
      absentTo: new Date(absentFrom.getTime() + 60_000),
      ...entered,
    },
  });
  return { entryId, absenceId };
}
