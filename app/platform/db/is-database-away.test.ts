import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './is-database-away.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const known = (code: string, originalCode: string) =>
  error('SELECT secret', {
    code,
    meta: { driverAdapterError: Object.assign(error('x'), { cause: { kind: 'postgres', originalCode } }) },
  });

describe('a database that is away', () => {
  it.each([
    ['cannot be reached', error('x', { code: 'P1001' })],
    ['has too many connections', error('x', { code: 'P2037' })],
    ['has shut down in a query', known('P2039', '57P01')],
    ['has shut down in a raw query', known('P2010', '57P01')],
    [
      'cannot be reached by a raw query',
      error('SELECT secret', {
        code: 'P2010',
        meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } },
      }),
    ],
    ['is starting up', error('the database system is starting up', { code: '57P03' })],
    ['has no room left', known('P2039', '53100')],
    ['closed the connection', error('Connection terminated unexpectedly')],
    ['gave no connection in time', error('timeout exceeded when trying to connect')],
    ['refused the connection', error('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })],
    ['has no socket', error('connect ENOENT', { code: 'ENOENT', syscall: 'connect' })],
    ['is the cause of another error', new Error('sweep failed', { cause: error('x', { code: '57P01' }) })],
  ])('%s', (_, failure) => {
    expect(isDatabaseAway(failure)).toBe(true);
  });

  it.each([
    ['a rule of the database', known('P2039', '23514')],
    ['a statement that is wrong', known('P2010', '42601')],
    ['a file that is missing', error('open ENOENT', { code: 'ENOENT', syscall: 'open' })],
    ['a defect', new TypeError('x')],
    ['no error', { code: 'P1001' }],
    ['nothing', null],
  ])('is not %s', (_, failure) => {
    expect(isDatabaseAway(failure)).toBe(false);
  });
});
