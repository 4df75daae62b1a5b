import { readPostcode, type PostcodeReading, type PostcodeScope } from '../kernel/postcode-reading.ts';
import type { PostcodeRule, PostcodeRules } from '../kernel/postcode-rules.ts';

/** One of the areas or forces in which an ambiguous place may lie, with its part of the postcodes (0 to 1). */
export type Candidate = { area: string; share: number } | { force: string; share: number };

/** The postcode as written, and as understood: null when it cannot be read. */
type Written = { written: string; postcode: string | null };

/** Where a place lies, as far as its postcode tells. `by` names the kind of rule that decided. */
export type PlaceResolution = Written &
  (
    | { kind: 'area'; area: string; by: 'exception' | 'sector' | 'district' }
    | { kind: 'ambiguous'; candidates: Candidate[] }
    /** `force` is null where the data says only that the postcode is outside. */
    | { kind: 'out_of_force'; force: string | null; by: 'exception' | 'sector' | 'district' }
    /** Unreadable (`postcode` null), or readable and not in the data. */
    | { kind: 'unknown_postcode' }
    | { kind: 'none' }
  );

/** From this share on, a part postcode goes to its primary area without asking anybody (product, Routing). */
export const certainShare = 0.95;

const outside = 'OUT';
const forceOf = (code: string): string | null =>
  code.startsWith(`${outside}:`) ? code.slice(outside.length + 1) : null;

function candidatesOf(rule: PostcodeRule): Candidate[] {
  return Object.entries(rule.shares)
    .sort(([, one], [, other]) => other - one)
    .map(([code, share]) => {
      const force = forceOf(code);
      if (force !== null) return { force, share };
      return code === outside ? { force: 'another force', share } : { area: code, share };
    });
}

/** The only force outside that the sector touches, or null: an exception file says "outside" without a name. */
function onlyForceOf(sector: PostcodeRule | null): string | null {
  const forces = Object.keys(sector?.shares ?? {}).flatMap((code) => forceOf(code) ?? []);
  return forces.length === 1 ? (forces[0] ?? null) : null;
}

type Decided = { code: string; by: 'exception' | 'sector' | 'district'; force: string | null };

function decidedPlace(written: Written, { code, by, force }: Decided): PlaceResolution {
  const isOutside = code === outside || forceOf(code) !== null;
  if (isOutside) return { ...written, kind: 'out_of_force', force, by };
  return { ...written, kind: 'area', area: code, by };
}

function byShare(written: Written, rule: PostcodeRule, by: 'sector' | 'district'): PlaceResolution {
  if (rule.primaryShare < certainShare) {
    return { ...written, kind: 'ambiguous', candidates: candidatesOf(rule) };
  }
  return decidedPlace(written, { code: rule.primary, by, force: forceOf(rule.primary) });
}

function resolveReading(
  written: Written,
  reading: PostcodeReading,
  rules: PostcodeRules,
  on: Date,
): PlaceResolution | null {
  const sector = reading.scope === 'district' ? null : rules.lookup('sector', reading.sector, on);
  if (reading.scope === 'unit') {
    const exception = rules.lookup('unit', reading.postcode, on);
    if (exception !== null) {
      const force = forceOf(exception.primary) ?? onlyForceOf(sector);
      return decidedPlace(written, { code: exception.primary, by: 'exception', force });
    }
    if (sector !== null) {
      return decidedPlace(written, { code: sector.primary, by: 'sector', force: forceOf(sector.primary) });
    }
  }
  if (sector !== null) return byShare(written, sector, 'sector');
  const district = rules.lookup('district', reading.district, on);
  return district === null ? null : byShare(written, district, 'district');
}

/**
 * Where a place lies on a day. A full postcode goes where its exception says, else to its sector's primary, whatever
 * the share. A part postcode, and a full one in a sector that the data does not know, is decided only from a share of
 * `certainShare` on; below it the candidates are given and a person decides.
 */
export function resolvePostcode(written: string, rules: PostcodeRules, on: Date): PlaceResolution {
  if (written.trim() === '') return { kind: 'none', written, postcode: null };
  const readings = readPostcode(written);
  for (const reading of readings) {
    const resolved = resolveReading({ written, postcode: reading.postcode }, reading, rules, on);
    if (resolved !== null) return resolved;
  }
  return { kind: 'unknown_postcode', written, postcode: readings[0]?.postcode ?? null };
}

/** The rules that `resolvePostcode` may look up for what is written: what to read from the database before. */
export function postcodeCodes(written: string): { scope: PostcodeScope; code: string }[] {
  return readPostcode(written).flatMap((reading) => [
    ...(reading.scope === 'unit' ? [{ scope: 'unit' as const, code: reading.postcode }] : []),
    ...(reading.scope === 'district' ? [] : [{ scope: 'sector' as const, code: reading.sector }]),
    { scope: 'district' as const, code: reading.district },
  ]);
}
