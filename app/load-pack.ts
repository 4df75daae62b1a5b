import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Terminal } from '#app/admin.ts';
import { changedOnScreen, loadForcePack } from '#app/domain/admin/load-force-pack.server.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { refuseDemonstrationAccounts } from '#app/domain/admin/refuse-demonstration-accounts.server.ts';
import { portalClock } from '#app/domain/force/portal-clock.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { openDatabase } from '#app/platform/db/open-database.ts';
import type { Config } from '#app/platform/env.ts';
import { keyringOf, packDirectory, rootPath, sourceOf } from '#app/portal.ts';

/**
 * Loads the pack that the settings name. `agreed`, where it is “shorter-retention”: as the owner of the database agrees to
 * rules by which reports may go sooner.
 */
export async function loadPack(
  config: Config,
  { say, overrides }: Terminal,
  [agreed]: readonly string[],
): Promise<void> {
  if (agreed !== undefined && agreed !== 'shorter-retention')
    throw new Error(`load-pack knows no “${agreed}”: the one word that may follow it is shorter-retention.`);
  const pack = await readForcePack(packDirectory(config));
  const database = await openDatabase(overrides?.database ?? sourceOf(config), rootPath('prisma/migrations'));
  try {
    const { db } = database;
    if (config.mode === 'service') await refuseDemonstrationAccounts(db);
    const clock = await portalClock(db, systemClock);
    const ctx = {
      db,
      clock,
      keyring: keyringOf(config),
      actor: null,
      system: 'Command load-pack',
      request: { id: randomUUID() },
    };
    if (agreed)
      await database.asOwner(
        `INSERT INTO retention_agreed (rules_hash) VALUES (md5((${pg.escapeLiteral(JSON.stringify(pack.retention.reports))}::jsonb)::text))`,
      );
    const loaded = await loadForcePack(ctx, pack);
    say(
      loaded === 'loaded'
        ? `The force pack ${pack.code} is loaded. Restart every running portal, so that it reads the new settings.`
        : `The force pack ${pack.code} was loaded before and has not changed.`,
    );
    const kept = await changedOnScreen(db, pack);
    if (kept.length > 0)
      say(`Changed on screen, and left as they are there: ${kept.join(', ')}. The pack says otherwise.`);
  } finally {
    await database.close();
  }
}
