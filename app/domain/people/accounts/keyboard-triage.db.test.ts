import { expect, it } from 'vitest';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { people } from '#tests/factories/people.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { setKeyboardTriage } from './set-keyboard-triage.server.ts';

it('is off for every account, switched by each for themselves alone, and recorded when it changes', async () => {
  const database = await testDatabase();
  const { db } = database;
  expect(await db.account.count({ where: { keyboardTriage: true } })).toBe(0);
  const officer = await makeCtx(database, { email: people.officer });
  await setKeyboardTriage(officer, { keys: 'on' });
  await setKeyboardTriage(officer, { keys: 'on' });
  const on = await db.account.findMany({ where: { keyboardTriage: true }, select: { id: true } });
  expect(on).toEqual([{ id: officer.actor.accountId }]);
  await setKeyboardTriage(officer, { keys: 'off' });
  await expect(setKeyboardTriage(officer, { keys: 'yes' })).rejects.toThrow(Invalid);
  const events = await db.auditEvent.findMany({
    where: { type: 'account.keys_switched' },
    orderBy: { id: 'asc' },
    select: { data: true },
  });
  expect(events.map(({ data }) => data)).toEqual([{ on: true }, { on: false }]);
});
