import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { NotFound } from '../kernel/failures.ts';

/** The plan of the force whose pack was loaded last. @throws NotFound when there is none */
export async function currentPlan(
  db: Db | Tx,
): Promise<{ id: string; title: string; source: unknown; glossary: unknown }> {
  const pack = await db.forcePack.findFirst({ orderBy: { loadedAt: 'desc' }, select: { code: true } });
  const plan =
    pack &&
    (await db.plan.findUnique({
      where: { code: pack.code },
      select: { id: true, title: true, source: true, glossary: true },
    }));
  if (!plan) throw new NotFound();
  return plan;
}
