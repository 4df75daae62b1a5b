import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { absentees, mustSayWhoIsAway } from './edit-roster.server.ts';
import { instantOf, type LocalTime } from '../../kernel/local-time.ts';

/** `account` is whose absence it is, by id; times are local. */
export type AbsenceInput = { account: string; from: LocalTime; to: LocalTime };

/**
 * Records that somebody is away, by themselves or by an FIB supervisor, so that neither the roster nor a queue counts on
 * them. Why is nobody's matter here. @throws Forbidden, Invalid
 */
export async function recordAbsence(ctx: Ctx, input: AbsenceInput): Promise<void> {
  if (input.account !== '') mustSayWhoIsAway(ctx, input.account);
  await transaction(ctx.db, async (tx) => {
    const errors: Record<string, string> = {};
    const person = (await absentees(tx, ctx)).find(({ accountId }) => accountId === input.account);
    if (!person) errors['account'] = 'Select who is away';
    const from = instant(input.from, 'from', errors);
    const to = instant(input.to, 'to', errors);
    const now = ctx.clock.now();
    if (from && to && to <= from) errors['to'] = 'The absence must end after it begins';
    else if (to && to <= now) errors['to'] = 'The absence must end in the future';
    if (!person || !from || !to || Object.keys(errors).length > 0) throw new Invalid(errors);
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${person.accountId}::uuid FOR NO KEY UPDATE`;
    const known = await tx.dutyAbsence.findFirst({
      where: { accountId: person.accountId, absentFrom: { lt: to }, absentTo: { gt: from } },
      select: { id: true },
    });
    if (known) throw new Invalid({ from: `An absence of ${person.name} is recorded for part of that time` });
    await tx.dutyAbsence.create({
      data: {
        id: randomUUID(),
        accountId: person.accountId,
        absentFrom: from,
        absentTo: to,
        enteredBy: ctx.actor.accountId,
        enteredAt: now,
      },
    });
    await record(tx, ctx, {
      type: 'duty.absence_recorded',
      data: {},
      subject: { type: 'account', id: person.accountId },
    });
  });
}

/** A start that comes twice is the earlier and an end the later, so that nobody is counted on who is away. */
function instant(written: LocalTime, field: 'from' | 'to', errors: Record<string, string>): Date | null {
  const at = instantOf(written, field === 'from' ? 'earlier' : 'later');
  if (!at) errors[`${field}-time`] = 'The clocks go forward over this time, so it never comes';
  return at;
}
