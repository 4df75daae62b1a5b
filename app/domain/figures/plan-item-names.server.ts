import type { Tx } from '#app/platform/db/transaction.ts';
import { shortText } from '../plan/short-text.ts';
import type { Name } from './volume-rows.ts';

/** Items of the plan of these kinds in its order: their codes, and in short what they say. */
export async function planItemNames(tx: Tx, kinds: string[]): Promise<(Name & { detail: string })[]> {
  const items = await tx.planItem.findMany({
    where: { kind: { in: kinds } },
    orderBy: [{ parent: { position: 'asc' } }, { position: 'asc' }],
    select: { code: true, text: true },
  });
  return items.map(({ code, text }) => ({ key: code, label: code, detail: shortText(text) }));
}
