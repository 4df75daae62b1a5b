import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { displayNames } from './display-names.server.ts';

const database = await testDatabase();
const { db } = database;

it('names accounts from memory for a minute, and then as they are called now', async () => {
  let now = new Date('2026-11-01T09:00:00Z');
  const realTime = { now: () => now };
  const { actor } = await makeCtx(database, { email: 'robin@harbour-trust.example' });
  const id = actor.accountId;
  const nobody = randomUUID();
  const nameAt = async (seconds: number) => {
    now = new Date(Date.UTC(2026, 10, 1, 9, 0, seconds));
    return [...(await displayNames(db, { db, realTime }, [id, nobody, id]))];
  };
  expect(await nameAt(0)).toEqual([[id, actor.displayName]]);
  await db.account.update({ where: { id }, data: { displayName: 'Another Example' } });
  expect(await nameAt(59)).toEqual([[id, actor.displayName]]);
  expect(await nameAt(60)).toEqual([[id, 'Another Example']]);
});
