import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '#tests/factories/database.ts';
import { handlingCodes } from '../kernel/grading.ts';
import { needsSecondPerson } from './second-person.ts';
import { needsSecondPersonSql } from './second-person-sql.server.ts';

const { db } = await testDatabase();
const codes = handlingCodes.map(({ code }) => code);

it('says of every grade and submission the same in code and in the database', async () => {
  const pair = fc.record({ handling: fc.constantFrom(...codes), restricted: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 20 }), async (pairs) => {
      const rows = await db.$queryRaw<{ needed: boolean }[]>`
        SELECT ${needsSecondPersonSql} AS needed
        FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS (handling text, restricted boolean))
            WITH ORDINALITY AS pair (handling, restricted, number)
          CROSS JOIN LATERAL (SELECT pair.handling AS handling_code) g CROSS JOIN LATERAL (SELECT pair.restricted) s
        ORDER BY number`;
      expect(rows.map(({ needed }) => needed)).toEqual(pairs.map(needsSecondPerson));
    }),
    { numRuns: 25 },
  );
});

it('takes code C or a restriction, and nothing of what is neither', () => {
  expect(codes.filter((handling) => needsSecondPerson({ handling, restricted: false }))).toEqual(['C']);
  expect(needsSecondPerson({ handling: null, restricted: false })).toBe(false);
  expect(needsSecondPerson({ handling: null, restricted: true })).toBe(true);
});
