import { TZDate } from '@date-fns/tz';
import type { PostcodeScope } from './postcode-reading.ts';

/**
 * Where the postcodes of one scope and code go. `primary` and the keys of `shares` are area codes, `OUT` (outside the
 * force) or `OUT:<force>`; shares are parts of one, counted in full postcodes. Dates are calendar days in the force's
 * time zone, "YYYY-MM-DD": valid from the first, up to and without the second.
 */
export type PostcodeRule = {
  scope: PostcodeScope;
  code: string;
  primary: string;
  primaryShare: number;
  shares: Record<string, number>;
  validFrom: string;
  validTo: string | null;
};

/** Where the rules are read from: the database's rows or a pack's. At most one rule is valid for a code on a day. */
export interface PostcodeRules {
  lookup(scope: PostcodeScope, code: string, on: Date): PostcodeRule | null;
}

const timeZone = 'Europe/London';

/** The calendar day, "YYYY-MM-DD", on which an instant falls where the force is. */
export function forceDay(at: Date): string {
  const hour = Math.floor(at.getTime() / hourLong);
  if (last?.hour !== hour) last = { hour, day: new TZDate(at, timeZone).toISOString().slice(0, 10) };
  return last.day;
}

/** Of the last instant: a page asks for today again and again, and the day changes on the hour. */
let last: { hour: number; day: string } | null = null;
const hourLong = 60 * 60_000;

/** Whether something dated holds on the day of `on`: from its first day, up to and without its last. */
export function isValidOn(dated: { validFrom: string; validTo: string | null }, on: Date): boolean {
  const day = forceDay(on);
  return dated.validFrom <= day && (dated.validTo === null || day < dated.validTo);
}

/** Rules held in memory: those of a pack, or the few rows that `postcodeCodes` asked the database for. */
export function postcodeRulesOf(rules: Iterable<PostcodeRule>): PostcodeRules {
  const byCode = new Map<string, PostcodeRule[]>();
  for (const rule of rules) {
    const key = `${rule.scope} ${rule.code}`;
    const known = byCode.get(key);
    if (known === undefined) byCode.set(key, [rule]);
    else known.push(rule);
  }
  return {
    lookup: (scope, code, on) => byCode.get(`${scope} ${code}`)?.find((rule) => isValidOn(rule, on)) ?? null,
  };
}
