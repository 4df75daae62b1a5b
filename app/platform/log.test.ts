import { describe, expect, test } from 'vitest';
import { createLog, logRequest, type LogLevel } from '#app/platform/log.ts';

/** A log whose lines are kept. */
function keptLog(level: LogLevel = 'info') {
  const written: string[] = [];
  const log = createLog(level, { write: (line: string) => void written.push(line) });
  return { log, written, last: () => JSON.parse(written.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('a line', () => {
  test('is one JSON object with level and time, without host or process', () => {
    const { log, written, last } = keptLog();
    log.info({ port: 3000 }, 'listening');
    expect(written.join('')).toMatch(/^\{[^\n]*\}\n$/);
    expect(Object.keys(last()).sort()).toEqual(['level', 'msg', 'port', 'time']);
    expect(last()).toMatchObject({ level: 'info', msg: 'listening', port: 3000 });
    expect(new Date(String(last().time)).toISOString()).toBe(last().time);
  });

  test('is written from its level upwards only', () => {
    const { log, written } = keptLog('warn');
    log.info('no');
    log.warn('yes');
    expect(written).toHaveLength(1);
    const silent = keptLog('silent');
    silent.log.fatal('no');
    expect(silent.written).toEqual([]);
  });
});

describe('redaction', () => {
  const secret = 'hunter2';

  test.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'body',
    'email',
    'contactEmail',
    'password',
    'newPassword',
    'token',
    'session_token',
    'answers',
    'answer',
    'text',
    'sanitisedText',
    'content',
    'html',
  ])('%s, at any depth and in a child', (key) => {
    const { log, written } = keptLog();
    log.info({ [key]: secret }, 'top');
    log.info({ request: { headers: [{ [key]: secret }] } }, 'deep');
    log.info({ a: { b: { c: { d: { e: { f: { g: { [key]: secret } } } } } } } }, 'deeper');
    log.child({ [key]: secret }).info('child');
    log.info({ [key]: { inside: [secret] } }, 'whole');
    expect(written).toHaveLength(5);
    expect(written.join('')).not.toContain(secret);
    expect(written[0]).toContain('[redacted]');
  });

  test('a child adds its fields to each line', () => {
    const { log, last } = keptLog();
    log.child({ requestId: 'r1' }).child({ job: 'j1' }).warn({ tries: 2 }, 'again');
    expect(last()).toMatchObject({ requestId: 'r1', job: 'j1', tries: 2, msg: 'again' });
  });

  test('keeps what operations needs', () => {
    const { log, last } = keptLog();
    log.info(
      { submissionId: 's1', count: 3n, at: new Date(0), nothing: null, list: [1, { queue: 'fib' }] },
      'kept',
    );
    expect(last()).toMatchObject({
      submissionId: 's1',
      count: '3',
      at: '1970-01-01T00:00:00.000Z',
      nothing: null,
      list: [1, { queue: 'fib' }],
    });
  });

  test('bytes are not written, and a circle ends', () => {
    const { log, last } = keptLog();
    const circle: Record<string, unknown> = { sealed: Buffer.from(secret) };
    circle.self = circle;
    log.info(circle, 'circle');
    expect(last()).toMatchObject({ sealed: '[bytes]', self: '[left out]' });
  });

  test('what is logged is not changed', () => {
    const { log } = keptLog();
    const fields = { headers: { cookie: secret } };
    log.info(fields, 'x');
    expect(fields).toEqual({ headers: { cookie: secret } });
  });
});

describe('an error', () => {
  test('keeps type, code, place and cause', () => {
    const { log, last } = keptLog();
    const error = Object.assign(new Error('The queue is gone', { cause: new Error('no socket') }), {
      code: 'EGONE',
    });
    log.error({ err: error, jobId: 'j1' }, 'job failed');
    expect(last()).toMatchObject({
      msg: 'job failed',
      jobId: 'j1',
      err: { type: 'Error', code: 'EGONE', message: 'The queue is gone', cause: { message: 'no socket' } },
    });
    expect((last().err as { at: string[] }).at[0]).toMatch(/^at .*log\.test\.ts/);
  });

  test('never gives its message to the line itself', () => {
    const { log, last } = keptLog();
    log.error({ err: new Error('x') }, 'job failed');
    expect(last().msg).toBe('job failed');
  });

  test('never shows what it quotes: a query, its arguments, a text that could not be parsed', () => {
    const { log, written } = keptLog();
    class PrismaClientValidationError extends Error {
      readonly query = { where: { surname: 'Secretname' } };
    }
    let parseError: unknown;
    try {
      JSON.parse('Secretname is not JSON');
    } catch (error) {
      parseError = error;
    }
    const database = Object.assign(new Error('invalid input syntax: "Secretname"'), { detail: 'Secretname' });
    database.name = 'DatabaseError';
    for (const error of [new PrismaClientValidationError('surname: "Secretname"'), parseError, database]) {
      log.error({ err: error }, 'failed');
      log.child({ err: error }).error('failed');
      log.error({ err: new Error('outer', { cause: error }) }, 'failed');
    }
    expect(String(parseError)).toContain('Secretname');
    expect(written).toHaveLength(9);
    expect(written.join('')).not.toContain('Secretname');
  });
});

describe('logRequest', () => {
  const answered = {
    requestId: 'r1',
    method: 'POST',
    route: 'routes/sign-in',
    status: 302,
    milliseconds: 12.3456,
  };

  test('writes route and outcome and nothing else', () => {
    const { log, last } = keptLog();
    const handed = { ...answered, url: '/reports/AB12', address: '192.0.2.1' };
    logRequest(log, handed);
    expect(last()).toEqual({
      time: expect.any(String) as string,
      level: 'info',
      msg: 'request',
      requestId: 'r1',
      method: 'POST',
      route: 'routes/sign-in',
      status: 302,
      milliseconds: 12.3,
    });
  });

  test('a failure of the server is an error', () => {
    const { log, last } = keptLog();
    logRequest(log, { ...answered, status: 503 });
    expect(last()).toMatchObject({ level: 'error', msg: 'request failed', status: 503 });
  });
});
