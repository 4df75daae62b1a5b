import type { Db } from './client.ts';
import type { Prisma } from './generated/client.ts';

declare const insideTransaction: unique symbol;

/**
 * A client inside a transaction. Only `transaction` makes one: what must commit with the change (audit, jobs) takes a
 * `Tx`, so forgetting the transaction does not compile.
 */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

const databases = new WeakMap<Tx, Db>();

/** The database of a client, also of one inside a transaction: what is held in memory is held for each. */
export function databaseOf(client: Db | Tx): Db {
  return databases.get(client as Tx) ?? (client as Db);
}

/**
 * Runs `work` in one transaction and gives its answer; whatever it throws rolls everything back. `seconds` is how long
 * it may take where that is longer than a request would wait.
 */
export function transaction<Answer>(
  db: Db,
  work: (tx: Tx) => Promise<Answer>,
  seconds?: number,
): Promise<Answer> {
  const inside = (client: Prisma.TransactionClient): Promise<Answer> => {
    const tx = client as Tx;
    databases.set(tx, db);
    return work(tx);
  };
  return db.$transaction(inside, seconds === undefined ? {} : { timeout: seconds * 1000 });
}
