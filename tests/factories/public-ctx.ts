import type { PublicCtx, SystemCtx } from '#app/domain/kernel/context.ts';
import { fixedClock, type Clock } from '#app/platform/clock.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { createLimits } from '#app/platform/limits.ts';
import { testNow } from './ctx.ts';

type Given = { clock?: Clock; realTime?: Clock };

/** The context of somebody who is not signed in. */
export function makePublicCtx(database: Pick<OpenDatabase, 'db' | 'pool'>, given: Given = {}): PublicCtx {
  return {
    db: database.db,
    actor: null,
    packHash: null,
    clock: given.clock ?? fixedClock(testNow),
    realTime: given.realTime ?? fixedClock(new Date()),
    keyring: makeKeyring(exampleKey),
    limits: createLimits(database.pool),
    directory: null,
    request: { id: 'test' },
  };
}

/** The context of a job. */
export function makeSystemCtx(database: Pick<OpenDatabase, 'db' | 'pool'>, given: Given = {}): SystemCtx {
  return { ...makePublicCtx(database, given), actor: null, system: 'Job test' };
}
