import { expect, it } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';

const { pool } = await testDatabase();

/** Asks for its own numbers in a statement of its own shape, in a transaction or out of one. */
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
    const { rows } = await client.query<Record<string, unknown>>(text, [...values, `w${number}`]);
    if (number % 2) await client.query('COMMIT');
    expect(rows).toEqual([expected]);
  } finally {
    client.release();
  }
  return null;
}

it('many connections at a time each get their own answers, in transactions and out of them', async () => {
  for (let round = 0; round < 20; round += 1)
    await Promise.all(Array.from({ length: 9 }, (_, index) => ask(round * 9 + index)));
});
