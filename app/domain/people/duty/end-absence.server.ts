import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { mustSayWhoIsAway } from './edit-roster.server.ts';

export type OpenedAbsence = { id: string; name: string; from: Date; to: Date; running: boolean };

/** One absence that has not ended. @throws NotFound, Forbidden */
export async function openAbsence(ctx: Ctx, input: { absenceId: Id<'DutyAbsence'> }): Promise<OpenedAbsence> {
  return transaction(ctx.db, (tx) => read(tx, ctx, input.absenceId));
}

/** Ends an absence that runs, now, and takes back one that has not begun. @throws NotFound, Forbidden */
export async function endAbsence(ctx: Ctx, input: { absenceId: Id<'DutyAbsence'> }): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM duty_absence WHERE id = ${input.absenceId}::uuid FOR NO KEY UPDATE`;
    const absence = await read(tx, ctx, input.absenceId);
    const where = { id: absence.id };
    if (absence.running) await tx.dutyAbsence.update({ where, data: { absentTo: ctx.clock.now() } });
    else await tx.dutyAbsence.delete({ where });
    await record(tx, ctx, {
      type: 'duty.absence_ended',
      data: {},
      subject: { type: 'account', id: absence.accountId },
    });
  });
}

async function read(
  tx: Tx,
  ctx: Ctx,
  absenceId: Id<'DutyAbsence'>,
): Promise<OpenedAbsence & { accountId: Id<'Account'> }> {
  const now = ctx.clock.now();
  const absence = await tx.dutyAbsence.findFirst({
    where: { id: absenceId, absentTo: { gt: now } },
    include: { account: { select: { displayName: true } } },
  });
  if (!absence) throw new NotFound();
  mustSayWhoIsAway(ctx, absence.accountId);
  return {
    id: absence.id,
    accountId: absence.accountId,
    name: absence.account.displayName,
    from: absence.absentFrom,
    to: absence.absentTo,
    running: absence.absentFrom < now,
  };
}
