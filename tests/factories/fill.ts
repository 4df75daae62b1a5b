import { prepareDemonstration } from '#app/domain/admin/prepare-demonstration.server.ts';
import { makeKeyring } from '#app/platform/crypto/envelope.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db/client.ts';

/**
 * What every test starts from: the force pack and the demonstration's fictional partners and people, who have all been
 * shown how to leave quickly and have done with the hints for the first time.
 */
export async function fillTestDatabase(db: Db): Promise<void> {
  await prepareDemonstration({
    db,
    realTime: systemClock,
    packDirectory: 'prisma/packs/west-midlands-2015',
    keyring: makeKeyring(exampleKey),
    withYear: false,
  });
  const now = systemClock.now();
  await db.account.updateMany({ data: { exitExplainedAt: now, hintsDoneAt: now } });
}
