import { randomUUID } from 'node:crypto';
import { loadForcePack } from '#app/domain/admin/load-force-pack.server.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { idFor } from '#app/domain/force/pack-rows.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import type { Role } from '#app/domain/kernel/actor.ts';
import { hashOfDemonstration } from '#app/domain/people/accounts/password.ts';
import type { Clock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import type { Db } from '#app/platform/db/client.ts';

/** A small pack of another force, whose form, areas, queues and plan have other ids than the demonstration's. */
export const secondPack = 'tests/packs/second-force';

const partner = { name: 'Shore Aid', id: randomUUID() };

/** Its people, who sign in with the demonstration's password. */
export const secondPeople = {
  reporter: 'writer@shore.example',
  desk: 'coast@hcc.example',
  officer: 'officer@hcc.example',
  supervisor: 'supervisor@hcc.example',
  administrator: 'administrator@hcc.example',
} as const;

const roles: Record<keyof typeof secondPeople, { role: Role; area?: string }> = {
  reporter: { role: 'reporter' },
  desk: { role: 'spoc', area: 'COAST' },
  officer: { role: 'fib_officer' },
  supervisor: { role: 'fib_supervisor' },
  administrator: { role: 'administrator' },
};

/** Loads the pack of a folder at a clock's time, as the command does. */
export async function loadPack(db: Db, clock: Clock, folder: string): Promise<void> {
  const keyring = makeKeyring(exampleKey);
  const ctx = { db, clock, keyring, actor: null, system: 'Test', request: { id: 'test' } };
  await loadForcePack(ctx, await readForcePack(folder));
}

/** Fills an empty database with the second force: its pack, one partner and its people. */
export async function fillSecondForce(db: Db, clock: Clock): Promise<void> {
  await loadPack(db, clock, secondPack);
  const now = clock.now();
  await db.organisation.create({
    data: { ...partner, kind: 'ngo', networkMember: false, status: 'active', createdAt: now },
  });
  const passwordHash = await hashOfDemonstration();
  for (const [person, email] of Object.entries(secondPeople)) {
    const { role, area } = roles[person as keyof typeof secondPeople];
    await db.account.create({
      data: {
        id: randomUUID(),
        email,
        displayName: `${person} Example`,
        side: role === 'reporter' ? 'partner' : 'police',
        organisationId: role === 'reporter' ? partner.id : null,
        passwordHash,
        status: 'active',
        createdAt: now,
        exitExplainedAt: now,
        hintsDoneAt: now,
        accountRoles: {
          create: [
            {
              id: randomUUID(),
              role,
              areaId: area === undefined ? null : idFor('area', area),
              source: role === 'reporter' ? null : 'demonstration',
            },
          ],
        },
      },
    });
  }
}

/** A report on this force's own form, as its pages and lists post it. */
export const secondPosts: Record<string, Posted> = {
  first: { threatNow: 'no', minorThere: 'none', forSomebody: 'yes' },
  matter: {
    sortOfHarm: ['labour'],
    ownAccount: 'Six men are brought to the quay in a van on Tuesdays.',
    roadName: 'Quay Road',
  },
  spots: { spotCode: 'KW2 1AA' },
  cars: { plate: 'AB12 CDE', paint: 'white' },
  teller: { tellerIs: 'client', exposed: 'no', tellerCalled: 'Morag Quillan', passOn: 'no_limit' },
  hopes: { wantsCall: 'yes' },
  'send-now': {
    ownAccount: 'A man is locked in on the quay. The van AB12 CDE stands there.',
    spotCode: 'KW2 1AA',
    tellerIs: 'client',
    exposed: 'no',
  },
  truth: { isTrue: ['confirmed'] },
};
