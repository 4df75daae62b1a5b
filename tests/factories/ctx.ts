import { isRole, type Actor } from '#app/domain/kernel/actor.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { createLimits } from '#app/platform/limits.ts';

/** The demonstration's first moment, which stands still in tests. */
export const testNow = new Date('2016-01-18T09:00:00Z');

/**
 * The context of a use case as one of the demonstration's people, by e-mail address. `clock` is the portal's calendar;
 * `realTime`, which stands still as well unless it is given, is today.
 */
export async function makeCtx(
  database: Pick<OpenDatabase, 'db' | 'pool'>,
  who: { email: string; clock?: Clock; realTime?: Clock },
): Promise<Ctx> {
  return {
    db: database.db,
    actor: await actorOf(database.db, who.email),
    clock: who.clock ?? fixedClock(testNow),
    realTime: who.realTime ?? fixedClock(new Date()),
    keyring: makeKeyring(exampleKey),
    limits: createLimits(database.pool),
    directory: null,
    request: { id: 'test' },
    packHash: null,
  };
}

/** Of each active account that reports, by address. */
export async function everyReporter(database: Pick<OpenDatabase, 'db' | 'pool'>): Promise<Ctx[]> {
  const accounts = await database.db.account.findMany({
    where: { status: 'active', accountRoles: { some: { role: 'reporter' } } },
    orderBy: { email: 'asc' },
    select: { email: true },
  });
  return Promise.all(accounts.map(({ email }) => makeCtx(database, { email })));
}

export async function actorOf(db: OpenDatabase['db'], email: string): Promise<Actor> {
  const account = await db.account.findUniqueOrThrow({ where: { email }, include: { accountRoles: true } });
  return {
    accountId: account.id,
    displayName: account.displayName,
    side: account.side === 'partner' ? 'partner' : 'police',
    organisationId: account.organisationId,
    roles: account.accountRoles.flatMap(({ role, areaId }) => (isRole(role) ? [{ role, areaId }] : [])),
    sessionId: null,
  };
}
