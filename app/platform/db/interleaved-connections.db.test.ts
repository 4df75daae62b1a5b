import { expect, it } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';

const { pool } = await testDatabase();

/** Asks for its own numbers in a statement of its own shape, in a transaction or out of one, prepared or not. */
async function ask(number: number): Promise<unknown> {
  const places = Array.from({ length: 1 + (number % 7) }, (_, index) => `$${index + 1}::int AS n${index}`);
  const values = places.map((_, index) => number * 10 + index);
  const text = `SELECT ${places.join(', ')}, $${places.length + 1}::text AS word`;
  const expected = {
    ...Object.fromEntries(values.map((value, index) => [`n${index}`, value])),
    word: `w${number}`,
  };
  const client = await pool.connect();
  try {
    if (number % 2) await client.query('BEGIN');
    const { rows } = await client.query<Record<string, unknown>>({
      text,
      values: [...values, `w${number}`],
      ...(number % 3 ? { name: `shape of ${places.length}` } : {}),
    });
    if (number % 2) await client.query('COMMIT');
    expect(rows).toEqual([expected]);
  } finally {
    client.release();
  }
  return null;
}

it('many connections at a time each get their own answers, in transactions and out of them, prepared or not', async () => {
  for (let round = 0; round < 20; round += 1)
    await Promise.all(Array.from({ length: 9 }, (_, index) => ask(round * 9 + index)));
});

it('a statement that could not be prepared is prepared by the next that asks it', async () => {
  const query = { name: 'a word', text: 'SELECT $1::text AS word', values: ['said'] };
  const client = await pool.connect();
  await client.query('BEGIN');
  await expect(client.query('SELECT 1 / 0')).rejects.toThrow('division by zero');
  await expect(client.query(query)).rejects.toThrow('current transaction is aborted');
  await client.query('ROLLBACK');
  client.release();
  expect((await pool.query(query)).rows).toEqual([{ word: 'said' }]);
});
