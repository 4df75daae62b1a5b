import { addDays } from 'date-fns/addDays';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import { roleHolders } from '../force/role-holders.server.ts';
import type { SystemCtx } from '../kernel/context.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { dayOfDate, noticeDays, termState } from '../people/organisations/agreement-term.ts';

/**
 * Each morning: tells administrators and the leads of a partner, without content, that its agreement ends within 60, 30 or 7
 * days, and that it has ended, which FIB supervisors hear too. Once for each, and once only where several steps have passed
 * since the end was written down. Nothing is cut off: reports arrive, whatever the agreement says.
 */
export async function warnAgreements(ctx: SystemCtx): Promise<void> {
  const now = ctx.clock.now();
  const today = new Date(forceDay(now));
  const ending = await ctx.db.organisation.findMany({
    where: { status: { not: 'closed' }, agreementUntil: { lte: addDays(today, noticeDays[0]) } },
    orderBy: { id: 'asc' },
    select: { id: true, agreementFrom: true, agreementUntil: true },
  });
  for (const { id: organisationId, agreementFrom: from, agreementUntil: until } of ending) {
    if (until === null) continue;
    const term = termState({ from, until }, now);
    const days = term.state === 'ended' ? 0 : term.state === 'ends_soon' ? stepOf(term.daysLeft) : null;
    if (days === null) continue;
    await transaction(ctx.db, (tx) => warn(tx, ctx, { organisationId, endsOn: until, days }));
  }
}

/** The last step that has been reached; on the last day that of 7, as it has not ended. */
const stepOf = (daysLeft: number): number => (daysLeft <= 7 ? 7 : daysLeft <= 30 ? 30 : 60);

type Warning = { organisationId: Id<'Organisation'>; endsOn: Date; days: number };

/** Two workers meet at the notice's own key, so that nobody is told twice. */
async function warn(tx: Tx, ctx: SystemCtx, { organisationId, endsOn, days }: Warning): Promise<void> {
  const made = await tx.agreementNotice.createMany({
    data: [{ organisationId, endsOn, days, toldAt: ctx.clock.now() }],
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  const kind = days === 0 ? 'agreement-ended' : 'agreement-ends';
  const leads = await tx.account.findMany({
    where: { organisationId, status: 'active', accountRoles: { some: { role: 'partner_lead' } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const accountId of [...(await roleHolders(tx, 'administrator')), ...leads.map(({ id }) => id)])
    await enqueue(tx, { name: 'send-mail', data: { kind, accountId } });
  if (days === 0)
    for (const accountId of await roleHolders(tx, 'fib_supervisor'))
      await enqueue(tx, { name: 'send-mail', data: { kind: 'agreement-ended-for-police', accountId } });
  await record(tx, ctx, {
    type: 'organisation.agreement_told',
    data: { days, endsOn: dayOfDate(endsOn) },
    subject: { type: 'organisation', id: organisationId },
  });
}
