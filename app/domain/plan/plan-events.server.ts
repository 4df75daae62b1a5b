import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../kernel/failures.ts';
import { newId, type Id } from '../kernel/id.ts';
import { may } from '../kernel/permissions.ts';
import { planOn } from './current-plan.server.ts';
import { dayOfText, dayText } from './plan-years.ts';

/** A dated event, such as a campaign, which the charts of reporting show. */
export type PlanEventRow = {
  id: Id<'PlanEvent'>;
  title: string;
  happenedOn: Date;
  plan: string;
  closed: boolean;
};

/** As an event is typed; its day "2016-01-18". */
export type WrittenEvent = { title: string; happenedOn: string };

const fields = {
  id: true,
  title: true,
  happenedOn: true,
  plan: { select: { title: true, closedAt: true } },
} as const;

/** The events of the force's published plans, the newest first. @throws NotFound */
export async function planEvents(ctx: Ctx): Promise<{ events: PlanEventRow[]; mayWrite: boolean }> {
  if (!may(ctx.actor, 'plan.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.planEvent.findMany({
      where: { plan: { forceCode: (await currentForce(tx, ctx)).code, publishedAt: { not: null } } },
      orderBy: [{ happenedOn: 'desc' }, { title: 'asc' }],
      select: fields,
    });
    return { events: rows.map(rowOf), mayWrite: may(ctx.actor, 'plan.write') };
  });
}

/** One event, to be changed. @throws NotFound */
export async function openPlanEvent(ctx: Ctx, input: { eventId: Id<'PlanEvent'> }): Promise<WrittenEvent> {
  return transaction(ctx.db, async (tx) => {
    const { title, happenedOn } = await eventToWrite(tx, ctx, input.eventId);
    return { title, happenedOn: dayText(happenedOn) };
  });
}

/** Adds an event to the plan of its day. @throws NotFound, Invalid */
export async function addPlanEvent(ctx: Ctx, written: WrittenEvent): Promise<void> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  await transaction(ctx.db, async (tx) => {
    const planId = await planForEvent(tx, ctx, written, null);
    const id = newId<'PlanEvent'>();
    await tx.planEvent.create({
      data: { id, planId, title: written.title, happenedOn: dayOfText(written.happenedOn) },
    });
    await recordWritten(tx, ctx, 'added', written);
  });
}

/** Changes an event whose plan is not closed; it goes to the plan of its new day. @throws NotFound, Conflict, Invalid */
export async function changePlanEvent(
  ctx: Ctx,
  eventId: Id<'PlanEvent'>,
  written: WrittenEvent,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await eventToWrite(tx, ctx, eventId);
    const planId = await planForEvent(tx, ctx, written, eventId);
    await tx.planEvent.update({
      where: { id: eventId },
      data: { planId, title: written.title, happenedOn: dayOfText(written.happenedOn) },
    });
    await recordWritten(tx, ctx, 'changed', written);
  });
}

async function eventToWrite(tx: Tx, ctx: Ctx, eventId: Id<'PlanEvent'>): Promise<PlanEventRow> {
  if (!may(ctx.actor, 'plan.write')) throw new NotFound();
  const row = await tx.planEvent.findFirst({
    where: { id: eventId, plan: { forceCode: (await currentForce(tx, ctx)).code } },
    select: fields,
  });
  if (!row) throw new NotFound();
  if (row.plan.closedAt) throw new Conflict('The plan of this event is closed');
  return rowOf(row);
}

/** @throws Invalid where no open plan was in force on that day, or the event is there already */
async function planForEvent(
  tx: Tx,
  ctx: Ctx,
  { title, happenedOn }: WrittenEvent,
  but: Id<'PlanEvent'> | null,
): Promise<Id<'Plan'>> {
  const day = dayOfText(happenedOn);
  const { code } = await currentForce(tx, ctx);
  const plan = await tx.plan.findFirst({
    where: planOn(code, day),
    select: {
      id: true,
      closedAt: true,
      planEvents: { where: { happenedOn: day, title }, select: { id: true } },
    },
  });
  if (!plan) throw new Invalid({ happenedOn: 'Date must be in the period of a published plan' });
  if (plan.closedAt)
    throw new Invalid({ happenedOn: 'Date must be in the period of a plan that is not closed' });
  if (plan.planEvents.some(({ id }) => id !== but))
    throw new Invalid({ title: 'This event is there on that day already' });
  return plan.id;
}

const recordWritten = (tx: Tx, ctx: Ctx, change: 'added' | 'changed', { happenedOn }: WrittenEvent) =>
  record(tx, ctx, { type: 'plan.event_written', data: { change, on: happenedOn } });

type Row = {
  id: Id<'PlanEvent'>;
  title: string;
  happenedOn: Date;
  plan: { title: string; closedAt: Date | null };
};

const rowOf = ({ id, title, happenedOn, plan }: Row): PlanEventRow => ({
  id,
  title,
  happenedOn,
  plan: plan.title,
  closed: plan.closedAt !== null,
});
