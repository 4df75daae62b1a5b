import { Prisma } from '#app/platform/db/generated/client.ts';
import type { CountedFact } from '#app/platform/db/generated/enums.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '../kernel/id.ts';
import { monthsBetween } from '../kernel/months.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import type { BeforeAfter } from './compared.ts';
import { paceFrom, timesOfSteps, type Course, type PaceRow } from './course.server.ts';
import { measureOf, receivedIn } from './measures.server.ts';
import type { MeasureCompared } from './measures-compared.server.ts';
import { daysUpTo, inMonths, quarterDays, spanOf, type Period } from './period.ts';

/** 52 weeks back, so that the days of the week are the same. */
const yearOfWeeks = 364;

/** What stands on a lead's home of what came of reports: each is known from the records of a report alone. */
const cameOfIt = ['any-result', 'arrests', 'safeguarded', 'crime', 'referral'] as const;

/** Whole days up to yesterday, and as many before them. */
export type Windows = { recent: Period; earlier: Period };

export type RecentWeeks = Windows & {
  /** In the same weeks of the year before; null where the portal has no data of all of them. */
  yearBefore: number | null;
  received: BeforeAfter;
  /** Of those received in either, of how many it came so far. */
  came: Record<(typeof cameOfIt)[number], MeasureCompared>;
  /** Of those received in the recent weeks. */
  pace: Course['pace'];
};

export const recentWindows = (now: Date): Windows => ({
  recent: daysUpTo(now, quarterDays),
  earlier: daysUpTo(now, quarterDays, quarterDays),
});

/**
 * The entries of what the database counted (decision 0123) of these facts on the days of a period: `key` without its day. Those
 * of an area begin with its id, those by week with "week". However many reports there are, a key of a day is one row, once
 * entries were added up.
 */
export function countedOn(
  { first, last }: Period,
  facts: readonly CountedFact[],
  beginsWith: Id<'Area'> | 'week' | null = null,
): Prisma.Sql {
  const months = inMonths({ first, last });
  const begin = beginsWith === null ? '' : `${beginsWith} `;
  return Prisma.sql`(SELECT fact, substr(key, ${begin.length + 1}::integer, 10) AS day, substr(key, ${begin.length + 12}::integer) AS key, count
    FROM submission_count WHERE fact = ANY(${facts}::counted_fact[]) AND month = ANY(${monthsBetween(months.first, months.last)})
      AND key >= ${begin + first} AND key < ${begin + forceDay(spanOf({ first, last }).to)})`;
}

/** The last weeks against as many before, as the database counted them: it costs the same whatever was ever sent. */
export async function recentWeeks(tx: Tx, now: Date): Promise<RecentWeeks> {
  const { recent, earlier } = recentWindows(now);
  const whole = { first: earlier.first, last: recent.last };
  const [isBefore, isAfter] = [
    Prisma.sql`came.day < ${recent.first}`,
    Prisma.sql`came.day >= ${recent.first}`,
  ];
  const ofResults = cameOfIt.map((code) => {
    const { counts, people } = measureOf(code);
    const sum = people ? Prisma.sql`coalesce(sum(${people}) FILTER (WHERE ${isAfter}), 0)` : Prisma.sql`NULL`;
    return Prisma.sql`'${Prisma.raw(code)}', jsonb_build_object('before', coalesce(sum(came.count) FILTER (WHERE ${counts} AND ${isBefore}), 0),
      'after', coalesce(sum(came.count) FILTER (WHERE ${counts} AND ${isAfter}), 0), 'people', ${sum})`;
  });
  const year = daysUpTo(now, quarterDays, yearOfWeeks);
  const [row] = await tx.$queryRaw<WeeksRow[]>`
    SELECT coalesce(sum(came.count) FILTER (WHERE came.fact = 'day' AND ${isBefore}), 0)::integer AS before,
      coalesce(sum(came.count) FILTER (WHERE came.fact = 'day' AND ${isAfter}), 0)::integer AS after,
      jsonb_build_object(${Prisma.join(ofResults)}) AS came,
      (SELECT CASE WHEN min(key) < ${year.first} THEN coalesce(sum(count) FILTER (WHERE key >= ${year.first} AND key <= ${year.last}), 0)::integer END
        FROM submission_count WHERE fact = 'day') AS "yearBefore",
      (SELECT coalesce(jsonb_agg(pace), '[]') FROM (${countedPace(recent, now)}) pace) AS pace
    FROM (SELECT fact, day, count, CASE fact WHEN 'results' THEN string_to_array(key, ',') END AS kinds,
        CASE WHEN fact = 'people' AND key = 'arrests' THEN count END AS arrests,
        CASE WHEN fact = 'people' AND key = 'safeguarded' THEN count END AS safeguarded
      FROM ${countedOn(whole, ['day', 'results', 'people'])} counted) came`;
  if (!row) throw new Error('A count has a row.');
  const { before, after, came, yearBefore } = row;
  const pace = row.pace.map((step) => ({
    ...step,
    oldest: step.oldest === null ? null : new Date(step.oldest),
  }));
  return {
    recent,
    earlier,
    yearBefore,
    received: { before, after },
    came,
    pace: paceFrom(pace),
  };
}

