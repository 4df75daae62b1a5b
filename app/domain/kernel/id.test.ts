import { expect, test } from 'vitest';
import type { Submission } from '#app/platform/db/generated/client.ts';
import { isId, newId, type Id } from './id.ts';

test('an id is told from other text, and a new one is an id', () => {
  expect(isId(newId())).toBe(true);
  for (const text of [
    '',
    'x',
    '0f8fad5b-d9cb-469f-a165-70867728950E',
    '0f8fad5b-d9cb-469f-a165-70867728950e ',
  ])
    expect([text, isId(text)]).toEqual([text, false]);
});

test('the id of a row is of its model, as the client gives it', () => {
  // Does not compile where the client was generated without prisma/brand-ids.ts: `npm run generate`.
  const ids = ({ id, organisationId }: Submission): [Id<'Submission'>, Id<'Organisation'>] => [
    id,
    organisationId,
  ];
  // @ts-expect-error: a submission is no organisation
  const wrong: Id<'Organisation'> = newId<'Submission'>();
  expect(ids).toBeInstanceOf(Function);
  expect(isId(wrong)).toBe(true);
});
