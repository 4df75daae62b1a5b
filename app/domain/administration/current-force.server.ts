import type { Db } from '#app/platform/db/client.ts';
import { packSettingsSchema, type PackSettings } from '#prisma/packs/pack-settings.ts';

/** What the portal reads of the force's pack while it runs. */
export type Force = PackSettings;

/** The settings of the loaded pack. @throws Error that says what to do when none is loaded */
export async function currentForce(db: Pick<Db, 'forcePack'>): Promise<Force> {
  const pack = await db.forcePack.findFirst({ orderBy: { loadedAt: 'desc' } });
  if (!pack) throw new Error('No force pack is loaded: run "npm run load-pack" first.');
  return packSettingsSchema.parse(pack.content);
}