/** `oldest`: milliseconds since 1970. */
type WeeksRow = BeforeAfter &
  Pick<RecentWeeks, 'yearBefore' | 'came'> & {
    pace: (Omit<PaceRow, 'oldest'> & { oldest: number | null })[];
  };

/** As `paceOf` says it, to the minute, hour or tenth of a day that is shown: what is done as it was counted, what is open from its rows. */
function countedPace(period: Period, now: Date): Prisma.Sql {
  const steps = ['seen', 'assessed', 'answered'] as const;
  const parts = inWeeks(period).map(
    ({ beginsWith, ...part }) => Prisma.sql`SELECT * FROM ${countedOn(part, steps, beginsWith)} part`,
  );
  return Prisma.sql`
    WITH done AS (
      SELECT fact::text AS step, split_part(key, ' ', 2)::integer AS minutes, sum(count) AS count,
        coalesce(sum(count) FILTER (WHERE key LIKE 'late %'), 0) AS late
      FROM (${Prisma.join(parts, ' UNION ALL ')}) counted GROUP BY 1, 2),
    waiting AS (
      SELECT p.step, count(*) AS open, min(s.submitted_at) AS oldest, count(*) FILTER (WHERE p.due < ${now}) AS late
      FROM submission s CROSS JOIN LATERAL (VALUES ${timesOfSteps}) AS p (step, at, due)
      WHERE s.closed_at IS NULL AND ${receivedIn(spanOf(period))} AND p.at IS NULL GROUP BY 1),
    so_far AS (SELECT *, sum(count) OVER (PARTITION BY step ORDER BY minutes) AS reached FROM done)
    SELECT coalesce(d.step, w.step) AS step, coalesce(w.open, 0)::integer AS open, (extract(epoch FROM w.oldest) * 1000)::float8 AS oldest, (coalesce(d.late, 0) + coalesce(w.late, 0))::integer AS late,
      (SELECT min(minutes) * 60 FROM so_far WHERE so_far.step = d.step AND 2 * reached >= d.count + coalesce(w.open, 0))::float8 AS half
    FROM (SELECT step, sum(count) AS count, sum(late) AS late FROM done GROUP BY 1) d FULL JOIN waiting w USING (step)`;
}

/** The whole weeks of a period, and the days before and after them where there are any. It is longer than two weeks. */
function inWeeks({ first, last }: Period): (Period & { beginsWith: 'week' | null })[] {
  const monday = addDays(first, (8 - weekdayOf(first)) % 7);
  const sunday = addDays(last, -(weekdayOf(last) % 7));
  return [
    ...(first < monday ? [{ first, last: addDays(monday, -1), beginsWith: null }] : []),
    { first: monday, last: sunday, beginsWith: 'week' },
    ...(sunday < last ? [{ first: addDays(sunday, 1), last, beginsWith: null }] : []),
  ];
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (day: string) => dayOf(day).getUTCDay() || 7;
const addDays = (day: string, days: number) =>
  new Date(dayOf(day).getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
