import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { DutyPosition } from '#app/domain/force/pack-settings.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx, SystemCtx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';

import { mustEditRoster } from './edit-roster.server.ts';

export type OpenedDuty = {
  id: string;
  name: string;
  position: DutyPosition;
  from: Date;
  to: Date | null;
  /** It has begun: then it ends now, else it is taken out of the roster. */
  running: boolean;
};

/** One duty that has not ended, before it is. @throws NotFound, Forbidden */
export async function openDuty(ctx: Ctx, input: { entryId: Id<'DutyListEntry'> }): Promise<OpenedDuty> {
  mustEditRoster(ctx);
  return transaction(ctx.db, (tx) => read(tx, ctx, input.entryId));
}

/**
 * Ends a duty that runs, now, and takes one that has not begun out of the roster. What was is kept: it tells who stood
 * where when somebody was told. @throws NotFound, Forbidden
 */
export async function endDuty(
  ctx: Ctx,
  input: { entryId: Id<'DutyListEntry'> },
): Promise<{ running: boolean }> {
  mustEditRoster(ctx);
  return transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM duty_list_entry WHERE id = ${input.entryId}::uuid FOR NO KEY UPDATE`;
    const duty = await read(tx, ctx, input.entryId);
    await end(tx, ctx, duty);
    return { running: duty.running };
  });
}

/** Ends every duty of somebody who will stand on none. Gives how many. */
export async function endDutiesOf(tx: Tx, ctx: Ctx | SystemCtx, accountId: Id<'Account'>): Promise<number> {
  const now = ctx.clock.now();
  const duties = await tx.dutyListEntry.findMany({
    where: { accountId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: { id: 'asc' },
  });
  for (const { id, position, validFrom } of duties)
    await end(tx, ctx, { id, accountId, position, running: validFrom < now });
  return duties.length;
}

type Ending = Pick<OpenedDuty, 'id' | 'position' | 'running'> & { accountId: Id<'Account'> };

async function end(
  tx: Tx,
  ctx: Ctx | SystemCtx,
  { id, accountId, position, running }: Ending,
): Promise<void> {
  if (running) await tx.dutyListEntry.update({ where: { id }, data: { validTo: ctx.clock.now() } });
  else await tx.dutyListEntry.delete({ where: { id } });
  await record(tx, ctx, {
    type: 'duty.ended',
    data: { position, running },
    subject: { type: 'account', id: accountId },
  });
}

async function read(
  tx: Tx,
  ctx: Ctx,
  entryId: Id<'DutyListEntry'>,
): Promise<OpenedDuty & { accountId: Id<'Account'> }> {
  const now = ctx.clock.now();
  const entry = await tx.dutyListEntry.findFirst({
    where: { id: entryId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    include: { account: { select: { displayName: true } } },
  });
  if (!entry) throw new NotFound();
  return {
    id: entry.id,
    accountId: entry.accountId,
    name: entry.account.displayName,
    position: entry.position,
    from: entry.validFrom,
    to: entry.validTo,
    // One that begins this very moment has no time to end in, so it counts as not begun.
    running: entry.validFrom < now,
  };
}
