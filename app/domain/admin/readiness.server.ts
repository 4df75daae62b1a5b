import { statfs } from 'node:fs/promises';
import type { Db } from '#app/platform/db/client.ts';

/** Below this a database or a store for files on the same disk stops taking what is sent. */
const leastFree = 64 * 1024 * 1024;

/** The space left where the portal keeps what is sent, in bytes. */
export type FreeSpace = () => Promise<number>;

export const freeSpaceIn =
  (directory: string): FreeSpace =>
  async () => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  };

const underWay = new WeakMap<Db, Promise<string[]>>();

/**
 * What the portal lacks to take reports, by name; empty when it is ready. Never throws: an unreachable database is an
 * answer. Anybody may ask: whoever does while it is found out has the same answer, so that no crowd of them takes the
 * connections of those who work.
 */
export function readiness(db: Db, freeSpace: FreeSpace | null): Promise<string[]> {
  const asked = underWay.get(db) ?? lacking(db, freeSpace).finally(() => underWay.delete(db));
  underWay.set(db, asked);
  return asked;
}

/** It writes, as a full disk and a standby can be read all the same. */
async function lacking(db: Db, freeSpace: FreeSpace | null): Promise<string[]> {
  try {
    const [pack, rules, form, free] = await Promise.all([
      db.forcePack.count(),
      db.routingRuleSet.count(),
      db.formVersion.count(),
      freeSpace?.() ?? Infinity,
      written(db),
    ]);
    return [
      ...(pack ? [] : ['force pack']),
      ...(rules ? [] : ['routing rules']),
      ...(form ? [] : ['form version']),
      ...(free >= leastFree ? [] : ['disk space']),
    ];
  } catch {
    return ['database'];
  }
}

/** One row for all instances, always the same: what it says is of no use to anybody. */
const written = (db: Db) =>
  db.$executeRaw`
    INSERT INTO setting (key, value) VALUES ('readiness', 'true')
    ON CONFLICT (key) DO UPDATE SET updated_at = now()`;
