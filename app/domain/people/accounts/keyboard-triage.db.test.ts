import { expect, it } from 'vitest';
import { people } from '#tests/factories/people.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { setKeyboardTriage } from './set-keyboard-triage.server.ts';

it('is off for every account, switched by each for themselves alone, and recorded when it changes', async () => {
  const database = await testDatabase();
  const { db } = database;
  expect(await db.account.count({ where: { keyboardTriage: true } })).toBe(0);
  const officer = await makeCtx(database, { email: people.officer });
  await setKeyboardTriage(officer, { on: true });
  await setKeyboardTriage(officer, { on: true });
  const on = await db.account.findMany({ where: { keyboardTriage: true }, select: { id: true } });
  expect(on).toEqual([{ id: officer.actor.accountId }]);
  await setKeyboardTriage(officer, { on: false });
  const events = await db.auditEvent.findMany({
    where: { type: 'account.keys_switched' },
    orderBy: { id: 'asc' },
    select: { data: true },
  });
  expect(events.map(({ data }) => data)).toEqual([{ on: true }, { on: false }]);
});
