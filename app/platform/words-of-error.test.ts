import { createServer } from 'node:net';
import pg from 'pg';
import { expect, it } from 'vitest';
import { greet } from '#app/platform/db/until-reached.ts';
import { prepareDirectory } from './prepare-directory.ts';
import { wordsOfError } from './words-of-error.ts';

const failureOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (failure) {
    return failure;
  }
  throw new Error('It did not fail');
};

it('says what to do where the port is taken', async () => {
  const first = createServer();
  await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
  const address = first.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const failure = await failureOf(
    () => new Promise((_, reject) => createServer().once('error', reject).listen(port, '127.0.0.1')),
  );
  expect(wordsOfError(failure)).toMatch(
    /^Another program listens on this port: stop it, or set another PORT/,
  );
  first.close();
});

it('says what to do where a database is not reached, and shows no password', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    const failure = await failureOf(() =>
      greet({ connectionString: `postgresql://portal:hunter2@${host}:1/portal` }),
    );
    expect(wordsOfError(failure)).toMatch(/^Nothing listens at this address: check host and port/);
    expect(wordsOfError(failure)).not.toMatch(/hunter2|\n\s+at /);
  }
});

it('says why where a database refuses', () => {
  const refusal = Object.assign(
    new pg.DatabaseError('password authentication failed for user "portal"', 0, 'error'),
    {
      code: '28P01',
    },
  );
  expect(wordsOfError(refusal)).toBe(
    'The database refuses user name or password: check DATABASE_URL and DATABASE_OWNER_URL.\n' +
      '  password authentication failed for user "portal" (28P01)',
  );
});

it('names a folder in which nothing can be kept', async () => {
  for (const directory of ['package.json/data', '/proc/portal/data']) {
    const failure = await failureOf(() => prepareDirectory(directory));
    expect(wordsOfError(failure)).toContain('There is no folder in which there could be');
  }
});

it('tells each cause, and of what it does not know the words alone', () => {
  const failure = new Error('Migration 0007 failed', { cause: new Error('column is missing') });
  expect(wordsOfError(failure)).toBe('Migration 0007 failed\ncolumn is missing');
});
