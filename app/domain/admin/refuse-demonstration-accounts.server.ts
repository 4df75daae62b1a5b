import type { Db } from '#app/platform/db/client.ts';

/**
 * Real work never runs beside accounts whose password everybody knows, suspended ones included: they can be restored.
 * @throws Error that says what to do
 */
export async function refuseDemonstrationAccounts(db: Db): Promise<void> {
  const count = await db.account.count({ where: { demonstration: true } });
  if (count > 0) {
    throw new Error(
      `This database has ${count} demonstration accounts with a known password: use a database of its own for real work.`,
    );
  }
}
