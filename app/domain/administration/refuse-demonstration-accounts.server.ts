import type { Db } from '#app/platform/db/client.ts';

/** Real work never runs beside accounts whose password everybody knows. @throws Error that says what to do */
export async function refuseDemonstrationAccounts(db: Db): Promise<void> {
  const count = await db.account.count({ where: { demonstration: true, status: 'active' } });
  if (count > 0) {
    throw new Error(
      `This database has ${count} demonstration accounts with a known password: use a database of its own for real work.`,
    );
  }
}
