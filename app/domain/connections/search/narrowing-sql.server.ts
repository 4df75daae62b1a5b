import { Prisma } from '#app/platform/db/generated/client.ts';
import { dayAfter, instantOf } from '../../kernel/local-time.ts';
import type { Sought } from './sought.ts';

/** The instant at which a day begins in the force's time. */
const midnight = (day: string): Date | null => instantOf({ day, minutes: 0 }, 'earlier');

/** The days of a search, of reports `s`. */
export function receivedSql({ from, until }: Pick<Sought, 'from' | 'until'>): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  const [first, after] = [from && midnight(from), until && midnight(dayAfter(until, 1))];
  if (first) conditions.push(Prisma.sql`s.submitted_at >= ${first}`);
  if (after) conditions.push(Prisma.sql`s.submitted_at < ${after}`);
  return Prisma.join(conditions, ' AND ');
}

/** The area of a search, of reports `s`. */
export function inAreaSql({ area }: Pick<Sought, 'area'>): Prisma.Sql {
  if (area === null) return Prisma.sql`true`;
  return area === 'none'
    ? Prisma.sql`s.area_id IS NULL`
    : Prisma.sql`s.area_id = (SELECT id FROM area WHERE code = ${area})`;
}

/** What else narrows reports `s` that are read in the original; none of them where only disseminated items are looked for. */
export function reportsSql({ standing, kind }: Pick<Sought, 'standing' | 'kind'>): Prisma.Sql {
  if (kind === 'disseminated') return Prisma.sql`false`;
  if (standing === null) return Prisma.sql`true`;
  return standing === 'open' ? Prisma.sql`s.closed_at IS NULL` : Prisma.sql`s.closed_at IS NOT NULL`;
}

/** Whether disseminated items are looked for: their recipients don't know whether the report is still open. */
export const looksForDisseminated = ({ standing, kind }: Pick<Sought, 'standing' | 'kind'>): boolean =>
  standing === null && kind !== 'report';
