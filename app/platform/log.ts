import type { Id } from '#app/platform/db/id.ts';
import { pino, type DestinationStream } from 'pino';
import { redacted } from '#app/platform/log-redaction.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** The words of a line are written in the code and quote nothing; what varies goes into the fields. */
export type Write = { (fields: object, words: string): void; (words: string): void };

/**
 * The log of operations: one JSON object a line on standard output. It never holds content, names, addresses or
 * secrets; who did what is in the audit trail, not here. An error goes in as the field `err`.
 */
export interface Log {
  fatal: Write;
  error: Write;
  warn: Write;
  info: Write;
  debug: Write;
  /** A log whose lines all carry these fields. */
  child(fields: object): Log;
}

export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    // The redaction has written the error already; pino's own way would add its message and properties.
    serializers: { err: (value: unknown) => value },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return logWith(logger, {});
}

/** Every line passes the redaction here: pino has ways past its own, the fields of a child among them. */
function logWith(logger: pino.Logger, common: Record<string, unknown>): Log {
  const at = (level: Exclude<LogLevel, 'silent'>): Write => {
    return (first: object | string, words?: string) => {
      if (!logger.isLevelEnabled(level)) return;
      if (typeof first === 'string') logger[level](common, first);
      else logger[level]({ ...common, ...redacted(first) }, words);
    };
  };
  return {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    child: (fields) => logWith(logger, { ...common, ...redacted(fields) }),
  };
}

export type AnsweredRequest = {
  requestId: string;
  method: string;
  /** The route's id or pattern, never the address asked for: an address may carry a reference or a token. */
  route: string;
  status: number;
  milliseconds: number;
  accountId?: Id<'Account'> | undefined;
};

/** One line for each answered request. No network address is written. */
export function logRequest(log: Log, request: AnsweredRequest): void {
  const { requestId, method, route, status, milliseconds, accountId } = request;
  const line = {
    requestId,
    method,
    route,
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    accountId,
  };
  if (status >= 500) log.error(line, 'request failed');
  else log.info(line, 'request');
}
