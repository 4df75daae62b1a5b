import type { Db } from '#app/platform/db/client.ts';

/** What the portal lacks to do its work, by name; empty when it is ready. Never throws: an unreachable database is an answer. */
export async function readiness(db: Db): Promise<string[]> {
  try {
    const [pack, rules, form] = await Promise.all([
      db.forcePack.count(),
      db.routingRuleSet.count(),
      db.formVersion.count(),
    ]);
    return [
      ...(pack ? [] : ['force pack']),
      ...(rules ? [] : ['routing rules']),
      ...(form ? [] : ['form version']),
    ];
  } catch {
    return ['database'];
  }
}
