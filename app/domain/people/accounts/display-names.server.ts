import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';

/** A name that changes stands everywhere after so many milliseconds. */
const heldFor = 60_000;

type Held = { name: string; until: number };

const heldOf = new WeakMap<Ctx['db'], Map<string, Held>>();

/** The names of accounts by id: those read within the last minute from memory, the others in one statement. */
export async function displayNames(
  tx: Ctx['db'] | Tx,
  { db, realTime }: Pick<Ctx, 'db' | 'realTime'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const held = heldOf.get(db) ?? new Map<string, Held>();
  heldOf.set(db, held);
  const now = realTime.now().getTime();
  const unknown = [...new Set(ids)].filter((id) => (held.get(id)?.until ?? 0) <= now);
  if (unknown.length > 0) {
    const accounts = await tx.account.findMany({
      where: { id: { in: unknown } },
      select: { id: true, displayName: true },
    });
    for (const { id, displayName } of accounts) held.set(id, { name: displayName, until: now + heldFor });
  }
  return new Map(
    ids.flatMap((id) => {
      const known = held.get(id);
      return known ? [[id, known.name] as const] : [];
    }),
  );
}
