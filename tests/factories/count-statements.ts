import type pg from 'pg';
import { afterAll } from 'vitest';

/** What the portal asks of its database while `work` runs, in order, and what `work` gave. */
export type StatementCounter = {
  during: <Result>(work: () => Promise<Result>) => Promise<{ statements: string[]; result: Result }>;
};

/** Begin, commit, savepoints and settings of the session are part of how, not of what is asked. */
const uncounted = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SELECT set_config\()/i;

/** Listens to every connection until the file’s last test. One at a time: whatever runs beside `work` is counted too. */
export async function countStatements(pool: pg.Pool): Promise<StatementCounter> {
  let heard: string[] | null = null;
  const connection = await pool.connect();
  const client = Object.getPrototypeOf(connection) as { query: (...args: unknown[]) => unknown };
  connection.release();
  const ask = client.query;
  client.query = function (this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text?: string }).text;
    if (text !== undefined && !uncounted.test(text)) heard?.push(text);
    return ask.apply(this, args);
  };
  afterAll(() => {
    client.query = ask;
  });
  return {
    during: async (work) => {
      const statements: string[] = [];
      heard = statements;
      try {
        return { statements, result: await work() };
      } finally {
        heard = null;
      }
    },
  };
}
