import type { PGlite } from '@electric-sql/pglite';

/** First byte of a message after which the server is ready for another: Sync, Query, Function call and Terminate. */
const endsExchange = new Set(['S', 'Q', 'F', 'X'].map((letter) => letter.charCodeAt(0)));
/** First byte of a message that waits for more: Parse, Bind, Describe, Execute, Close and Flush. */
const goesOn = new Set(['P', 'B', 'D', 'E', 'C', 'H'].map((letter) => letter.charCodeAt(0)));

const parse = 'P'.charCodeAt(0);
/** Where a Parse has the name of its statement, closed by NUL; a statement without a name holds until the next. */
const nameAt = 5;
/** What the server answers to Parse: its letter and its length. */
const parseComplete = new Uint8Array(['1'.charCodeAt(0), 0, 0, 0, 4]);

/**
 * The embedded database as its socket server should see it. That server takes the messages of all connections in turn,
 * but an exchange of the extended protocol (Parse, Bind, Execute, Sync) is several messages over one unnamed statement,
 * and all connections share one session: two exchanges mixed give one the other's answer, or none. The server lets one
 * connection go on alone while `isInTransaction` says so; here that is also while an exchange is under way. For the same
 * reason a named statement that one connection had parsed is there for all, and is not parsed again for another.
 *
 * `parsed`: every Parse of a named statement that was answered well, whole.
 */
export function inWholeExchanges(pglite: PGlite, parsed = new Set<string>()): PGlite {
  let underWay = false;

  const parseOnce: PGlite['execProtocolRawStream'] = (message, options) => {
    const whole = Buffer.from(message).toString('latin1');
    if (parsed.has(whole)) {
      options.onRawData(parseComplete);
      return Promise.resolve();
    }
    return pglite.execProtocolRawStream(message, {
      ...options,
      onRawData: (answer) => {
        if (answer[0] === parseComplete[0]) parsed.add(whole);
        options.onRawData(answer);
      },
    });
  };
  const own: Pick<PGlite, 'isInTransaction' | 'execProtocolRawStream' | 'exec'> = {
    isInTransaction: () => underWay || pglite.isInTransaction(),
    execProtocolRawStream: (message, options) => {
      const [first = 0] = message;
      if (goesOn.has(first)) underWay = true;
      else if (endsExchange.has(first)) underWay = false;
      if (first === parse && message[nameAt] !== 0) return parseOnce(message, options);
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
