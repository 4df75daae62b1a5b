import { may } from '../kernel/permissions.ts';
import type { Ctx } from '../kernel/context.ts';
import { NotFound } from '../kernel/failures.ts';
import { isValidOn } from '../kernel/postcode-rules.ts';

export type AreaLine = {
  code: string;
  name: string;
  localAuthority: string | null;
  /** Its first day and its last; null while no end is set. */
  firstDay: Date;
  lastDay: Date | null;
  standing: 'now' | 'past' | 'planned';
  queue: string | null;
  /** Names of the areas to which most of its postcode sectors went on the day it ended; empty without an end. */
  became: string[];
};

const oneDay = 24 * 60 * 60_000;

/** Every area the force had, has or will have, by name. For administrators. @throws NotFound */
export async function readAreas(ctx: Ctx): Promise<AreaLine[]> {
  if (!may(ctx.actor, 'areas.read')) throw new NotFound();
  const rows = await ctx.db.area.findMany({
    orderBy: { name: 'asc' },
    include: { queues: { select: { name: true } } },
  });
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const successors = await successorsOf(ctx);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return rows.map((row): AreaLine => {
    const dates = {
      validFrom: day(row.validFrom),
      validTo: row.validTo === null ? null : day(row.validTo),
    };
    const now = ctx.clock.now();
    const started = isValidOn({ ...dates, validTo: null }, now);
    return {
      code: row.code,
      name: row.name,
      localAuthority: row.localAuthority,
      firstDay: row.validFrom,
      // An area ends where its successor begins.
      lastDay: row.validTo === null ? null : new Date(row.validTo.getTime() - oneDay),
      standing: isValidOn(dates, now) ? 'now' : started ? 'past' : 'planned',
      queue: row.queues[0]?.name ?? null,
      became: (row.validTo === null ? [] : (successors.get(row.code) ?? [])).flatMap(
        (code) => names.get(code) ?? [],
      ),
    };
  });
}

/** Where the sectors of an area go from the day its own rule ends: by code, the area with most of them first. */
async function successorsOf({ db }: Ctx): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ old: string; new: string }[]>`
    SELECT before.primary_code AS old, after.primary_code AS new
    FROM postcode_rule before JOIN postcode_rule after
      ON after.scope = before.scope AND after.code = before.code AND after.valid_from = before.valid_to
    WHERE before.scope = 'sector' AND before.primary_share >= 0.95 AND after.primary_code <> before.primary_code
    GROUP BY 1, 2 ORDER BY 1, count(*) DESC, 2`;
  const successors = new Map<string, string[]>();
  for (const row of rows) successors.set(row.old, [...(successors.get(row.old) ?? []), row.new]);
  return successors;
}
