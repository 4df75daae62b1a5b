import { expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { performAction } from '../actions/perform-action.server.ts';
import { decodeCursor } from '../../kernel/queue-cursor.ts';
import { after, lineColumns, lineJoins, type LineRow } from './queue-lines.server.ts';
import { afterSql, orderSql } from '../../submission/queue-order.server.ts';
import { queuePage } from '../../desks/queue.server.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
const { db } = database;
const { reporter, fib, supervisor } = await officers(database, clock);
const high = { danger: 'now', emergencyCall: 'called' };

it('Urgent shows what nobody has first, then what is due first, also from page to page', async () => {
  const sent: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    clock.advance(60_000);
    sent.push(await submitted(reporter, high));
  }
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = sent;
  const claim = (ctx: typeof fib, submissionId: Id<'Submission'>) =>
    performAction(ctx, { submissionId, action: 'claim', comment: '', expectedVersion: null });
  await claim(fib, first as Id<'Submission'>);
  await claim(supervisor, third as Id<'Submission'>);
  // No clock runs while the partner is asked.
  await db.submission.update({ where: { id: first }, data: { status: 'clarification' } });
  const { lines } = await queuePage(fib, { queueCode: 'fib', view: 'urgent', cursor: null });
  const order = [second, fourth, fifth, third, first];
  expect(lines.map(({ id }) => id)).toEqual(order);
  expect(lines.at(-1)?.dueAt).toBeNull();

  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const from = decodeCursor(cursor);
    const [row] = await transaction(
      db,
      (tx) => tx.$queryRaw<LineRow[]>`
      SELECT ${lineColumns} FROM submission s ${lineJoins} WHERE s.priority = 'high' AND ${afterSql('unclaimed', from)}
      ORDER BY ${orderSql.unclaimed} LIMIT 1`,
    );
    if (row) paged.push(row.id);
    cursor = row ? after(row, 'unclaimed') : null;
  } while (cursor !== null);
  expect(paged).toEqual(order);
});
