import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { DutyPosition } from '#app/domain/force/pack-settings.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { workingCalendar } from '../../force/clocks-calendar.ts';
import { mustEditRoster, rosterable, type Rosterable } from './edit-roster.server.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import { positions } from './positions.ts';
import {
  daysBetween,
  longestRepeat,
  NoSuchTime,
  writtenSpans,
  type Repeat,
  type WrittenDuty,
} from './repeats.ts';

/** Times are local. `to` null is a duty without an end; `until`, "2016-01-18", is the last day on which a repeated one begins. */
export type DutyInput = {
  account: string;
  position: DutyPosition;
  from: LocalTime;
  to: LocalTime | null;
  repeat: Repeat;
  until: string | null;
};

/**
 * Puts somebody on duty, once or on many days. A night over which the clocks change is an hour shorter
 * or longer. Answers how many rows the roster gained. @throws Forbidden, Invalid
 */
export async function enterDuty(ctx: Ctx, input: DutyInput): Promise<{ entered: number }> {
  mustEditRoster(ctx);
  return transaction(ctx.db, async (tx) => {
    const today = forceDay(ctx.clock.now());
    const { position } = input;
    const { person, duty } = checkDuty(input, await rosterable(tx), today);
    const calendar = workingCalendar((await currentForce(tx, ctx)).workingHours);
    const spans = spansOf(duty, (noon) => calendar.isWorkingDay(noon));
    checkTimes(spans, ctx.clock.now());
    await refuseOverlap(tx, person, position, spans);
    await tx.dutyListEntry.createMany({
      data: spans.map(({ from, to }) => ({
        id: randomUUID(),
        accountId: person.accountId,
        position,
        validFrom: from,
        validTo: to,
        enteredBy: ctx.actor.accountId,
        enteredAt: ctx.clock.now(),
      })),
    });
    await record(tx, ctx, {
      type: 'duty.entered',
      data: { position, duties: spans.length },
      subject: { type: 'account', id: person.accountId },
    });
    return { entered: spans.length };
  });
}

function checkDuty(
  { account, position, from, to, repeat, until }: DutyInput,
  people: readonly Rosterable[],
  today: string,
): { person: Rosterable; duty: WrittenDuty } {
  const errors: Record<string, string> = {};
  const person = people.find(({ accountId }) => accountId === account);
  if (!person) errors['account'] = 'Select who is on duty';
  else if (!positions[position].roles.some((role) => person.roles.includes(role)))
    errors['account'] = `${positions[position].label} must be somebody with the role FIB supervisor`;
  // Who was on duty is what High reports went by: it is not rewritten afterwards.
  if (from.day < today) errors['from'] = 'The day on which the duty begins must be today or in the future';
  const repeated = repeat !== 'once';
  if (repeated && to === null) errors['to'] = 'Enter the day on which the duty ends';
  else if (repeated && to && daysBetween(from.day, to.day) > 1)
    errors['to'] = 'A duty that repeats must end on the day it begins or the day after';
  const wrongLast = repeated ? faultOfLastDay(until, from.day) : null;
  if (wrongLast) errors['until'] = wrongLast;
  if (Object.keys(errors).length > 0 || !person) throw new Invalid(errors);
  return { person, duty: { from, to, repeat, until: repeated ? until : null } };
}

function faultOfLastDay(until: string | null, first: string): string | null {
  if (until === null) return 'Enter the last day on which the duty begins';
  if (daysBetween(first, until) < 0) return 'The last day must be the day the duty first begins, or later';
  return daysBetween(first, until) > longestRepeat
    ? `The last day must be within ${longestRepeat} days of the first`
    : null;
}

type Span = { from: Date; to: Date | null };

function spansOf(duty: WrittenDuty, isWorkingDay: (noon: Date) => boolean): Span[] {
  let spans: Span[];
  try {
    spans = writtenSpans(duty, isWorkingDay);
  } catch (cause) {
    if (!(cause instanceof NoSuchTime)) throw cause;
    throw new Invalid({ [`${cause.field}-time`]: 'The clocks go forward over this time, so it never comes' });
  }
  if (spans.length === 0) throw new Invalid({ repeat: noDays(duty.repeat) });
  return spans;
}

const noDays = (repeat: Repeat): string =>
  repeat === 'working_days'
    ? 'There is no working day between the first day and the last'
    : 'There is no weekend or bank holiday between the first day and the last';

function checkTimes(spans: readonly Span[], now: Date): void {
  for (const { from, to } of spans) {
    if (to && to <= from) throw new Invalid({ to: 'The duty must end after it begins' });
    if (to && to <= now) throw new Invalid({ to: 'The duty must end in the future' });
    if (to && to.getTime() - from.getTime() > 366 * 24 * 60 * 60_000)
      throw new Invalid({ to: 'The duty must end within a year. Leave its end empty if it has none' });
  }
}

/** Somebody stands at one step once at a time. Two supervisors who enter the same at once meet at the table's own key. */
async function refuseOverlap(
  tx: Tx,
  person: Rosterable,
  position: DutyPosition,
  spans: readonly Span[],
): Promise<void> {
  const first = spans[0];
  if (!first) return;
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${person.accountId}::uuid FOR NO KEY UPDATE`;
  const there = await tx.dutyListEntry.findMany({
    where: {
      accountId: person.accountId,
      position,
      OR: [{ validTo: null }, { validTo: { gt: first.from } }],
    },
    select: { validFrom: true, validTo: true },
  });
  const meets = spans.some(({ from, to }) =>
    there.some(
      (other) => (to === null || other.validFrom < to) && (other.validTo === null || other.validTo > from),
    ),
  );
  if (meets)
    throw new Invalid({ from: `${person.name} is on duty at this step already in part of that time` });
}
