import type { Db } from '#app/platform/db/client.ts';
import { packSettingsSchema, type PackSettings } from './pack-settings.ts';

/** What the portal reads of the force's pack while it runs. */
export type Force = PackSettings;

/** A pack with the same hash is the same: it is checked once. */
const checked = new Map<string, Force>();

/** The settings of the loaded pack: one small row. @throws Error that says what to do when none is loaded */
export async function currentForce(db: Pick<Db, 'forcePack'>): Promise<Force> {
  const pack = await db.forcePack.findFirst({ orderBy: { loadedAt: 'desc' } });
  if (!pack) throw new Error('No force pack is loaded: run "npm run load-pack" first.');
  const known = checked.get(pack.contentHash);
  if (known) return known;
  const force = packSettingsSchema.parse(pack.content);
  checked.set(pack.contentHash, force);
  return force;
}
