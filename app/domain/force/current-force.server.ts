import type { Db } from '#app/platform/db/client.ts';
import type { Ctx } from '../kernel/context.ts';
import { packSettingsSchema, type PackSettings } from './pack-settings.ts';

/** The settings of the force's pack that the portal reads while it runs. */
export type Force = PackSettings;

/** Packs by the hash of their content: what has the same hash is the same, so it is read and checked once. */
const known = new Map<string, Force>();

/**
 * The settings of the pack in force. The statement that finds a session names its hash (`ctx.packHash`), and a pack
 * known by that hash comes from memory; without one, for a job or before sign-in, it is read. @throws Error that says
 * what to do when none is loaded
 */
export async function currentForce(
  db: Pick<Db, 'forcePack'>,
  { packHash }: Pick<Ctx, 'packHash'>,
): Promise<Force> {
  const held = packHash === null ? undefined : known.get(packHash);
  if (held) return held;
  const pack = await db.forcePack.findFirst({ orderBy: { loadedAt: 'desc' } });
  if (!pack) throw new Error('No force pack is loaded: run "npm run load-pack" first.');
  const force = known.get(pack.contentHash) ?? packSettingsSchema.parse(pack.content);
  known.set(pack.contentHash, force);
  return force;
}
