import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Ctx } from '../kernel/context.ts';
import { packSettingsSchema, type PackSettings } from './pack-settings.ts';

/** The settings of the force that the portal works with: its pack's, with what was changed of them on screen. */
export type Force = PackSettings;

/** By `settingsKey`: what has the same key is the same, so it is read and checked once. */
const known = new Map<string, Force>();

/** What the settings in force are known by, of the pack `p`: its content, and the newest change that has begun to hold. */
export const settingsKey = Prisma.sql`p.content_hash || '/' || (SELECT coalesce(max(held_no), 0) FROM force_setting)`;

/**
 * The settings in force. The statement that finds a session names their key (`ctx.packHash`), and settings known by that
 * key come from memory; without one, for a job or before sign-in, they are read. @throws Error that says what to do when
 * none is loaded
 */
export async function currentForce(
  db: Pick<Db, '$queryRaw'>,
  { packHash }: Pick<Ctx, 'packHash'>,
): Promise<Force> {
  const held = packHash === null ? undefined : known.get(packHash);
  if (held) return held;
  const [row] = await db.$queryRaw<{ content: object; changed: object; key: string | null }[]>`
    SELECT p.content, ${settingsKey} AS key, coalesce((
      SELECT jsonb_object_agg(newest.part, newest.content) FROM (
        SELECT DISTINCT ON (s.part) s.part, s.content FROM force_setting s
        WHERE s.force_code = p.code AND s.held_no IS NOT NULL ORDER BY s.part, s.held_no DESC) newest), '{}') AS changed
    FROM force_pack p ORDER BY p.loaded_at DESC LIMIT 1`;
  if (!row?.key) throw new Error('No force pack is loaded: run "npm run load-pack" first.');
  const force = known.get(row.key) ?? packSettingsSchema.parse({ ...row.content, ...row.changed });
  known.set(row.key, force);
  return force;
}
