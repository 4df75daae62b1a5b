import type { Ctx } from '../kernel/context.ts';
import { Invalid } from '../kernel/failures.ts';
import { readPostcode } from '../kernel/postcode-reading.ts';
import { resolvePostcode, type PlaceResolution } from './postcode.ts';
import { readPostcodeRules } from './resolve-places.server.ts';

/** A share (0 to 1) of the postcodes of a sector or district, by the name of an area or of another force. */
export type NamedShare = { name: string; share: number };

export type LookedUp = {
  place: PlaceResolution;
  /** The area in which it lies, or the areas and forces in which it may lie, the likeliest first. */
  area: string | null;
  candidates: NamedShare[];
  /** How the postcodes of its whole sector are shared out: an exception may say otherwise of this one. */
  sector: { code: string; shares: NamedShare[] } | null;
};

/** Where a postcode or a part of one lies today, as routing would have it. @throws Invalid */
export async function lookUpPostcode({ db, clock }: Ctx, written: string): Promise<LookedUp> {
  if (readPostcode(written).length === 0)
    throw new Invalid({ postcode: 'Enter a postcode or the beginning of one, like B5 7AA or B5' });
  const rules = await readPostcodeRules(db, [written]);
  const areas = await db.area.findMany({ select: { code: true, name: true } });
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const now = clock.now();
  const place = resolvePostcode(written, rules, now);
  const [reading] = readPostcode(written);
  const sector =
    reading === undefined || reading.scope === 'district'
      ? null
      : rules.lookup('sector', reading.sector, now);
  return {
    place,
    area: place.kind === 'area' ? nameOf(place.area) : null,
    candidates:
      place.kind === 'ambiguous'
        ? place.candidates.map((one) => ({
            name: 'area' in one ? nameOf(one.area) : one.force,
            share: one.share,
          }))
        : [],
    sector: sector && {
      code: sector.code,
      shares: Object.entries(sector.shares)
        .map(([code, share]) => ({ name: outsideName(code) ?? nameOf(code), share }))
        .sort((one, other) => other.share - one.share),
    },
  };
}

/** `OUT` and `OUT:<force>` are outside the force. */
function outsideName(code: string): string | null {
  if (!/^OUT(:|$)/.test(code)) return null;
  return code.slice('OUT:'.length) || 'another force';
}
