import { randomUUID } from 'node:crypto';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { dutyPositionSchema, type DutyPosition } from '#app/domain/force/pack-settings.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid } from '../../kernel/failures.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { workingCalendar } from '../../force/clocks-calendar.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';
import { mustEditRoster, rosterable, type Rosterable } from './edit-roster.server.ts';
import { positions } from './positions.ts';
import {
  daysBetween,
  longestRepeat,
  NoSuchTime,
  repeats,
  writtenSpans,
  type Repeat,
  type WrittenDuty,
} from './repeats.ts';
import { isBlankMoment, readMoment, type WrittenMoment } from './written-period.ts';

export type DutyInput = {
  account: string;
  position: string;
  from: WrittenMoment;
  /** All blank for a duty without an end. */
  to: WrittenMoment;
  repeat: string;
  until: DateBoxes;
};

/**
 * Puts somebody on duty, once or on many days. Times are local: a night over which the clocks change is an hour shorter
 * or longer. Answers how many rows the roster gained. @throws Forbidden, Invalid
 */
export async function enterDuty(ctx: Ctx, input: DutyInput): Promise<{ entered: number }> {
  mustEditRoster(ctx);
  return transaction(ctx.db, async (tx) => {
    const today = forceDay(ctx.clock.now());
    const { person, position, duty } = readDuty(input, await rosterable(tx), today);
    const calendar = workingCalendar((await currentForce(tx)).workingHours);
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

function readDuty(
  input: DutyInput,
  people: readonly Rosterable[],
  today: string,
): { person: Rosterable; position: DutyPosition; duty: WrittenDuty } {
  const errors: Record<string, string> = {};
  const position = dutyPositionSchema.safeParse(input.position).data;
  if (!position) errors['position'] = 'Select a step of the duty list';
  const person = people.find(({ accountId }) => accountId === input.account);
  if (!person) errors['account'] = 'Select who is on duty';
  else if (position && !positions[position].roles.some((role) => person.roles.includes(role)))
    errors['account'] = `${positions[position].label} must be somebody with the role FIB supervisor`;
  const repeat = repeats.find((each) => each === input.repeat);
  if (!repeat) errors['repeat'] = 'Select whether the duty repeats';
  const from = readMoment(input.from, 'from', 'the duty begins', errors);
  // Who was on duty is what High reports went by: it is not rewritten afterwards.
  if (from && from.day < today)
    errors['from'] = 'The day on which the duty begins must be today or in the future';
  const open = isBlankMoment(input.to) && repeat === 'once';
  const to = open ? null : readMoment(input.to, 'to', 'the duty ends', errors);
  const until = repeat && repeat !== 'once' ? readUntil(input.until, from?.day ?? null, errors) : null;
  if (from && to && repeat && repeat !== 'once' && daysBetween(from.day, to.day) > 1)
    errors['to'] = 'A duty that repeats must end on the day it begins or the day after';
  if (Object.keys(errors).length > 0 || !person || !position || !from || !repeat) throw new Invalid(errors);
  return { person, position, duty: { from, to, repeat, until } };
}

function readUntil(boxes: DateBoxes, first: string | null, errors: Record<string, string>): string | null {
  const until = readWrittenDate(boxes);
  if (until === null)
    errors['until'] = isBlankDate(boxes)
      ? 'Enter the last day on which the duty begins'
      : 'The last day on which the duty begins must be a real date';
  else if (first !== null && daysBetween(first, until) < 0)
    errors['until'] = 'The last day must be the day the duty first begins, or later';
  else if (first !== null && daysBetween(first, until) > longestRepeat)
    errors['until'] = `The last day must be within ${longestRepeat} days of the first`;
  return until;
}

type Span = { from: Date; to: Date | null };

function spansOf(duty: WrittenDuty, isWorkingDay: (noon: Date) => boolean): Span[] {
  let spans: Span[];
  try {
    spans = writtenSpans(duty, isWorkingDay);
  } catch (cause) {
    if (!(cause instanceof NoSuchTime)) throw cause;
    throw new Invalid({ [`${cause.field}Time`]: 'The clocks go forward over this time, so it never comes' });
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
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${person.accountId}::uuid FOR UPDATE`;
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
