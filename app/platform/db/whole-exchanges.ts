import type { PGlite } from '@electric-sql/pglite';

/** First byte of a message after which the server is ready for another: Sync, Query, Function call and Terminate. */
const endsExchange = new Set(['S', 'Q', 'F', 'X'].map((letter) => letter.charCodeAt(0)));
/** First byte of a message that waits for more: Parse, Bind, Describe, Execute, Close and Flush. */
const goesOn = new Set(['P', 'B', 'D', 'E', 'C', 'H'].map((letter) => letter.charCodeAt(0)));

/**
 * The embedded database as its socket server should see it. That server takes the messages of all connections in turn,
 * but an exchange of the extended protocol (Parse, Bind, Execute, Sync) is several messages over one unnamed statement,
 * and all connections share one session: two exchanges mixed give one the other's answer, or none. The server lets one
 * connection go on alone while `isInTransaction` says so; here that is also while an exchange is under way.
 */
export function inWholeExchanges(pglite: PGlite): PGlite {
  let underWay = false;
  const own: Pick<PGlite, 'isInTransaction' | 'execProtocolRawStream' | 'exec'> = {
    isInTransaction: () => underWay || pglite.isInTransaction(),
    execProtocolRawStream: (message, options) => {
      const [first = 0] = message;
      if (goesOn.has(first)) underWay = true;
      else if (endsExchange.has(first)) underWay = false;
      return pglite.execProtocolRawStream(message, options);
    },
    // A connection that broke off in an exchange is followed by a rollback.
    exec: (sql, options) => {
      underWay = false;
      return pglite.exec(sql, options);
    },
  };
  return new Proxy(pglite, {
    get: (target, name) => {
      if (Object.hasOwn(own, name)) return own[name as keyof typeof own];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
