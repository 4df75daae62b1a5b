import { parse } from 'postcode';

/** How exact a postcode is: a full one ("unit"), its sector ("B11 1") or only its district ("B11"). */
export const postcodeScopes = ['unit', 'sector', 'district'] as const;
export type PostcodeScope = (typeof postcodeScopes)[number];

/** A postcode as understood. `postcode` is in capitals with one space before the inward part. */
export type PostcodeReading =
  | { scope: 'unit'; postcode: string; sector: string; district: string }
  | { scope: 'sector'; postcode: string; sector: string; district: string }
  | { scope: 'district'; postcode: string; district: string };

const outward = '[A-Z]{1,2}\\d[A-Z\\d]?';
const districtAlone = new RegExp(`^${outward}$`);
const sectorWritten = new RegExp(`^(${outward})(\\d)$`);
/** A sector with a space before its digit, perhaps with the first letter of the unit: "B11 1", "B11 1A". */
const sectorSpaced = /^(.*\S)\s+(\d)[A-Z]?$/;
const fullInText = new RegExp(`\\b${outward}\\s*\\d[A-Z]{2}\\b`, 'g');

const lookAlike: Record<string, string> = { O: '0', I: '1', L: '1' };
const asDigit = (letter: string) => lookAlike[letter] ?? letter;

/**
 * O, I and L stand for digits where no postcode has these letters: after two letters, after the first digit, and first
 * in the inward part. Nothing else is corrected, and nothing without any digit, because that would be a guess.
 */
function withDigits(compact: string): string {
  if (!/\d/.test(compact)) return compact;
  return compact
    .replace(/^([A-Z]{2})([OIL])/, (_, before: string, letter: string) => before + asDigit(letter))
    .replace(/^([A-Z]{1,2}\d)([OIL])/, (_, before: string, letter: string) => before + asDigit(letter))
    .replace(/([OIL])(?=[A-Z]{2}$)/, (letter: string, _: string, at: number, whole: string) =>
      districtAlone.test(whole.slice(0, at)) ? asDigit(letter) : letter,
    );
}

function fullReading(compact: string): PostcodeReading | null {
  const parsed = parse(compact);
  if (!parsed.valid) return null;
  return { scope: 'unit', postcode: parsed.postcode, sector: parsed.sector, district: parsed.outcode };
}

function sectorReading(district: string | undefined, digit: string | undefined): PostcodeReading[] {
  if (district === undefined || digit === undefined || !districtAlone.test(district)) return [];
  const sector = `${district} ${digit}`;
  return [{ scope: 'sector', postcode: sector, sector, district }];
}

function inText(tidy: string): PostcodeReading[] {
  const found = new Set(tidy.match(fullInText)?.map((text) => text.replace(/\s/g, '')));
  const only = found.size === 1 ? [...found][0] : undefined;
  const reading = only === undefined ? null : fullReading(only);
  return reading === null ? [] : [reading];
}

/**
 * The postcodes that a person may have meant by what they wrote, the likeliest first; empty when it cannot be read.
 * Accepts lower case, stray or missing spaces and a single full postcode inside other words. There is more than one
 * reading only where the space is missing from a part postcode: "CV12" is the district CV12 or the sector "CV1 2".
 */
export function readPostcode(written: string): PostcodeReading[] {
  const tidy = written
    .toUpperCase()
    .replace(/[.,;]+/g, ' ')
    .trim();
  const compact = withDigits(tidy.replace(/\s+/g, ''));
  const full = fullReading(compact);
  if (full !== null) return [full];
  const spaced = sectorSpaced.exec(tidy);
  if (spaced !== null) {
    const sector = sectorReading(withDigits((spaced[1] ?? '').replace(/\s+/g, '')), spaced[2]);
    if (sector.length > 0) return sector;
  }
  const readings: PostcodeReading[] = [];
  if (districtAlone.test(compact)) readings.push({ scope: 'district', postcode: compact, district: compact });
  const unspaced = sectorWritten.exec(compact);
  readings.push(...sectorReading(unspaced?.[1], unspaced?.[2]));
  return readings.length > 0 ? readings : inText(tidy);
}

/** The number of the house: "Flat 2, 14a High Street, B11 4AA" → "14a". Null when there is none. */
export function houseNumber(address: string | null): string | null {
  const street = (address ?? '').replace(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, '');
  return (
    street
      .match(/\b\d+[a-z]?\b/gi)
      ?.at(-1)
      ?.toLowerCase() ?? null
  );
}
